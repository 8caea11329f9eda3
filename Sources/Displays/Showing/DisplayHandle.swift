/// A display that has been shown and can be shown anew, in the same place.
///
///     let handle = display("counting…")
///     handle.update(42)
public struct DisplayHandle: Sendable, Hashable {
  /// Names the display; no two displays have the same.
  public let identifier: String

  package init() {
    // Saved notebooks keep the identifiers, so they must differ between sessions too.
    identifier = String(UInt128.random(in: .min ... .max), radix: 36)
  }

  /// Shows another value in place of the one shown so far. In a terminal it appears below.
  public func update(_ value: some Any) {
    Stage.current.show(Display(of: value), as: .update, identifier: identifier)
  }
}
