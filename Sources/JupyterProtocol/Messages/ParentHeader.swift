/// The header of the request that a message answers or belongs to, kept byte for byte as it arrived.
///
/// Front ends sort every output to its cell by this header. Output that carries it reaches that cell even long after
/// the cell's reply.
public struct ParentHeader: Sendable, Hashable {
  package let json: [UInt8]

  package init(json: [UInt8]) {
    self.json = json
  }

  /// For messages that no request has caused.
  public static let none = ParentHeader(json: Array("{}".utf8))
}
