import ArgumentParser
import Files
import Foundation

/// The texts that a command works on: those of the command line, or the lines of the standard input.
enum InputTexts {
  /// Each line is a text, also an empty one, so that the answers stand in the order of the lines.
  /// - Throws: `ValidationError` if there are none, or a line is no UTF-8.
  static func read(_ texts: [String]) throws -> [String] {
    if !texts.isEmpty { return texts }
    if isatty(0) == 1 { Output.note("Write a text on each line, and end with Ctrl-D.") }
    var (input, lines) = (InputLines(), [String]())
    while let line = try input.next() { lines.append(line) }
    guard !lines.isEmpty else {
      throw ValidationError("There is no text. Give one or more in quotes, or lines on the standard input.")
    }
    return lines
  }

  /// One text: that of the command line, or all of the standard input without the end of its last line and without a byte
  /// order mark.
  static func readOne(_ text: String?) throws -> String {
    if let text { return text }
    if isatty(0) == 1 { Output.note("Write the text, and end with Ctrl-D.") }
    let bytes = FileHandle.standardInput.readDataToEndOfFile()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ValidationError("The standard input is no text in UTF-8.")
    }
    // CR LF is a single character, and two scalars.
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    if scalars.last == "\n" {
      scalars.removeLast()
      if scalars.last == "\r" { scalars.removeLast() }
    }
    return String(scalars)
  }

  /// Ids that are separated by commas or spaces.
  static func ids(_ text: String, name: String, below count: Int) throws -> [Int] {
    let parts = text.split { $0 == "," || $0.isWhitespace }
    guard !parts.isEmpty else { throw ValidationError("\(name) has no number. Write them as 3,1,4.") }
    return try parts.map { part in
      guard let id = Int(part) else { throw ValidationError("\(name): \"\(part)\" is no whole number.") }
      guard 0..<count ~= id else {
        throw ValidationError("\(name): \(id) is not among 0 to \(count - 1).")
      }
      return id
    }
  }
}
