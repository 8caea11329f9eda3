import JupyterProtocol
import Testing

@Suite("Frames")
struct FramedMessageTests {
  private let delimiter = FramedMessage.delimiter

  @Test func areCutAtTheFirstDelimiter() throws {
    let frames: [[UInt8]] = [[1], [2], delimiter, [3], [4], [5], [6], [7], delimiter, [8]]
    let message = try FramedMessage(frames: frames)
    #expect(message.identities == [[1], [2]])
    #expect(message.signature == [3])
    #expect(message.header == [4])
    #expect(message.parentHeader == [5])
    #expect(message.metadata == [6])
    #expect(message.content == [7])
    #expect(message.buffers == [delimiter, [8]])
    #expect(message.frames == frames)
  }

  @Test func areRefusedWithoutDelimiter() {
    #expect(throws: MessageProblem.noDelimiter(frames: 2)) { try FramedMessage(frames: [[1], [2]]) }
    #expect(throws: MessageProblem.noDelimiter(frames: 0)) { try FramedMessage(frames: []) }
  }

  @Test(arguments: 0..<5)
  func areRefusedWhenSomeAreMissing(count: Int) {
    let frames = [delimiter] + Array(repeating: [UInt8](), count: count)
    #expect(throws: MessageProblem.framesMissing(after: count)) { try FramedMessage(frames: frames) }
  }

  @Test func areRefusedWhenThereAreFarTooMany() {
    let frames = [delimiter] + Array(repeating: [UInt8](), count: FramedMessage.mostFrames)
    #expect(throws: MessageProblem.tooManyFrames(FramedMessage.mostFrames + 1)) { try FramedMessage(frames: frames) }
  }

  @Test func readOrRefusedButNeverFatal() {
    var chance = SystemRandomNumberGenerator()
    let reader = MessageReader(signer: MessageSigner(scheme: .hmacSHA256, key: []))
    let pieces: [[UInt8]] = [delimiter, Array("{}".utf8), Array("[".utf8), [], [0xFF], Array(#"{"msg_id":"#.utf8)]
    for _ in 0..<5_000 {
      let frames = (0..<Int.random(in: 0..<10, using: &chance)).map { _ in
        Bool.random() ? pieces.randomElement(using: &chance) ?? [] : [UInt8.random(in: 0...255, using: &chance)]
      }
      if let message = try? FramedMessage(frames: frames) { #expect(message.frames == frames) }
      _ = try? reader.message(from: frames)
    }
  }
}
