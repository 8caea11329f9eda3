/// One value in several forms, each under its MIME type, of which a front end shows the richest that it knows.
public struct MIMEBundle: Sendable, Hashable {
  /// The forms. Text forms are strings, binary ones base64 strings, `application/json` and its kin plain JSON.
  public var data: [String: JSONValue]
  /// What a front end should know about the forms, by MIME type; for instance the width of a picture.
  public var metadata: [String: JSONValue]

  public init(data: [String: JSONValue], metadata: [String: JSONValue] = [:]) {
    self.data = data
    self.metadata = metadata
  }

  /// A bundle with nothing but plain text.
  public init(text: String) {
    self.init(data: ["text/plain": .string(text)])
  }

  /// The plain text form, where there is one.
  public var plainText: String? {
    if case .string(let text) = data["text/plain"] { text } else { nil }
  }
}
