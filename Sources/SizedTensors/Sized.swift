/// The home of layers whose sizes are part of their types, beside those of NeuralNetworks, which learn them when they are made.
///
///     let model = Sized.Linear<4, 8>().activated(by: relu).then(Sized.Linear<8, 3>())
///     model(Sized.Features<4>(Tensor.zeros([16, 4]))).tensor.shape     // [16, 3]
///
/// A chain whose sizes do not fit is not compiled, and the compiler's message names both sizes.
public enum Sized {}
