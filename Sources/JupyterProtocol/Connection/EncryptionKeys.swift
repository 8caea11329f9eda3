/// The kernel's pair of CurveZMQ keys, each 40 characters of Z85.
public struct EncryptionKeys: Sendable, Hashable {
  public var publicKey: String
  public var secretKey: String

  public init(publicKey: String, secretKey: String) {
    self.publicKey = publicKey
    self.secretKey = secretKey
  }
}
