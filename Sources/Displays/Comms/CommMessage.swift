import FoundationEssentials

/// What travels through a ``Comm``.
public struct CommMessage: Sendable, Equatable {
  public var data: JSON
  public var metadata: JSON
  /// Bytes that would be clumsy as JSON, for instance the numbers of a tensor.
  public var buffers: [Data]

  public init(_ data: JSON = [:], metadata: JSON = [:], buffers: [Data] = []) {
    self.data = data
    self.metadata = metadata
    self.buffers = buffers
  }
}
