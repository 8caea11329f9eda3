import FoundationEssentials

/// Turns any value into an ``Outline``, looking at no more of it than will be shown.
///
/// A huge array is asked for its count and for a few elements; a graph of objects is followed to a certain depth, and
/// an object that holds itself is named once.
struct OutlineReader {
  /// How many elements a collection may have to be shown whole, by depth.
  var wholeCounts = [40, 12, 6]
  /// How deep the values in values are shown.
  var deepest = 6
  /// How many values are looked at altogether.
  var budget = 400
  /// How many characters of a text are shown at the top; inside other values it is a tenth of that.
  var longestText = 2_000

  private var enclosingObjects: Set<ObjectIdentifier> = []

  init() {}

  mutating func outline(of value: Any, depth: Int = 0) -> Outline {
    budget -= 1
    guard budget > 0 else { return .elision }
    if let optional = value as? any OptionalValue {
      guard let wrapped = optional.wrapped else { return .leaf("nil") }
      return outline(of: wrapped, depth: depth)
    }
    if let leaf = leaf(value, depth: depth) { return .leaf(leaf) }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection, .set, .dictionary: return collection(value, mirror, depth: depth)
    default: break
    }
    if let described = described(value) { return .leaf(shortened(described, depth: depth)) }
    guard depth < deepest else { return .leaf("\(TypeName(of: type(of: value)))(…)") }
    switch mirror.displayStyle {
    case .tuple: return group("(", fields(mirror, depth: depth), ")")
    case .enum: return enumeration(value, mirror, depth: depth)
    case .class: return object(value, mirror, depth: depth)
    case .foreignReference: return .leaf("\(TypeName(of: type(of: value)))")
    default: return structure(value, mirror, depth: depth)
    }
  }

  /// The text of a value that is one word, or that says itself how it looks.
  private func leaf(_ value: Any, depth: Int) -> String? {
    switch value {
    case let text as String: return quoted(text, depth: depth)
    case let text as Substring: return quoted(text, depth: depth)
    case let character as Character: return quoted(String(character), depth: depth)
    case let displayable as any Displayable:
      let text = displayable.display.text
      guard depth > 0, let end = text.firstIndex(where: \.isNewline) else { return shortened(text, depth: depth) }
      return text[..<end] + " …"
    case let data as Data: return ImageHeader(data)?.caption(bytes: data.count) ?? "Data (\(ByteCount(data.count)))"
    case let type as Any.Type: return "\(TypeName(of: type)).self"
    // What an actor holds may be read on the actor only.
    case is any Actor where !(value is any CustomStringConvertible):
      return "\(TypeName(of: Swift.type(of: value))) (actor)"
    default: return nil
    }
  }

  /// The words of the type's author.
  private func described(_ value: Any) -> String? {
    if let value = value as? any CustomStringConvertible { return value.description }
    if let value = value as? any CustomDebugStringConvertible { return value.debugDescription }
    return nil
  }

  // MARK: - Collections

  private mutating func collection(_ value: Any, _ mirror: Mirror, depth: Int) -> Outline {
    let children = mirror.children
    let count = children.count
    let isDictionary = mirror.displayStyle == .dictionary
    guard count > 0 else { return .leaf(isDictionary ? "[:]" : "[]") }
    let isWhole = count <= wholeCounts[min(depth, wholeCounts.count - 1)]
    let isOrdered = mirror.displayStyle == .collection
    guard depth < deepest else { return .leaf("[…] (\(count) elements)") }

    var items: [Outline.Item] = []
    if isOrdered {
      items += children.prefix(isWhole ? count : 3).map { .init(outline: outline(of: $0.value, depth: depth + 1)) }
      if !isWhole {
        items.append(.init(outline: .elision))
        if let last = (value as? any StoredElements)?.lastElement {
          items.append(.init(outline: outline(of: last, depth: depth + 1)))
        }
      }
    } else {
      let entries = SortedEntries(children, isDictionary: isDictionary, count: count)
      for entry in entries.values.prefix(isWhole ? count : 3) {
        let label = entry.key.map { outline(of: $0, depth: depth + 1).singleLine }
        items.append(.init(label: label, outline: outline(of: entry.value, depth: depth + 1)))
      }
      if !isWhole { items.append(.init(outline: .elision)) }
    }
    return .group(open: "[", items: items, close: "]", note: isWhole ? "" : " (\(count) elements)")
  }

  // MARK: - Structures, tuples, enumerations, objects

  private func group(_ open: String, _ items: [Outline.Item], _ close: String) -> Outline {
    .group(open: open, items: items, close: close, note: "")
  }

  private mutating func structure(_ value: Any, _ mirror: Mirror, depth: Int) -> Outline {
    let name = "\(TypeName(of: type(of: value)))"
    let items = fields(mirror, depth: depth)
    // A function has no parts and no name: its type says what it is.
    if items.isEmpty, mirror.displayStyle == nil { return .leaf(name) }
    return group("\(name)(", items, ")")
  }

  private mutating func enumeration(_ value: Any, _ mirror: Mirror, depth: Int) -> Outline {
    guard let child = mirror.children.first, let label = child.label else {
      return .leaf(".\(String(describing: value))")
    }
    let payload = Mirror(reflecting: child.value)
    if payload.displayStyle == .tuple { return group(".\(label)(", fields(payload, depth: depth), ")") }
    return group(".\(label)(", [.init(outline: outline(of: child.value, depth: depth + 1))], ")")
  }

  private mutating func object(_ value: Any, _ mirror: Mirror, depth: Int) -> Outline {
    let name = "\(TypeName(of: type(of: value)))"
    let identity = ObjectIdentifier(value as AnyObject)
    guard enclosingObjects.insert(identity).inserted else { return .leaf("\(name)(… see above)") }
    defer { enclosingObjects.remove(identity) }
    var items: [Outline.Item] = []
    var ancestor: Mirror? = mirror
    var chain: [Mirror] = []
    while let current = ancestor, chain.count < 16 {
      chain.append(current)
      ancestor = current.superclassMirror
    }
    for part in chain.reversed() { items += fields(part, depth: depth) }
    return group("\(name)(", items, ")")
  }

  private mutating func fields(_ mirror: Mirror, depth: Int) -> [Outline.Item] {
    var items: [Outline.Item] = []
    for child in mirror.children where !FieldName.isHidden(child.label) {
      guard items.count < 40, budget > 0 else {
        items.append(.init(outline: .elision))
        break
      }
      items.append(.init(label: FieldName(child.label)?.text, outline: outline(of: child.value, depth: depth + 1)))
    }
    return items
  }

  // MARK: - Texts

  private func shortened(_ text: String, depth: Int) -> String {
    depth == 0 ? text.shortened(to: longestText) : text.singleLine().shortened(to: longestText / 10)
  }

  private func quoted(_ text: some StringProtocol, depth: Int) -> String {
    let limit = depth == 0 ? longestText : longestText / 10
    // The bytes are at least as many as the characters, and counting them is cheap.
    guard text.utf8.count > limit, let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
      end < text.endIndex
    else { return String(text).quoted }
    let size = text.utf8.count <= 1 << 20 ? "\(text.count) characters" : "\(ByteCount(text.utf8.count))"
    return "\(String(text[..<end]).quoted.dropLast())…\" (\(size))"
  }
}

/// An optional of any type.
protocol OptionalValue {
  var wrapped: Any? { get }
}

extension Optional: OptionalValue {
  var wrapped: Any? { map { $0 as Any } }
}
