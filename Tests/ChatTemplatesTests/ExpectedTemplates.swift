import ChatTemplates
import Displays
import Foundation

/// What `transformers` makes of the templates among the fixtures.
struct ExpectedTemplates {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  let json: JSON

  init() throws {
    json = try JSON(parsing: String(contentsOf: Self.folder.appending(path: "expected.json"), encoding: .utf8))
  }

  func list(_ name: String) -> [JSON] { json[name]?.arrayValue ?? [] }

  /// The template with a name.
  static func template(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "templates/\(name).jinja"), encoding: .utf8)
  }

  /// A conversation as a template gets it: each content is somebody's words.
  func messages(_ number: Int) -> TemplateValue {
    let turns = list("conversations")[number].arrayValue ?? []
    return .list(
      turns.enumerated().map { index, turn in
        [
          "role": .text(turn["role"]?.stringValue ?? ""),
          "content": .text(turn["content"]?.stringValue ?? "", source: index),
        ]
      })
  }

  /// The same value as a template has it.
  static func value(_ json: JSON) -> TemplateValue {
    switch json {
    case .object(let members):
      let entries = members["entries"]?.arrayValue ?? []
      return .dictionary(
        entries.compactMap { entry in
          guard let pair = entry.arrayValue, pair.count == 2, let key = pair[0].stringValue else { return nil }
          return TemplateValue.Entry(key, value(pair[1]))
        })
    case .array(let items): return .list(items.map(value))
    case .string(let text): return .text(text)
    case .boolean(let flag): return .bool(flag)
    case .integer(let whole): return .int(whole)
    case .number(let number): return .double(number)
    case .null: return .null
    }
  }
}
