/// Something that a training hangs on, as the folder keeps it: whoever goes on must have the same.
struct TrainingSetting {
  /// The flag, such as `--batch`, or what is learned from, such as `texts`.
  let name: String
  /// What is given or holds without being given; empty for a flag without a value, `nil` for one that is not there.
  let value: String?

  init(_ name: String, _ value: String?) { (self.name, self.value) = (name, value) }

  /// A flag without a value.
  init(_ name: String, isGiven: Bool) { self.init(name, isGiven ? "" : nil) }

  /// What is learned from, by a number that other contents would hardly have.
  static func contents(_ name: String, _ fingerprint: Fingerprint) -> TrainingSetting {
    TrainingSetting(name, fingerprint.text)
  }

  /// What is wrong if the training has begun with another value.
  func mistake(began: String?, folder: String) -> String? {
    guard began != value else { return nil }
    let consequence = "it would not go on as without the break"
    guard name.hasPrefix("--") else {
      return "The training in \(folder) began with other \(name): \(consequence). Give the same ones."
    }
    func flag(_ value: String?) -> String { value.map { $0.isEmpty ? name : "\(name) \($0)" } ?? "no \(name)" }
    let advice = began == nil ? "Leave \(name) out." : "Give \(flag(began))."
    return "The training in \(folder) began with \(flag(began)), and now there is \(flag(value)): \(consequence). "
      + advice
  }
}
