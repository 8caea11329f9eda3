import FoundationEssentials

/// A picture in PNG, shown as such.
///
///     PNG(try Data(contentsOf: URL(filePath: "cat.png")))
public struct PNG: Displayable, Sendable {
  public var data: Data

  public init(_ data: Data) { self.data = data }

  public var display: Display { .png(data) }
}
