/// Reads the files that the compiler writes for `-serialize-diagnostics-path`.
public enum SerializedDiagnostics {
  private static let largestFile = 64 << 20
  private static let greatestDiagnosticCount = 10_000
  private static let diagnosticBlockID = 9

  private enum RecordCode {
    static let diagnostic = 2
    static let range = 3
    static let category = 5
    static let fileName = 6
    static let fixIt = 7
  }

  /// Returns the diagnostics of a file, in the compiler's order, each with its notes.
  ///
  /// - Throws: `SerializedDiagnosticsError` if the bytes are not such a file or are damaged.
  public static func diagnostics(in bytes: [UInt8]) throws(SerializedDiagnosticsError) -> [Diagnostic] {
    guard bytes.count <= largestFile else { throw .tooLarge(bytes: bytes.count) }
    var reader = try BitstreamReader(bytes, magic: Array("DIAG".utf8))
    var names = Names()
    var found: [Diagnostic] = []
    while true {
      switch try reader.next() {
      case .streamEnd: return found
      case .blockStart(id: diagnosticBlockID):
        found.append(try diagnostic(from: &reader, names: &names, depth: 0))
        guard found.count <= greatestDiagnosticCount else { throw .malformed("too many diagnostics") }
      case .blockStart: try skipBlock(&reader)
      case .record: continue
      case .blockEnd: throw .malformed("a block that ends without a start")
      }
    }
  }

  /// The texts that records refer to by number.
  private struct Names {
    var files: [UInt64: String] = [:]
    var categories: [UInt64: String] = [:]
  }

  private static func diagnostic(
    from reader: inout BitstreamReader, names: inout Names, depth: Int
  ) throws(SerializedDiagnosticsError) -> Diagnostic {
    guard depth < 8 else { throw .malformed("notes nested too deeply") }
    var result = Diagnostic(severity: .error, message: "")
    while true {
      switch try reader.next() {
      case .blockEnd: return result
      case .streamEnd: throw .truncated
      case .blockStart(id: diagnosticBlockID):
        result.notes.append(try diagnostic(from: &reader, names: &names, depth: depth + 1))
        guard result.notes.count <= greatestDiagnosticCount else { throw .malformed("too many notes") }
      case .blockStart: try skipBlock(&reader)
      case .record(let record): try add(record, to: &result, names: &names)
      }
    }
  }

  private static func add(
    _ record: BitstreamReader.Record, to result: inout Diagnostic, names: inout Names
  ) throws(SerializedDiagnosticsError) {
    let text = String(decoding: record.blob, as: UTF8.self)
    switch record.code {
    case RecordCode.diagnostic:
      guard record.fields.count >= 6 else { throw .malformed("a diagnostic without a place") }
      result.severity = severity(record.fields[0])
      result.location = location(record.fields[1...4], names)
      result.category = names.categories[record.fields[5]]
      result.message = text.trimmingTrailingSpaces
    case RecordCode.range:
      if let range = try range(record.fields, names) { result.ranges.append(range) }
    case RecordCode.fixIt:
      if let range = try range(record.fields, names) { result.fixIts.append(FixIt(range: range, replacement: text)) }
    case RecordCode.fileName:
      guard let id = record.fields.first else { throw .malformed("a file without a number") }
      names.files[id] = text
    case RecordCode.category:
      guard let id = record.fields.first else { throw .malformed("a category without a number") }
      // The compiler may append the address of the documentation after an `@`.
      names.categories[id] = text.split(separator: "@").first.map(String.init)
    default: break
    }
  }

  private static func severity(_ code: UInt64) -> DiagnosticSeverity {
    switch code {
    case 1: .note
    case 2: .warning
    case 0, 5: .remark
    default: .error
    }
  }

  private static func location(_ fields: ArraySlice<UInt64>, _ names: Names) -> DiagnosticLocation? {
    let fields = Array(fields)
    guard fields.count == 4, let file = names.files[fields[0]],
      let line = Int(exactly: fields[1]), let column = Int(exactly: fields[2]), line > 0
    else { return nil }
    return DiagnosticLocation(file: file, line: line, column: max(1, column))
  }

  private static func range(
    _ fields: [UInt64], _ names: Names
  ) throws(SerializedDiagnosticsError) -> DiagnosticRange? {
    guard fields.count >= 8 else { throw .malformed("a range without two ends") }
    guard let start = location(fields[0...3], names), let end = location(fields[4...7], names) else { return nil }
    return DiagnosticRange(start: start, end: end)
  }

  private static func skipBlock(_ reader: inout BitstreamReader) throws(SerializedDiagnosticsError) {
    var depth = 1
    while depth > 0 {
      switch try reader.next() {
      case .blockStart: depth += 1
      case .blockEnd: depth -= 1
      case .streamEnd: throw .truncated
      case .record: continue
      }
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
