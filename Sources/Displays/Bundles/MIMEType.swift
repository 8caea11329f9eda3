/// The name of a form in which a value can be shown, for instance `text/html`.
public struct MIMEType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let plainText = MIMEType(rawValue: "text/plain")
  public static let html = MIMEType(rawValue: "text/html")
  public static let markdown = MIMEType(rawValue: "text/markdown")
  public static let latex = MIMEType(rawValue: "text/latex")
  public static let svg = MIMEType(rawValue: "image/svg+xml")
  public static let png = MIMEType(rawValue: "image/png")
  public static let jpeg = MIMEType(rawValue: "image/jpeg")
  public static let json = MIMEType(rawValue: "application/json")
  public static let vegaLite = MIMEType(rawValue: "application/vnd.vegalite.v5+json")

  public var description: String { rawValue }
}
