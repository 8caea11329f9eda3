/// What NumPy's short name of a type, such as `<f4`, says: a format and the order of its bytes.
struct NumPyDescription: Equatable {
  var format: StoredFormat
  var isBigEndian: Bool

  /// - Returns: `nil` for a type that has no counterpart here, such as `O`, `<c8`, `<U5` or `<M8[ns]`.
  init?(_ text: String) {
    let order = text.first.flatMap { "<>|=".contains($0) ? $0 : nil }
    let name = order == nil ? text : String(text.dropFirst())
    guard let format = StoredFormat.allCases.first(where: { $0.numPyName == name }) else { return nil }
    // '|' says that the order does not matter.
    guard order != "|" || format.byteCount == 1 else { return nil }
    self.format = format
    isBigEndian = order == ">" && format.byteCount > 1
  }
}
