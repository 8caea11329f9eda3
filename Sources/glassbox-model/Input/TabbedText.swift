import ArgumentParser

/// The rows of a `.tsv`, as Python's `csv` reads and writes them with tabs.
///
/// A field that begins with a quotation mark ends at the next one that is not doubled; tabs and ends of lines in between
/// belong to it. A quotation mark elsewhere is a character like any other.
struct TabbedText {
  struct Row {
    /// The line that it begins on.
    let line: Int
    var fields: [String]

    var isBlank: Bool { fields.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
  }

  private(set) var rows: [Row] = []

  /// - Throws: `ValidationError` if a field has no end.
  init(_ text: String, path: String) throws {
    var (line, field) = (1, String.UnicodeScalarView())
    var row = Row(line: 1, fields: [])
    var (quoteLine, isFieldStart) = (Int?.none, true)
    var scalars = text.unicodeScalars.makeIterator()
    var ahead = scalars.next()
    func advance() -> Unicode.Scalar? {
      defer { ahead = ahead == nil ? nil : scalars.next() }
      return ahead
    }
    func endField() {
      row.fields.append(String(field))
      (field, isFieldStart) = (String.UnicodeScalarView(), true)
    }
    func endRow() {
      endField()
      rows.append(row)
      row = Row(line: line, fields: [])
    }
    while let scalar = advance() {
      let isLineEnd = scalar == "\n" || scalar == "\r" && ahead != "\n"
      if isLineEnd { line += 1 }
      if quoteLine != nil {
        if scalar != "\"" {
          field.append(scalar)
        } else if ahead == "\"" {
          field.append(scalar)
          _ = advance()
        } else {
          quoteLine = nil
        }
        continue
      }
      switch scalar {
      case "\"" where isFieldStart: (quoteLine, isFieldStart) = (line, false)
      case "\t": endField()
      case "\r" where ahead == "\n": break
      case _ where isLineEnd: endRow()
      default:
        field.append(scalar)
        isFieldStart = false
      }
    }
    if let quoteLine {
      throw ValidationError(
        "\(path), line \(quoteLine): a field begins with a quotation mark, and no other ends it. A mark that belongs to the "
          + "text is written twice, in a field with marks around it, as Python's csv does.")
    }
    if !row.fields.isEmpty || !field.isEmpty { endRow() }
  }
}
