/// A use of a variable above its declaration: by its name, or by a call of a function that reads it.
public struct EarlyRead: Sendable, Equatable {
  /// The function that reads the variable; `nil` if the variable itself is named. Then an earlier cell's variable of
  /// that name can be meant.
  public var function: String?
  public var variable: String
  /// Where the call or the name stands.
  public var range: Range<Int>
  /// Where the variable is declared.
  public var declarationOffset: Int
}
