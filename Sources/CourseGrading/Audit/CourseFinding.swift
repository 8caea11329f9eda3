/// Something in the course that is not as it must be.
public struct CourseFinding: Sendable, Equatable, Codable {
  /// The lesson, exercise or file.
  public var place: String
  public var message: String

  public init(_ place: String, _ message: String) {
    self.place = place
    self.message = message
  }
}
