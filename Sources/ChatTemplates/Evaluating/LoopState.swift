/// What `loop` is inside a loop.
final class LoopState {
  let items: [Value]
  var index = 0
  /// What `loop.changed` saw last.
  var seen: [Value]?

  init(_ items: [Value]) { self.items = items }

  /// What stands behind `loop.`; `nil` if there is nothing of that name.
  func attribute(_ name: String) -> Value? {
    switch name {
    case "index": .int(index + 1)
    case "index0": .int(index)
    case "first": .bool(index == 0)
    case "last": .bool(index == items.count - 1)
    case "length": .int(items.count)
    case "revindex": .int(items.count - index)
    case "revindex0": .int(items.count - index - 1)
    case "depth": .int(1)
    case "depth0": .int(0)
    case "previtem": index > 0 ? items[index - 1] : .undefined("there is no previous item")
    case "nextitem": index + 1 < items.count ? items[index + 1] : .undefined("there is no next item")
    default: nil
    }
  }
}
