/// The ways of signing a message that are supported.
public enum SignatureScheme: String, Sendable, CaseIterable {
  case hmacSHA256 = "hmac-sha256"
  case hmacSHA512 = "hmac-sha512"
}
