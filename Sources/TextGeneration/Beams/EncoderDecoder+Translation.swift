import LanguageModels
import NeuralNetworks
import Tensors

extension EncoderDecoder {
  /// Writes the translation of a text.
  ///
  ///     let ids = model.translate([5, 9, 7], start: 1, end: 2, beams: 4)
  ///
  /// With one beam the likeliest token is taken each time. With more, as many beginnings are followed at once by
  /// ``BeamSearch``, and the best whole is taken: a good beginning need not lead to the best end. Source: Vaswani and others,
  /// Attention Is All You Need, 2017, section 6.1.
  /// - Parameters:
  ///   - source: The ids of the text; of none the translation is none.
  ///   - start: The mark that every translation begins with.
  ///   - end: The mark that every translation ends with.
  ///   - longest: How many tokens are written at most, the mark for the end among them.
  ///   - beams: How many beginnings are followed at once, at least 1.
  ///   - lengthPenalty: What the log-probability of a whole is divided by; that of the paper unless told otherwise.
  ///   - earlyStopping: When the wholes that were found are enough.
  /// - Returns: The ids without the marks.
  public func translate(
    _ source: [Int], start: Int, end: Int, longest: Int = 64, beams: Int = 1, lengthPenalty: LengthPenalty = .wu(0.6),
    earlyStopping: EarlyStopping = .whenNoneIsBetter
  ) -> [Int] {
    guard !source.isEmpty else { return [] }
    let search = BeamSearch(
      beams: beams, maximumNewTokens: longest, lengthPenalty: lengthPenalty, stopTokens: [end],
      earlyStopping: earlyStopping)
    let cache = makeCache()
    let memory = evaluating { encode(Tensor(indices: source).unsqueezed(0)) }  // [1, time, features]
    func scores(_ unread: Tensor) -> Tensor {
      decode(unread, memory: memory.repeated([unread.shape[0], 1, 1]), cache: cache)[.all, 0]
    }
    let found = search.texts(after: [start], isEnd: { _ in false }, scores: scores, keep: cache.select)
    guard let found else {
      let spoilt = nonFiniteNumber(in: "the model") {
        decode(Tensor(indices: [start]).unsqueezed(0), memory: encode(Tensor(indices: source).unsqueezed(0)))
      }
      stop(.nonFinite(spoilt))
    }
    guard let best = found.first else { return [] }
    return best.ids.last == end ? best.ids.dropLast() : best.ids
  }
}
