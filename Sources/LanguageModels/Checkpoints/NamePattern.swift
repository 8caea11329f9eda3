/// How parameters are called here and in a checkpoint, with `*` for the number of a layer: `blocks.*.attention.query` is
/// `encoder.layer.*.attention.self.query`.
package struct NamePattern: Sendable {
  /// What stands before the last part, which is `weight` or `bias` on both sides.
  let here: String
  let there: String
  /// Whether matrices are stored the other way around.
  var isTransposed = false

  init(_ here: String, _ there: String, isTransposed: Bool = false) {
    (self.here, self.there, self.isTransposed) = (here, there, isTransposed)
  }

  /// The name there of a parameter here, if the pattern fits.
  func name(of parameter: String) -> String? {
    let parts = parameter.split(separator: ".")
    let pattern = here.split(separator: ".")
    guard parts.count == pattern.count + 1 || parts.count == pattern.count else { return nil }
    var number: Substring?
    for (part, wanted) in zip(parts, pattern) {
      if wanted == "*", part.allSatisfy(\.isNumber) { number = part } else if part != wanted { return nil }
    }
    let rest = parts.count > pattern.count ? ".\(parts[parts.count - 1])" : ""
    let name = there.split(separator: ".").map { $0 == "*" ? number ?? $0 : $0 }.joined(separator: ".")
    return name + rest
  }
}
