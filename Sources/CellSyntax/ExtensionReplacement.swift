/// How an extension replaces the members of an earlier one.
public struct ExtensionReplacement: Sendable, Equatable {
  /// The protocols that stay in the inheritance clause because no earlier cell has stated them.
  public var keptProtocols: [String]
  /// The members that take the place of earlier ones, by index.
  public var replacedMembers: Set<Int>

  public init(keptProtocols: [String], replacedMembers: Set<Int>) {
    self.keptProtocols = keptProtocols
    self.replacedMembers = replacedMembers
  }
}
