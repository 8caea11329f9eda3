import CSodium

/// Signs messages with the connection file's key, and tells whether a signature is right.
package struct MessageSigner: Sendable {
  private let scheme: SignatureScheme
  private let key: [UInt8]

  /// - Parameter key: The shared secret; an empty one means that messages are neither signed nor checked.
  package init(scheme: SignatureScheme, key: [UInt8]) {
    self.scheme = scheme
    self.key = key
  }

  /// Whether there is a key at all.
  package var isEnabled: Bool { !key.isEmpty }

  /// The signature over a message's four JSON frames, in hexadecimal digits.
  package func signature(of message: FramedMessage) -> [UInt8] {
    signature(of: message.signedFrames)
  }

  /// Whether the message carries the signature that it should.
  package func accepts(_ message: FramedMessage) -> Bool {
    accepts(message.signature, of: message.signedFrames)
  }

  func signature(of frames: [[UInt8]]) -> [UInt8] {
    guard isEnabled else { return [] }
    return switch scheme {
    case .hmacSHA256: hexadecimal(authenticationCode256(of: frames))
    case .hmacSHA512: hexadecimal(authenticationCode512(of: frames))
    }
  }

  /// Compares in a time that tells a forger nothing about how much of the signature was right.
  func accepts(_ signature: [UInt8], of frames: [[UInt8]]) -> Bool {
    guard isEnabled else { return true }
    let wanted = self.signature(of: frames)
    return wanted.count == signature.count && sodium_memcmp(wanted, signature, wanted.count) == 0
  }

  private func authenticationCode256(of frames: [[UInt8]]) -> [UInt8] {
    var state = crypto_auth_hmacsha256_state()
    var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
    crypto_auth_hmacsha256_init(&state, key, key.count)
    for frame in frames { crypto_auth_hmacsha256_update(&state, frame, UInt64(frame.count)) }
    crypto_auth_hmacsha256_final(&state, &code)
    return code
  }

  private func authenticationCode512(of frames: [[UInt8]]) -> [UInt8] {
    var state = crypto_auth_hmacsha512_state()
    var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha512_BYTES))
    crypto_auth_hmacsha512_init(&state, key, key.count)
    for frame in frames { crypto_auth_hmacsha512_update(&state, frame, UInt64(frame.count)) }
    crypto_auth_hmacsha512_final(&state, &code)
    return code
  }

  private func hexadecimal(_ code: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return code.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
