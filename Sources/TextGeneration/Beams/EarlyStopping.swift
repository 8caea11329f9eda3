/// When a ``BeamSearch`` is content with the texts that have ended, of which there must be as many as beams.
///
///     let search = BeamSearch(beams: 4, maximumNewTokens: 20, stopTokens: [2], earlyStopping: .whenFull)
///
/// The words in brackets are what `transformers` calls it.
public enum EarlyStopping: Sendable, Equatable {
  /// As soon as there are enough (`True`).
  case whenFull
  /// When the best text that still runs, were it to end now, would not be better than the worst of them (`False`). It may
  /// have become better later.
  case whenNoneIsBetter
  /// When the best text that still runs cannot become better even if all its further tokens were certain (`"never"`).
  case whenNoneCanBecomeBetter
}
