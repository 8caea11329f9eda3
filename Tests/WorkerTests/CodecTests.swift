import Testing

@testable import WorkerProtocol

@Suite struct CodecTests {
  private static let requests: [WorkerRequest] = [
    .run(
      CellRun(
        run: 7, number: 7, module: "Cell7", library: "/tmp/é/libCell7.so", entry: "cell_main_7",
        variables: [VariableSlot(name: "x", symbol: "$s5Cell71xSivp")], allowsInput: false, outputLimit: 12)),
    .run(
      CellRun(
        run: 8, number: 0, module: "Checks", library: "/l.so", entry: "", variables: [],
        suite: SuiteRun(testingLibrary: "/libTesting.so", nonce: "7f"))),
    .interrupt(run: -1), .input(run: 3, reply: .line("a\u{0}😀")), .input(run: 3, reply: .endOfFile),
    .input(run: 3, reply: .refused), .describe(request: 1, variables: [VariableReference(module: "Cell1", index: 4)]),
    .load(request: 2, library: ""), .setEnvironment(name: "A", value: nil), .setEnvironment(name: "A", value: "b"),
    .changeDirectory(request: 5, path: "/"), .comm(run: 1, message: "{}"), .forgetResults, .shutdown,
  ]
  private static let frames = [
    BacktraceFrame(library: "/lib/x.so", offset: .max), BacktraceFrame(library: "", offset: 0),
  ]
  private static let events: [WorkerEvent] = [
    .ready(processIdentifier: 123), .output(run: 1, stream: .standardError, text: "日本"),
    .display(run: 2, message: "{}"), .inputRequested(run: 2, prompt: "?", isPassword: true),
    .finished(
      run: 9,
      outcome: RunOutcome(
        ending: .failure(
          RunFailure(kind: .memoryLimit, message: "m", errorType: "E", backtrace: frames, isOnOtherThread: true)),
        initialized: [0, 2], types: ["Swift.Int", "A.B"], hiddenLines: 3, hiddenBytes: 4, duration: 5, hasResult: true)),
    .finished(run: 9, outcome: RunOutcome(ending: .success)),
    .finished(run: 9, outcome: RunOutcome(ending: .interrupted(backtrace: frames))),
    .described(
      request: 4,
      variables: [
        VariableDescription(
          reference: VariableReference(module: "C", index: 0), type: "[Float]", value: "…", shape: "3", bytes: 12)
      ]),
    .completed(request: 1, failure: "no"), .completed(request: 1, failure: nil), .comm(run: 0, message: ""),
    .record(run: 8, nonce: "7f", text: "{\"kind\":\"event\"}"),
  ]

  @Test(arguments: requests) func aRequestSurvivesTheTrip(_ request: WorkerRequest) throws {
    #expect(try WorkerRequest(decoding: request.encoded) == request)
  }

  @Test(arguments: events) func anEventSurvivesTheTrip(_ event: WorkerEvent) throws {
    #expect(try WorkerEvent(decoding: event.encoded) == event)
  }

  @Test func everyTruncatedMessageIsRefused() {
    for message in Self.requests.map(\.encoded) {
      for count in 0..<message.count {
        #expect(throws: MalformedMessage.self) { try WorkerRequest(decoding: Array(message.prefix(count))) }
      }
    }
    for message in Self.events.map(\.encoded) {
      for count in 0..<message.count {
        #expect(throws: MalformedMessage.self) { try WorkerEvent(decoding: Array(message.prefix(count))) }
      }
    }
  }

  @Test func mutatedBytesNeverCrashTheDecoder() {
    var generator = SystemRandomNumberGenerator()
    for message in Self.requests.map(\.encoded) + Self.events.map(\.encoded) {
      for _ in 0..<500 {
        var bytes = message
        for _ in 0..<Int.random(in: 1...4) {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        // What can be read must be writable again; what cannot is an error, not a crash.
        if let request = try? WorkerRequest(decoding: bytes) { #expect(request.encoded == bytes) }
        if let event = try? WorkerEvent(decoding: bytes) { #expect(event.encoded == bytes) }
      }
    }
  }

  @Test func bytesAfterTheMessageAreRefused() {
    #expect(throws: MalformedMessage.excessBytes(1)) {
      try WorkerRequest(decoding: WorkerRequest.shutdown.encoded + [0])
    }
  }
}
