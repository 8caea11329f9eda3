extension String {
  /// A token in which spaces and ends of lines can be seen, and in which the marks of tokenizers for them are such too.
  ///
  /// Byte-level tokenizers write `Ġ` for a space and `Ċ` for the end of a line, others write `▁`.
  var visibleToken: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case " ", "Ġ", "▁": result.append("·")
      case "\n", "Ċ": result.append("⏎")
      case "\r": result.append("␍")
      case "\t": result.append("⇥")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
