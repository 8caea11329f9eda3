/// How a run of tests went.
package struct CheckOutcome: Sendable {
  package enum Ending: Sendable {
    /// All tests have been run; the records say how each went.
    case finished
    /// The session has no declarations of these names. The reason says why, where there is more to say.
    case missing(names: [String], reasons: [String])
    /// The learner's code gives these names a meaning that would change the tests.
    case clash(names: [String])
    /// The tests cannot be compiled with what the learner has declared: the compiler's messages.
    case misfit(messages: [String])
    /// The learner's code has stopped the run.
    case failed(CellFailure)
    case timedOut(after: Duration)
    case interrupted
    /// The process has ended: what happened and what is lost, in words.
    case processEnded(String)
    /// The tests could not be run at all.
    case unable(reason: String)
  }

  package var ending: Ending
  /// The records of Swift Testing's event stream, as JSON texts.
  package var records: [String] = []
  package var timings = CellTimings()
}
