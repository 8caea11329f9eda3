/// A remark about a cell, in two forms of the same words.
public struct Notice: Sendable, Equatable {
  public var plain: String
  public var colored: String

  public init(plain: String, colored: String? = nil) {
    self.plain = plain
    self.colored = colored ?? plain
  }
}
