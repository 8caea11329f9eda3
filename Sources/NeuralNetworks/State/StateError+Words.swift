extension StateError: CustomStringConvertible {
  public var description: String {
    let lines =
      StateError.lines("missing", missing.map { "\($0.name) \($0.shape)" })
      + StateError.lines("unexpected", unexpected.map { "\($0.name) \($0.shape)" })
      + StateError.lines("wrong shape", misshapen.map { "\($0.name) is \($0.found), and the model has \($0.wanted)" })
      + StateError.lines(
        "contradiction",
        contradicting.map { "\($0.first) and \($0.second) are one parameter, and their numbers differ" })
    return "The numbers do not fit the model, which stays as it was.\n" + lines.joined(separator: "\n")
  }

  private static let most = 8

  /// One line for each, the first ones of many.
  private static func lines(_ heading: String, _ entries: [String]) -> [String] {
    let shown = entries.prefix(most).map { "   \(heading): \($0)" }
    return entries.count > most ? shown + ["   \(heading): … and \(entries.count - most) more"] : shown
  }
}
