/// Why a template could not be read or filled in, and where: the facts. The words are its ``description``.
///
///     do { _ = try JinjaTemplate("{% include 'x' %}") } catch { print(error) }
public struct TemplateError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    case unexpected(String, wanted: String)
    case unclosed(String)
    /// Something of the language that is not run here, by its name.
    case unsupported(String)
    case undefined(String)
    /// An operation on values that it is not for.
    case values(operation: String, found: String)
    /// The template itself says that the conversation is not as it should be.
    case raised(String)
    /// The template does more than is allowed.
    case limit(String, Int)
    case overflow(operation: String)
  }

  public let reason: Reason
  /// From 1.
  public let line: Int
  /// From 1.
  public let column: Int

  init(_ reason: Reason, _ line: Int, _ column: Int) { (self.reason, self.line, self.column) = (reason, line, column) }

  init(_ reason: Reason, _ place: Place) { self.init(reason, place.line, place.column) }
}
