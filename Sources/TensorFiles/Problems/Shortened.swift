extension String {
  /// The text without what would disturb a message: control characters, and all but the first 80 characters.
  var shortened: String {
    let plain = String(String.UnicodeScalarView(unicodeScalars.prefix(320).map { $0.value < 0x20 ? "\u{FFFD}" : $0 }))
    return plain.count > 80 ? plain.prefix(80) + "…" : plain
  }
}

extension [Int] {
  /// The shape, of which no more than the first eight sizes.
  var shortened: String {
    count > 8 ? "[" + prefix(8).map(String.init).joined(separator: ", ") + ", … \(count) axes]" : description
  }
}
