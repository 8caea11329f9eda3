import CZeroMQ

/// What the ZeroMQ library on this machine can do.
public struct SocketLibrary: Sendable, Equatable {
  public var version: String
  /// Whether the library was built with CurveZMQ, the encryption that a connection file can ask for.
  public var offersEncryption: Bool

  public init(version: String, offersEncryption: Bool) {
    self.version = version
    self.offersEncryption = offersEncryption
  }

  /// The library that this program has loaded.
  public static var loaded: SocketLibrary {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    zmq_version(&major, &minor, &patch)
    return SocketLibrary(version: "\(major).\(minor).\(patch)", offersEncryption: zmq_has("curve") == 1)
  }
}
