/// An entry of the front end's help menu.
public struct HelpLink: Codable, Sendable, Hashable {
  public var text: String
  public var url: String

  public init(text: String, url: String) {
    self.text = text
    self.url = url
  }
}
