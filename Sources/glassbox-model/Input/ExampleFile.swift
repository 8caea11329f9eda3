import ArgumentParser
import Displays
import Files
import Foundation

/// A file with one example a line: JSON objects (`.jsonl`), or fields between tabs (`.tsv`).
struct ExampleFile {
  /// A line, by the names of its fields.
  struct Example {
    let line: Int
    let members: [String: JSON]
    let path: String

    /// A field that is text.
    /// - Throws: `ValidationError` that names the line.
    func text(_ names: String...) throws -> String {
      for name in names { if let text = members[name]?.stringValue { return text } }
      for name in names {
        if let value = members[name] { throw mistake("\"\(name)\" is \(value.text). It should be a text.") }
      }
      let known = members.keys.sorted().joined(separator: ", ")
      throw ValidationError(
        "\(path), line \(line): there is no text \"\(names.joined(separator: "\" or \""))\". It has \(known).")
    }

    /// A field that names a class: text, a whole number, or true or false. Blanks around it do not make another class.
    /// - Throws: `ValidationError` that names the line.
    func label(_ name: String) throws -> String {
      switch members[name] {
      case .integer(let number): return String(number)
      case .boolean(let flag): return String(flag)
      case .some(let value) where value.stringValue == nil:
        throw mistake("\"\(name)\" is \(value.text). It should be a text, a whole number, true or false.")
      default:
        let label = try text(name).trimmingCharacters(in: .whitespaces)
        guard !label.isEmpty else { throw mistake("\"\(name)\" is empty.") }
        return label
      }
    }

    /// Says in which line an example is that a model cannot read.
    func naming<Result>(_ work: () throws -> Result) throws -> Result {
      do { return try work() } catch let error where InputTexts.isOfText(error) { throw mistake("\(error)") }
    }

    func mistake(_ words: String) -> ValidationError { ValidationError("\(path), line \(line): \(words)") }
  }

  let examples: [Example]
  /// How many bytes are read.
  static let largest = 256_000_000

  /// - Parameter fields: The fields of a line between tabs, each with the names that it may have.
  /// - Throws: `FileError` if the file cannot be read, `ValidationError` for a line that is no example.
  init(_ path: String, fields: [[String]]) throws {
    guard !path.hasSuffix(".csv") else {
      throw ValidationError(
        "\(path) has commas between its fields, which is not read. Write a JSON object a line in a .jsonl, or tabs between "
          + "the fields in a .tsv.")
    }
    let text = try Self.text(path)
    examples =
      try path.hasSuffix(".tsv") ? Self.tabbed(text, path: path, fields: fields) : Self.objects(text, path, fields)
    guard !examples.isEmpty else { throw ValidationError("\(path) has no examples.") }
  }

  /// The examples of a `.jsonl`.
  private static func objects(_ text: String, _ path: String, _ fields: [[String]]) throws -> [Example] {
    var examples: [Example] = []
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let line = String(line.last == "\r" ? line.dropLast() : line)
      if line.allSatisfy(\.isWhitespace) { continue }
      guard number > 0 || line.first(where: { !$0.isWhitespace }) != "[" else {
        throw ValidationError(
          "\(path) begins with a list, and wanted is an object on each line, such as {\"\(fields[0][0])\": …}, with no list around "
            + "them and no commas between.")
      }
      let json: JSON
      do { json = try JSON(parsing: line) } catch {
        throw ValidationError("\(path), line \(number + 1) is no JSON: \(error)")
      }
      guard case .object(let members) = json else {
        throw ValidationError("\(path), line \(number + 1): wanted is an object such as {\"\(fields[0][0])\": …}.")
      }
      examples.append(Example(line: number + 1, members: members, path: path))
    }
    return examples
  }

  /// The text of a file without the byte order mark that some programs put before it.
  private static func text(_ path: String) throws -> String {
    let text = try WholeFile.text(path, limit: largest)
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}
