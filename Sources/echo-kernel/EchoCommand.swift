/// One line of a cell: a verb and what it is to work on.
struct EchoCommand: Sendable {
  /// What the language can be told to do.
  enum Verb: String, CaseIterable {
    case stderr, result, display, update, html, error, late, input, password, sleep, page, next, clear, comm, prepared
  }

  let verb: Verb?
  let argument: String
  let line: String

  init(_ line: Substring) {
    self.line = String(line)
    let parts = line.split(separator: " ", maxSplits: 1)
    verb = parts.first.flatMap { Verb(rawValue: String($0)) }
    argument = parts.count > 1 ? String(parts[1]) : ""
  }
}
