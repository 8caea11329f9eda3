import Tensors

extension Parameter {
  /// What a parameter holds, behind its lock.
  struct State {
    var numbers: Tensor
    /// Where gradients arrive.
    var entry: TapeEntry
    var isTrainable: Bool
    /// The numbers rounded to 8 bits, in whose place `numbers` is empty then.
    var quantized: QuantizedMatrix?

    var shape: [Int] { quantized?.shape ?? numbers.shape }

    /// Keeps the numbers as `Float` again.
    mutating func unpack() {
      guard let quantized else { return }
      replace(quantized.dequantized)
    }

    /// Takes other numbers. Those of 8 bits had no place for gradients.
    mutating func replace(_ numbers: Tensor) {
      self.numbers = numbers
      guard quantized != nil else { return }
      entry = TapeEntry(parameter: numbers)
      quantized = nil
    }
  }
}
