extension Notebook {
  /// The notebook as a file of format 4.5, the same bytes for the same cells: keys are sorted, there are no outputs and
  /// no counts, and the kernel is ours.
  public var text: String {
    let cells = cells.map(\.json).joined(separator: ",\n")
    return """
      {
       "cells": [
      \(cells)
       ],
       "metadata": {
        "kernelspec": {
         "display_name": "Swift (Glassbox)",
         "language": "swift",
         "name": "glassbox"
        },
        "language_info": {
         "name": "swift"
        }
       },
       "nbformat": 4,
       "nbformat_minor": 5
      }

      """
  }
}

extension NotebookCell {
  fileprivate var json: String {
    var lines = ["   \"cell_type\": \(kind.rawValue.jsonLiteral)"]
    if kind == .code { lines.append("   \"execution_count\": null") }
    lines.append("   \"id\": \(id.jsonLiteral)")
    lines.append("   \"metadata\": \(tags.isEmpty ? "{}" : "{\n    \"tags\": \(Self.list(tags, indent: 4))\n   }")")
    if kind == .code { lines.append("   \"outputs\": []") }
    lines.append("   \"source\": \(Self.list(sourceLines, indent: 3))")
    return "  {\n" + lines.joined(separator: ",\n") + "\n  }"
  }

  /// The lines of the source, each with its line break, as the format wants them.
  private var sourceLines: [String] {
    guard !source.isEmpty else { return [] }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.map { $0 == lines.count - 1 ? lines[$0] : lines[$0] + "\n" }.filter { !$0.isEmpty }
  }

  private static func list(_ texts: [String], indent: Int) -> String {
    guard !texts.isEmpty else { return "[]" }
    let space = String(repeating: " ", count: indent)
    return "[\n" + texts.map { "\(space) \($0.jsonLiteral)" }.joined(separator: ",\n") + "\n\(space)]"
  }
}

extension String {
  /// The text as JSON writes it; letters of all languages stay as they are.
  var jsonLiteral: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
