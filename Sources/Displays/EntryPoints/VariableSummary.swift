/// A variable in one line of a list.
struct VariableSummary: Equatable {
  /// The type as a learner writes it.
  var type: String
  /// The value in at most 80 characters.
  var value: String
  /// `[2, 3]` for a tensor, `5 elements` for a collection, else empty.
  var shape: String
  /// An estimate of the memory that the value owns.
  var bytes: Int

  init(of value: Any) {
    var reader = OutlineReader()
    reader.wholeCounts = [12, 6, 3]
    reader.budget = 60
    reader.longestText = 200
    type = "\(TypeName(of: Swift.type(of: value)))"
    self.value = reader.outline(of: value, depth: 0).singleLine.shortened(to: 80)
    if let measured = value as? any Measured {
      shape = measured.measurements.shape
      bytes = measured.measurements.bytes
    } else {
      shape = VariableSummary.count(of: value)
      bytes = ByteEstimate.bytes(of: value)
    }
  }

  var json: JSON {
    ["type": .string(type), "value": .string(value), "shape": .string(shape), "bytes": .integer(bytes)]
  }

  private static func count(of value: Any) -> String {
    if let text = value as? String {
      return text.utf8.count <= 1 << 20 ? words(text.count, "character") : "\(ByteCount(text.utf8.count))"
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection, .set, .dictionary: return words(mirror.children.count, "element")
    default: return ""
    }
  }

  private static func words(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
