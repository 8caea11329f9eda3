/// What a cell's code has to know of the cells before it.
public struct RewriteContext: Sendable {
  /// The cell's own module.
  public var module: String
  /// The modules that hold the newest value of a name: `x` in `Cell3`.
  public var earlierValues: [String: String]
  /// The expressions that stand for earlier results; `nil` is the latest.
  public var results: [Int?: String]
  /// How extensions that state a known conformance again are turned into replacements, by index of the extension.
  public var replacements: [Int: ExtensionReplacement]
  /// Extensions whose members a later cell may replace, by index.
  public var replaceableExtensions: Set<Int>

  public init(
    module: String, earlierValues: [String: String] = [:], results: [Int?: String] = [:],
    replacements: [Int: ExtensionReplacement] = [:], replaceableExtensions: Set<Int> = []
  ) {
    self.module = module
    self.earlierValues = earlierValues
    self.results = results
    self.replacements = replacements
    self.replaceableExtensions = replaceableExtensions
  }
}
