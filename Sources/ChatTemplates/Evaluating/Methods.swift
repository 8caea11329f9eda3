/// The methods of values.
enum Methods {
  static let ofTexts: Set<String> = [
    "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "startswith", "endswith", "replace", "upper", "lower",
    "title", "capitalize", "find", "rfind", "index", "count", "join", "isdigit", "isalpha", "isalnum", "isspace",
    "isupper",
    "islower", "removeprefix", "removesuffix", "partition", "rpartition", "zfill",
  ]
  static let ofLists: Set<String> = ["index", "count"]
  static let ofDictionaries: Set<String> = ["items", "keys", "values", "get"]

  /// Those of Python that are not here: what changes a value, and what few templates use.
  static let unsupportedOfTexts: Set<String> = [
    "format", "format_map", "encode", "translate", "maketrans", "center", "ljust", "rjust", "swapcase", "casefold",
    "expandtabs", "isascii", "isdecimal", "isnumeric", "isidentifier", "isprintable", "istitle", "rindex",
  ]
  static let unsupportedOfLists: Set<String> = [
    "append", "extend", "insert", "pop", "remove", "sort", "reverse", "clear", "copy",
  ]
  static let unsupportedOfDictionaries: Set<String> = [
    "update", "pop", "popitem", "setdefault", "clear", "copy", "fromkeys",
  ]
}

extension Evaluator {
  func method(_ owner: Value, _ name: String, _ arguments: CallArguments) throws -> Value {
    try charge(owner.size / 4 + arguments.size / 4, arguments.place)
    switch owner {
    case .text(let text): return try method(text, name, arguments)
    case .list(let list):
      let value = try arguments.bound("value")[0] ?? .null
      let places = list.items.indices.filter { list.items[$0].isSame(as: value) }
      if name == "count" { return .int(places.count) }
      guard let place = places.first else { throw arguments.error("a value that is not in the list") }
      return .int(place)
    case .dictionary(let entries): return try method(entries, name, arguments)
    case .loop(let loop): return try method(loop, name, arguments)
    default: throw arguments.error(owner)
    }
  }

  private func method(_ entries: Value.Entries, _ name: String, _ arguments: CallArguments) throws -> Value {
    switch name {
    case "get":
      let bound = try arguments.bound("key", "default")
      guard let key = bound[0] else { throw arguments.error("no key") }
      try chargeLookUp(key, in: entries, arguments.place)
      return entries[key] ?? bound[1] ?? .null
    case "keys": return try list(entries.items.map(\.key), arguments.place)
    case "values": return try list(entries.items.map(\.value), arguments.place)
    default: return try pairs(entries, arguments.place)
    }
  }

  /// The entries as tuples of a key and a value.
  func pairs(_ entries: Value.Entries, _ place: Place) throws -> Value {
    try list(try entries.items.map { try list([$0.key, $0.value], isTuple: true, place) }, place)
  }

  private func method(_ loop: LoopState, _ name: String, _ arguments: CallArguments) throws -> Value {
    if name == "cycle" {
      guard !arguments.positional.isEmpty else { throw arguments.error("no arguments") }
      return arguments.positional[loop.index % arguments.positional.count]
    }
    for value in arguments.positional { try checkPlain(value, arguments.place) }
    let isSame = loop.seen.map { seen in
      seen.count == arguments.positional.count && zip(seen, arguments.positional).allSatisfy { $0.isSame(as: $1) }
    }
    loop.seen = arguments.positional
    return .bool(!(isSame ?? false))
  }
}
