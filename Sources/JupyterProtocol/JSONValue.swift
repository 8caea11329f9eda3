/// Any JSON value, for the parts of a message whose shape the protocol leaves open: MIME bundles, metadata and comm data.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// How many arrays and objects may lie inside one another, in what arrives and in what is sent.
  public static let deepestNesting = 200
}
