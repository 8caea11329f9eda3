import ArgumentParser
import Displays
import Foundation

extension ExampleFile {
  /// The examples of a `.tsv`. If the first line that is not empty names fields, they may stand in any order, with others
  /// between them; without names they stand in the order of the task.
  static func tabbed(_ text: String, path: String, fields: [[String]]) throws -> [Example] {
    let rows = try TabbedText(text, path: path).rows.filter { !$0.isBlank }
    guard let first = rows.first else { return [] }
    let names = try names(first, path: path, fields: fields)
    if let names { Output.note("Line \(first.line) of \(path) names the fields: \(names.joined(separator: ", ")).") }
    let columns = names ?? fields.map { $0[0] }
    return try rows.dropFirst(names == nil ? 0 : 1).map { row in
      guard row.fields.count == columns.count else {
        throw ValidationError(
          "\(path), line \(row.line): there are \(row.fields.count) fields between tabs, and wanted are "
            + "\(columns.count): \(columns.joined(separator: ", ")).")
      }
      let members = Dictionary(zip(columns, row.fields.map { JSON.string($0) })) { first, _ in first }
      return Example(line: row.line, members: members, path: path)
    }
  }

  /// The names in a row, if one of them is that of a field.
  /// - Throws: `ValidationError` if a field is missing or stands there twice: by places the columns would be taken for others
  ///   than they are.
  private static func names(_ row: TabbedText.Row, path: String, fields: [[String]]) throws -> [String]? {
    let names = row.fields.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    let known = Set(fields.joined())
    guard names.contains(where: known.contains) else { return nil }
    let usual = fields.map { $0[0] }.joined(separator: ", ")
    if let missing = fields.first(where: { !$0.contains(where: names.contains) }) {
      throw ValidationError(
        "\(path), line \(row.line) names the fields \(names.joined(separator: ", ")), and \(missing.joined(separator: " or ")) is "
          + "not among them. Wanted are \(usual), in any order. If it is an example, put a line with these names before it."
      )
    }
    if let twice = names.first(where: { name in known.contains(name) && names.count { $0 == name } > 1 }) {
      throw ValidationError("\(path), line \(row.line) names the field \(twice) twice.")
    }
    return names
  }
}
