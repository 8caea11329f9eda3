import Foundation
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("The queue of a subshell", .timeLimit(.minutes(1)))
struct ExecutionQueueTests {
  private let language = RecordingLanguage()
  private let front: SocketThread
  private let queue: ExecutionQueue

  init() throws {
    let log = KernelLog(name: "test")
    front = try SocketThread([], log: log)
    let writer = MessageWriter(signer: MessageSigner(scheme: .hmacSHA256, key: []), username: "test")
    let publisher = Publisher(writer: writer, thread: front, log: log)
    let services = KernelServices(
      publisher: publisher, replies: Replies(writer: writer, front: front, control: front, log: log),
      status: StatusBoard(publisher: publisher), inputs: InputRequests(writer: writer, thread: front),
      comms: OpenComms(publisher: publisher),
      history: HistoryStore(path: ":memory:", log: log), log: log, started: Task {})
    let language = language
    queue = ExecutionQueue(
      subshell: nil, counter: ExecutionCounter(), runner: CellRunner(language: language, services: services)
    ) { await language.prepare($0) }
  }

  private func add(_ code: String, stopOnError: Bool = true) throws {
    let json = Array(#"{"msg_id": "\#(code)", "msg_type": "execute_request"}"#.utf8)
    let message = try IncomingMessage(
      FramedMessage(
        identities: [], signature: [], header: json, parentHeader: [], metadata: Array("{}".utf8),
        content: Array("{}".utf8)))
    queue.add(
      .cell(
        Request(message: message, channel: .shell),
        ExecuteRequest(code: code, storeHistory: false, stopOnError: stopOnError)))
  }

  @Test func runsCellsOneAfterTheOther() async throws {
    for code in ["a", "b", "c"] { try add(code) }
    for code in ["a", "b", "c"] {
      await language.wait(for: .began(code))
      #expect(language.log.last { if case .began = $0 { true } else { false } } == .began(code))
      language.endCell()
    }
  }

  @Test func preparesTheNextCellOnceWhileOneRuns() async throws {
    try add("a")
    await language.wait(for: .began("a"))
    for code in ["b", "c"] { try add(code) }
    await language.wait(for: .prepared("b"))
    language.endCell()
    await language.wait(for: .prepared("c"))
    language.endCell()
    await language.wait(for: .began("c"))
    language.endCell()
    #expect(language.log.filter { $0 == .prepared("b") }.count == 1)
    #expect(!language.log.contains(.prepared("a")))
  }

  @Test func skipsWhatWaitsBehindAnError() async throws {
    try add("a")
    await language.wait(for: .began("a"))
    for code in ["b", "c"] { try add(code) }
    language.endCell(.failure(LanguageError(name: "E", message: "m")))
    while !isAnswered("c") { await Task.yield() }
    try add("d")
    await language.wait(for: .began("d"))
    language.endCell()
    #expect(!language.log.contains(.began("b")) && !language.log.contains(.began("c")))
  }

  @Test func goesOnBehindAnErrorThatIsToStopNothing() async throws {
    try add("a", stopOnError: false)
    await language.wait(for: .began("a"))
    try add("b")
    language.endCell(.failure(LanguageError(name: "E", message: "m")))
    await language.wait(for: .began("b"))
    language.endCell()
  }

  @Test func runsNothingAfterItsEnd() async throws {
    queue.close()
    try add("a")
    while !isAnswered("a") { await Task.yield() }
    #expect(language.log.isEmpty)
  }

  /// Whether a reply to the cell with this code is on its way.
  private func isAnswered(_ code: String) -> Bool {
    front.waitingMessages.contains { message in
      guard message.channel == .shell, let framed = try? FramedMessage(frames: message.frames) else { return false }
      return String(decoding: framed.parentHeader, as: UTF8.self).contains("\"\(code)\"")
    }
  }
}
