import JupyterProtocol
import Testing

@Suite("Contents of messages")
struct MessageContentTests {
  private func read<Content: Decodable>(_ json: String, as type: Content.Type = Content.self) throws -> Content {
    try JSONCoding.value(type, from: Array(json.utf8))
  }

  private func members(of value: some Encodable) throws -> JSONValue {
    try JSONCoding.value(JSONValue.self, from: JSONCoding.bytes(of: value))
  }

  @Test func anExecuteRequestHasTheUsualValuesForWhatIsLeftOut() throws {
    let request: ExecuteRequest = try read(#"{"code": "x"}"#)
    #expect(!request.silent && request.storeHistory && request.stopOnError && !request.allowStdin)
    #expect(request.userExpressions.isEmpty)
  }

  @Test func anExecuteReplyCarriesItsNumberWithAnErrorToo() throws {
    let error = ErrorOutput(name: "N", value: "v", traceback: ["t"])
    #expect(
      try members(of: ExecuteReply(executionCount: 3, error: error)) == [
        "status": "error", "execution_count": 3, "ename": "N", "evalue": "v", "traceback": ["t"], "payload": [],
        "user_expressions": [:],
      ])
    #expect(
      try members(of: ExecuteReply(executionCount: 3)) == [
        "status": "ok", "execution_count": 3, "payload": [], "user_expressions": [:],
      ])
  }

  @Test func aReplySaysOkBesideItsContent() throws {
    #expect(
      try members(of: Reply.ok(ShutdownReply(restart: true))) == ["status": "ok", "restart": true])
    #expect(try members(of: Reply.ok(EmptyContent())) == ["status": "ok"])
    let refusal = Reply<EmptyContent>.error(ErrorOutput(name: "N", value: "v", traceback: []))
    #expect(try members(of: refusal) == ["status": "error", "ename": "N", "evalue": "v", "traceback": []])
  }

  @Test func historyIsAskedForInThreeWays() throws {
    #expect(try read(#"{"hist_access_type": "tail", "n": 4}"#, as: HistoryRequest.self).access == .tail(count: 4))
    #expect(
      try read(#"{"hist_access_type": "range", "session": -1, "start": 2, "stop": null}"#, as: HistoryRequest.self)
        .access == .range(session: -1, start: 2, stop: nil))
    #expect(
      try read(#"{"hist_access_type": "search", "pattern": "a*", "unique": true}"#, as: HistoryRequest.self).access
        == .search(pattern: "a*", count: nil, unique: true))
    #expect(throws: DecodingError.self) { try read(#"{"hist_access_type": "dream"}"#, as: HistoryRequest.self) }
  }

  @Test func historyIsToldInTriples() throws {
    let entries = [
      HistoryEntry(session: 1, line: 2, input: "a"), HistoryEntry(session: 1, line: 3, input: "b", output: "c"),
    ]
    #expect(
      try members(of: HistoryReply(entries, withOutput: false)) == ["history": [[1, 2, "a"], [1, 3, "b"]]])
    #expect(
      try members(of: HistoryReply(entries, withOutput: true)) == [
        "history": [[1, 2, ["a", nil]], [1, 3, ["b", "c"]]]
      ])
  }

  private static let completeness: [(IsCompleteReply, JSONValue)] = [
    (.complete, ["status": "complete"]), (.invalid, ["status": "invalid"]), (.unknown, ["status": "unknown"]),
    (.incomplete(indent: "  "), ["status": "incomplete", "indent": "  "]),
  ]

  @Test(arguments: completeness)
  func onlyIncompleteCodeHasAnIndent(reply: IsCompleteReply, json: JSONValue) throws {
    #expect(try members(of: reply) == json)
  }

  @Test(arguments: [
    Payload.page(MIMEBundle(text: "t"), startLine: 4), .setNextInput("code", replace: true),
  ])
  func payloadsStayTheSameOnTheWayOutAndBack(payload: Payload) throws {
    #expect(try JSONCoding.value(Payload.self, from: JSONCoding.bytes(of: payload)) == payload)
  }

  @Test func aDisplayWithoutIdentifierHasAnEmptyTransient() throws {
    #expect(
      try members(of: DisplayData(MIMEBundle(text: "t"), identifier: nil)) == [
        "data": ["text/plain": "t"], "metadata": [:], "transient": [:],
      ])
  }

  @Test func aReplyIsNamedAfterItsRequest() {
    #expect(MessageType(rawValue: "kernel_info_request").reply == "kernel_info_reply")
    #expect(MessageType(rawValue: "comm_open").reply == "comm_open")
  }
}
