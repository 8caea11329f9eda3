import CSodium

/// Registration happens before there is a session, with a single signed frame instead of a message's four.
extension MessageSigner {
  /// The frames that report a kernel's ports.
  package func registrationFrames(_ request: RegistrationRequest) throws -> [[UInt8]] {
    let json = try JSONCoding.bytes(of: request)
    return [FramedMessage.delimiter, signature(of: [json]), json]
  }

  /// Whether the frames are a launcher's acknowledgement, signed over all that follows the signature.
  package func acceptsRegistration(_ frames: [[UInt8]]) -> Bool {
    guard let delimiter = frames.firstIndex(of: FramedMessage.delimiter), frames.count > delimiter + 2 else {
      return false
    }
    return accepts(frames[delimiter + 1], of: Array(frames[(delimiter + 2)...]))
  }
}
