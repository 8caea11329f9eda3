import FoundationEssentials
import Synchronization
import Testing

@testable import Displays

@Suite("Comms") struct CommTests {
  /// Collects what a handler was given.
  final class Log: Sendable {
    private let entries = Mutex<[CommMessage]>([])
    var messages: [CommMessage] { entries.withLock { $0 } }
    func add(_ message: CommMessage) { entries.withLock { $0.append(message) } }
  }

  private func deliver(_ text: String) -> Int32 {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 1 }
      return receiveComm(json: start, count: buffer.count)
    }
  }

  @Test("Opening, sending and closing reach the page")
  func sending() {
    let recorder = Recorder()
    let comm = Stage.$current.withValue(recorder.notebook()) {
      Comm(target: "slider", data: ["maximum": 10], buffers: [Data([1, 2])])
    }
    comm.send(["value": 3], metadata: ["m": 1])
    #expect(comm.isOpen)
    comm.close(data: ["reason": "done"])
    comm.close()
    comm.send(["value": 4])
    let name = JSON.string(comm.identifier)
    #expect(
      recorder.comms == [
        [
          "kind": "open", "comm_id": name, "target_name": "slider", "data": ["maximum": 10], "metadata": [:],
          "buffers": ["AQI="],
        ],
        [
          "kind": "message", "comm_id": name, "target_name": "slider", "data": ["value": 3], "metadata": ["m": 1],
          "buffers": [],
        ],
        [
          "kind": "close", "comm_id": name, "target_name": "slider", "data": ["reason": "done"], "metadata": [:],
          "buffers": [],
        ],
      ])
    #expect(!comm.isOpen)
  }

  @Test("Messages of the page reach the handler until the page closes")
  func receiving() {
    let (messages, closings) = (Log(), Log())
    let comm = Stage.$current.withValue(Recorder().notebook()) { Comm(target: "slider") }
    comm.onMessage(messages.add)
    comm.onClose(closings.add)
    let name = comm.identifier
    #expect(deliver(#"{"kind":"message","comm_id":"\#(name)","data":{"value":7},"buffers":["AQI="]}"#) == 0)
    #expect(deliver(#"{"kind":"close","comm_id":"\#(name)","data":{"a":1}}"#) == 0)
    #expect(deliver(#"{"kind":"message","comm_id":"\#(name)","data":{"value":8}}"#) == 1)
    #expect(messages.messages == [CommMessage(["value": 7], buffers: [Data([1, 2])])])
    #expect(closings.messages == [CommMessage(["a": 1])])
    #expect(!comm.isOpen)
  }

  @Test("A page opens a comm to a registered target and gets an answer")
  func opening() {
    let recorder = Recorder()
    Comm.register(target: "echo") { comm, opening in
      comm.send(opening.data)
      comm.onMessage { comm.send($0.data) }
    }
    Stage.$current.withValue(recorder.notebook()) {
      #expect(deliver(#"{"kind":"open","comm_id":"page-1","target_name":"echo","data":"hello"}"#) == 0)
      #expect(deliver(#"{"kind":"message","comm_id":"page-1","data":"again"}"#) == 0)
    }
    #expect(recorder.comms.map { $0["data"] } == ["hello", "again"])
    #expect(recorder.comms.allSatisfy { $0["comm_id"] == "page-1" })
  }

  @Test("A comm to a target that nobody registered is closed")
  func unknownTarget() {
    let recorder = Recorder()
    Stage.$current.withValue(recorder.notebook()) {
      #expect(deliver(#"{"kind":"open","comm_id":"page-2","target_name":"nobody","data":{}}"#) == 1)
    }
    #expect(recorder.comms.map { $0["kind"] } == ["close"])
  }

  @Test(
    "What cannot be read is refused",
    arguments: [
      "", "{", "[]", "{}", #"{"kind":"message"}"#, #"{"kind":"message","comm_id":"nobody","data":{}}"#,
      #"{"kind":"open","comm_id":"x","target_name":"echo","buffers":["not base64!"]}"#,
      #"{"kind":"dance","comm_id":"x"}"#,
    ])
  func refusing(text: String) { #expect(deliver(text) == 1) }
}
