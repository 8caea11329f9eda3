extension Evaluator {
  /// What stands behind a point: a method, or a value of that name.
  func attribute(_ owner: Value, _ name: String, _ place: Place) throws -> Value {
    let missing = Value.undefined("'\(name)' of \(owner.kindWords)")
    switch owner {
    case .undefined(let owner): throw TemplateError(.undefined(owner), place)
    case .text:
      if Methods.ofTexts.contains(name) { return .method(of: owner, name) }
      try refuse(name, Methods.unsupportedOfTexts, owner, place)
    case .list:
      if Methods.ofLists.contains(name) { return .method(of: owner, name) }
      try refuse(name, Methods.unsupportedOfLists, owner, place)
    case .dictionary(let entries):
      if Methods.ofDictionaries.contains(name) { return .method(of: owner, name) }
      try refuse(name, Methods.unsupportedOfDictionaries, owner, place)
      try chargeLookUp(.string(name), in: entries, place)
      return entries[.string(name)] ?? missing
    case .namespace(let namespace): return namespace.values[name] ?? missing
    case .loop(let loop):
      if name == "cycle" || name == "changed" { return .method(of: owner, name) }
      return loop.attribute(name) ?? missing
    default: break
    }
    return missing
  }

  private func refuse(_ name: String, _ names: Set<String>, _ owner: Value, _ place: Place) throws {
    guard names.contains(name) else { return }
    throw TemplateError(.unsupported("the method '\(name)' of \(owner.kindWords)"), place)
  }

  /// What stands in square brackets behind a value.
  func item(_ owner: Value, _ key: Value, _ place: Place) throws -> Value {
    func at(_ count: Int) -> Int? {
      guard let index = key.integer else { return nil }
      let place = index < 0 ? index + count : index
      return 0..<count ~= place ? place : nil
    }
    switch (owner, key) {
    case (.undefined(let name), _): throw TemplateError(.undefined(name), place)
    case (.list(let list), _):
      if let place = at(list.items.count) { return list.items[place] }
    case (.text(let text), _):
      if let place = at(text.count) { return .text(MarkedText([text.scalars[place]])) }
    case (.dictionary(let entries), _):
      try chargeLookUp(key, in: entries, place)
      if let value = entries[key] { return value }
    default: break
    }
    if case .text(let name) = key { return try attribute(owner, name.string, place) }
    return .undefined("\(key.kindWords) in \(owner.kindWords)")
  }

  /// A part of a text or a list, as Python counts.
  func slice(_ owner: Value, _ first: Value?, _ last: Value?, _ step: Value?, _ place: Place) throws -> Value {
    func number(_ value: Value?) throws -> Int? {
      guard let value else { return nil }
      if case .null = value { return nil }
      guard let number = value.integer else {
        throw TemplateError(.values(operation: "'[:]'", found: value.kindWords), place)
      }
      return number
    }
    let (first, last, step) = (try number(first), try number(last), try number(step) ?? 1)
    guard step != 0, step != .min else {
      throw TemplateError(.values(operation: "'[:]'", found: "the step \(step)"), place)
    }
    func indices(_ count: Int) -> [Int] {
      func cut(_ value: Int?, _ standard: Int) -> Int {
        guard let value else { return standard }
        let place = value < 0 ? max(value, -count - 1) + count : min(value, count)
        return step > 0 ? min(max(place, 0), count) : min(max(place, -1), count - 1)
      }
      let start = cut(first, step > 0 ? 0 : count - 1)
      let end = cut(last, step > 0 ? count : -1)
      return Array(stride(from: start, to: end, by: min(max(step, -count - 1), count + 1)))
    }
    switch owner {
    case .text(let text): return try self.text(MarkedText(indices(text.count).map { text.scalars[$0] }), place)
    case .list(let list):
      return try self.list(indices(list.items.count).map { list.items[$0] }, isTuple: list.isTuple, place)
    case .undefined(let name): throw TemplateError(.undefined(name), place)
    default: throw TemplateError(.values(operation: "'[:]'", found: owner.kindWords), place)
    }
  }
}
