extension Value {
  /// As `{{ }}` writes it, which is Python's `str`.
  var written: MarkedText {
    switch self {
    case .undefined: MarkedText()
    case .text(let text): text
    default: quoted
    }
  }

  /// As it stands in a list: Python's `repr`.
  private var quoted: MarkedText {
    switch self {
    case .undefined: return MarkedText("Undefined")
    case .null: return MarkedText("None")
    case .bool(let value): return MarkedText(value ? "True" : "False")
    case .int(let value): return MarkedText("\(value)")
    case .double(let value): return MarkedText(value.pythonText)
    case .text(let text): return Self.quoted(text)
    case .list(let list):
      var text = MarkedText(list.isTuple ? "(" : "[")
      text += MarkedText(", ").joined(list.items.map(\.quoted))
      text += MarkedText(!list.isTuple ? "]" : list.items.count == 1 ? ",)" : ")")
      return text
    case .dictionary(let entries):
      var text = MarkedText("{")
      text += MarkedText(", ").joined(entries.items.map { MarkedText(": ").joined([$0.key.quoted, $0.value.quoted]) })
      text += MarkedText("}")
      return text
    default: return MarkedText("<\(kindWords)>")
    }
  }

  private static func quoted(_ text: MarkedText) -> MarkedText {
    let scalars = text.scalars.map(\.scalar)
    let quote: Unicode.Scalar = scalars.contains("'") && !scalars.contains("\"") ? "\"" : "'"
    var result = MarkedText(String(quote))
    result += text.mapped { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case quote: "\\\(scalar)"
      default: scalar.isPythonPrintable ? String(Character(scalar)) : scalar.pythonEscape
      }
    }
    result += MarkedText(String(quote))
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var isPythonPrintable: Bool {
    if self == " " { return true }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  fileprivate var pythonEscape: String {
    let digits = String(value, radix: 16)
    let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x1_0000 ? ("u", 4) : ("U", 8)
    return "\\\(letter)\(String(repeating: "0", count: width - digits.count))\(digits)"
  }
}
