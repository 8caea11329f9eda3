import Synchronization
import Testing

@testable import Displays

@Suite("Showing and updating") struct ShowingTests {
  @Test("A notebook gets a message for each display, update and clearing")
  func notebook() {
    let recorder = Recorder()
    let handle = Stage.$current.withValue(recorder.notebook()) {
      let handle = display(42)
      handle.update(HTML("<b>43</b>", text: "43"))
      clearOutput(wait: true)
      return handle
    }
    let name = JSON.string(handle.identifier)
    #expect(
      recorder.messages == [
        ["kind": "display", "data": ["text/plain": "42"], "metadata": [:], "display_id": name, "wait": false],
        [
          "kind": "update", "data": ["text/plain": "43", "text/html": "<b>43</b>"], "metadata": [:], "display_id": name,
          "wait": false,
        ],
        ["kind": "clear", "data": [:], "metadata": [:], "display_id": "", "wait": true],
      ])
    #expect(recorder.output.isEmpty)
  }

  @Test("A terminal gets the text")
  func terminal() {
    let recorder = Recorder()
    Stage.$current.withValue(recorder.standardOutput(isTerminal: true)) {
      let handle = display([Point(x: 1, y: 2)])
      handle.update(HTML("<b>x</b>", text: "x"))
      clearOutput()
    }
    #expect(recorder.output == "[Point(x: 1, y: 2)]\nx\n")
  }

  @Test("No two displays have the same name")
  func identifiers() {
    let names = Stage.$current.withValue(Recorder().notebook()) { (0..<1_000).map { display($0).identifier } }
    #expect(Set(names).count == 1_000)
    #expect(names.allSatisfy { !$0.isEmpty })
  }

  private static let received = Mutex<[String]>([])

  @Test("The functions of the host program are found by name and called with JSON")
  func hostFunctions() throws {
    let take: HostFunctions.Send = { bytes, count in
      let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
      ShowingTests.received.withLock { $0.append(text) }
    }
    let answer: HostFunctions.Ask = { 0 }
    let functions = HostFunctions { name in
      switch name {
      case "glassbox_host_display", "glassbox_host_comm": unsafeBitCast(take, to: UnsafeMutableRawPointer.self)
      case "glassbox_host_is_interactive": unsafeBitCast(answer, to: UnsafeMutableRawPointer.self)
      default: nil
      }
    }
    let stage = Stage(functions)
    #expect(!stage.isInteractive())
    Stage.$current.withValue(stage) { clearOutput() }
    stage.sendComm?(["a": 1])
    let expected = [#"{"data":{},"display_id":"","kind":"clear","metadata":{},"wait":false}"#, #"{"a":1}"#]
    #expect(ShowingTests.received.withLock { $0 } == expected)
  }

  @Test("A plain program has no host")
  func noHost() {
    // Not `ofThisProcess`: the program of all tests has the worker's functions in it.
    let stage = Stage(HostFunctions { _ in nil })
    #expect(stage.showMessage == nil && stage.sendComm == nil)
  }

  @Test(
    "Whoever shows what a cell draws can say how wide it is",
    arguments: [(nil, 80), ("60", 60), ("200", 80), ("10", 40), ("wide", 80)] as [(String?, Int)])
  func width(asked: String?, columns: Int) { #expect(Stage.columns(fromEnvironment: asked) == columns) }
}
