import FoundationEssentials

/// A picture in JPEG, shown as such.
///
///     JPEG(try Data(contentsOf: URL(filePath: "cat.jpg")))
public struct JPEG: Displayable, Sendable {
  public var data: Data

  public init(_ data: Data) { self.data = data }

  public var display: Display { .jpeg(data) }
}
