import JupyterProtocol
import Testing

@Suite("Reading and writing messages")
struct MessageReaderTests {
  private let signer = MessageSigner(scheme: .hmacSHA256, key: Array("secret".utf8))
  private var writer: MessageWriter { MessageWriter(signer: signer, username: "tester") }

  @Test func whatIsWrittenCanBeRead() throws {
    let content = ExecuteRequest(code: "let x = \"😀\"", userExpressions: ["a": "b"], allowStdin: true)
    let frames = try writer.frames(
      content, type: ExecuteRequest.messageType, to: [[1, 2]], parent: .none, metadata: ["cellId": "c"],
      buffers: [[9, 9]])
    let message = try MessageReader(signer: signer).message(from: frames)
    #expect(message.identities == [[1, 2]])
    #expect(message.header.messageType == "execute_request")
    #expect(message.header.version == "5.5")
    #expect(message.header.username == "tester")
    #expect(message.parentMessageID == nil)
    #expect(message.buffers == [[9, 9]])
    let read: ExecuteRequest = try message.content()
    #expect(read.code == content.code)
    #expect(read.userExpressions == ["a": "b"])
    #expect(read.allowStdin)
    #expect(try message.metadata([String: JSONValue].self) == ["cellId": "c"])
  }

  @Test func theSameMessageIsReadOnce() throws {
    let reader = MessageReader(signer: signer)
    let frames = try writer.frames(
      ClearOutput(wait: true), type: ClearOutput.messageType, to: [], parent: .none)
    _ = try reader.message(from: frames)
    #expect(throws: MessageProblem.replayed) { try reader.message(from: frames) }
  }

  @Test func noTwoMessagesAreTheSame() throws {
    let writer = writer
    let signatures = try (0..<1_000).map { _ in
      try writer.frames(ClearOutput(wait: true), type: ClearOutput.messageType, to: [], parent: .none)[1]
    }
    #expect(Set(signatures).count == 1_000)
  }

  @Test func theParentIsTheHeaderByteForByte() throws {
    let header = Array(#"{ "msg_type":"x_request",  "msg_id" : "é\u00e9" , "other": [1.0, 1e3] }"#.utf8)
    var framed = FramedMessage(
      identities: [], signature: [], header: header, parentHeader: Array("{}".utf8), metadata: Array("{}".utf8),
      content: Array("{}".utf8))
    framed.signature = signer.signature(of: framed)
    let request = try MessageReader(signer: signer).message(from: framed.frames)
    let reply = try writer.frames(
      ClearOutput(wait: false), type: "x_reply", to: [], parent: request.asParent)
    #expect(try FramedMessage(frames: reply).parentHeader == header)
  }

  @Test(arguments: [
    "", "null", "[]", "5", "{}", #"{"msg_id": "a"}"#, #"{"msg_type": "b"}"#, #"{"msg_id": 1, "msg_type": "b"}"#,
  ])
  func aHeaderWithoutIdentifierOrTypeIsRefused(json: String) {
    let framed = FramedMessage(
      identities: [], signature: [], header: Array(json.utf8), parentHeader: [], metadata: [], content: [])
    #expect(throws: MessageProblem.self) { try IncomingMessage(framed) }
  }

  @Test func aHeaderWithOddFieldsIsRead() throws {
    let json = #"{"msg_id": "a", "msg_type": "b", "session": 5, "date": null, "subshell_id": null}"#
    let framed = FramedMessage(
      identities: [], signature: [], header: Array(json.utf8), parentHeader: [], metadata: [], content: [])
    let header = try IncomingMessage(framed).header
    #expect(header.session == "")
    #expect(header.subshellID == nil)
  }
}
