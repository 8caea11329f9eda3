/// The filters of the language.
enum Filters {
  static let names = ofTexts.union(ofLists).union(choosing).union(general)

  static let general: Set<String> = [
    "default", "d", "tojson", "string", "int", "float", "abs", "round", "length", "count", "attr", "safe",
  ]
  static let ofTexts: Set<String> = [
    "trim", "upper", "lower", "title", "capitalize", "replace", "indent", "join", "wordcount",
  ]
  static let ofLists: Set<String> = [
    "first", "last", "list", "reverse", "sort", "unique", "items", "dictsort", "sum", "min", "max",
  ]
  static let choosing: Set<String> = ["map", "select", "reject", "selectattr", "rejectattr"]
}

extension Evaluator {
  func filter(_ value: Value, _ name: String, _ arguments: CallArguments) throws -> Value {
    try charge(value.size / 4 + arguments.size / 4, arguments.place)
    if Filters.ofTexts.contains(name) { return try textFilter(value, name, arguments) }
    if Filters.ofLists.contains(name) { return try listFilter(value, name, arguments) }
    if Filters.choosing.contains(name) { return try choosingFilter(value, name, arguments) }
    switch name {
    case "default", "d":
      let bound = try arguments.bound("default_value", "boolean")
      var isMissing = bound[1]?.isTrue ?? false ? !value.isTrue : false
      if case .undefined = value { isMissing = true }
      return isMissing ? bound[0] ?? .string("") : value
    case "tojson": return try json(value, arguments)
    case "string": return try text(value.written, arguments.place)
    case "length", "count": return .int(try length(value, arguments))
    case "attr":
      guard case .namespace = value else { return .undefined("an attribute of \(value.kindWords)") }
      return try attribute(value, try arguments.text(try arguments.bound("name")[0]).string, arguments.place)
    case "safe": return value
    default: return try number(value, name, arguments)
    }
  }

  private func length(_ value: Value, _ arguments: CallArguments) throws -> Int {
    switch value {
    case .text(let text): return text.count
    case .list(let list): return list.items.count
    case .dictionary(let entries): return entries.items.count
    case .loop(let loop): return loop.items.count
    case .undefined: return 0
    default: throw arguments.error(value)
    }
  }

  private func json(_ value: Value, _ arguments: CallArguments) throws -> Value {
    let bound = try arguments.bound("ensure_ascii", "indent", "separators", "sort_keys")
    var writer = JSONWriter(arguments, limit: limits.characters)
    writer.escapesUnicode = bound[0]?.isTrue ?? false
    if let indent = bound[1], !indent.isNull {
      if case .text(let text) = indent {
        writer.indent = text.string
      } else {
        let width = try arguments.integer(indent, standard: 0)
        writer.indent = String(repeating: " ", count: min(max(width, 0), limits.characters))
      }
      writer.itemSeparator = ","
    }
    if case .list(let separators)? = bound[2] {
      guard separators.items.count == 2 else { throw arguments.error("\(separators.items.count) separators") }
      writer.itemSeparator = try arguments.text(separators.items[0]).string
      writer.keySeparator = try arguments.text(separators.items[1]).string
    }
    writer.sortsKeys = bound[3]?.isTrue ?? false
    try writer.write(value)
    return try text(writer.text, arguments.place)
  }

  private func number(_ value: Value, _ name: String, _ arguments: CallArguments) throws -> Value {
    switch name {
    case "int":
      let standard = try arguments.bound("default")[0] ?? .int(0)
      if case .text(let text) = value {
        let text = text.trimmed().string
        return Int(text).map { .int($0) } ?? Double(text).flatMap { Int(exactly: $0.rounded(.towardZero)) }.map {
          .int($0)
        } ?? standard
      }
      if let whole = value.integer { return .int(whole) }
      return value.number.flatMap { Int(exactly: $0.rounded(.towardZero)) }.map { .int($0) } ?? standard
    case "float":
      let standard = try arguments.bound("default")[0] ?? .double(0)
      if case .text(let text) = value { return Double(text.trimmed().string).map { .double($0) } ?? standard }
      return value.number.map { .double($0) } ?? standard
    case "abs":
      if let whole = value.integer { return whole < 0 ? try negative(.int(whole), arguments.place) : .int(whole) }
      guard let number = value.number else { throw arguments.error(value) }
      return .double(abs(number))
    default:
      let bound = try arguments.bound("precision", "method")
      let precision = try arguments.integer(bound[0], standard: 0)
      guard let number = value.number, 0...15 ~= precision else { throw arguments.error(value) }
      if let method = bound[1], try arguments.text(method).string != "common" {
        throw TemplateError(.unsupported("the filter 'round' with a method"), arguments.place)
      }
      var scale = 1.0
      for _ in 0..<precision { scale *= 10 }
      return .double((number * scale).rounded(.toNearestOrEven) / scale)
    }
  }
}
