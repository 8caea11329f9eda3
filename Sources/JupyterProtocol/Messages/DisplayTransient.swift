/// What a front end needs to know about an output now, but does not save.
public struct DisplayTransient: Codable, Sendable {
  /// The name under which the output can be replaced later.
  public var displayID: String?

  public init(displayID: String?) {
    self.displayID = displayID
  }

  private enum CodingKeys: String, CodingKey {
    case displayID = "display_id"
  }
}
