/// The fields at the beginning of a file of the course: `name: value` lines between two lines `---`.
struct FrontMatter: Sendable, Equatable {
  private var fields: [String: (value: String, line: Int)] = [:]
  let file: String
  /// The line of the closing `---`, counted from 1.
  private(set) var endLine = 0

  /// Reads the fields. Every field must be among the known ones, and each may stand once.
  init(_ lines: [Substring], file: String, known: [String]) throws(CourseMistake) {
    self.file = file
    guard lines.first == "---" else { throw CourseMistake(file: file, line: 1, .noFrontMatter) }
    guard let end = lines.dropFirst().firstIndex(of: "---") else {
      throw CourseMistake(file: file, line: 1, .frontMatterNotClosed)
    }
    endLine = end + 1
    for index in 1..<end where !lines[index].allSatisfy(\.isWhitespace) {
      let line = index + 1
      guard let colon = lines[index].firstIndex(of: ":") else {
        throw CourseMistake(file: file, line: line, .frontMatterLine(String(lines[index])))
      }
      let name = String(lines[index][..<colon]).trimmed
      guard known.contains(name) else { throw CourseMistake(file: file, line: line, .unknownField(name, known: known)) }
      guard fields[name] == nil else { throw CourseMistake(file: file, line: line, .repeatedField(name)) }
      fields[name] = (String(lines[index][lines[index].index(after: colon)...]).trimmed, line)
    }
  }

  static func == (left: FrontMatter, right: FrontMatter) -> Bool {
    left.file == right.file && left.fields.mapValues(\.value) == right.fields.mapValues(\.value)
  }

  func optional(_ name: String) -> String? { fields[name].flatMap { $0.value.isEmpty ? nil : $0.value } }

  func text(_ name: String) throws(CourseMistake) -> String {
    guard let value = optional(name) else { throw CourseMistake(file: file, line: 1, .missingField(name)) }
    return value
  }

  func number(_ name: String, default standard: Int? = nil) throws(CourseMistake) -> Int {
    if let standard, optional(name) == nil { return standard }
    let value = try text(name)
    guard let number = Int(value), number > 0 else {
      throw CourseMistake(file: file, line: fields[name]?.line ?? 1, .badNumber(field: name, value: value))
    }
    return number
  }

  /// Words with commas between them.
  func list(_ name: String) -> [String] {
    (optional(name) ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
