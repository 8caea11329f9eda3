import Testing

@testable import Displays

@Suite("Progress of loops") struct ProgressTests {
  private func texts(_ recorder: Recorder) -> [String] {
    recorder.messages.map { $0["data"]?["text/plain"]?.stringValue ?? "" }
  }

  @Test("A notebook shows the start, at most ten updates in a second, and the end")
  func notebook() {
    let recorder = Recorder()
    var seen: [Int] = []
    Stage.$current.withValue(recorder.notebook()) {
      for number in progress(0..<200, "count") {
        seen.append(number)
        recorder.pass(.milliseconds(10))
      }
    }
    #expect(seen == Array(0..<200))
    let kinds = recorder.messages.map { $0["kind"]?.stringValue }
    #expect(kinds.first == "display")
    #expect(kinds.dropFirst().allSatisfy { $0 == "update" })
    #expect(kinds.count == 1 + 20 + 1)
    #expect(Set(recorder.messages.map { $0["display_id"]?.stringValue }).count == 1)
    #expect(texts(recorder)[0] == "count  ░░░░░░░░░░░░░░░░  0/200")
    #expect(texts(recorder)[10] == "count  ████████░░░░░░░░  100/200  100/s  0:01 left")
    #expect(texts(recorder).last == "count  ████████████████  200/200  100/s  0:02")
  }

  @Test("The bar of a notebook is words and a width, in the colours of the theme")
  func html() throws {
    let state = ProgressState(label: "<b>", done: 1, total: 4, elapsed: .seconds(1))
    guard case .text(let markup) = state.display[.html] else {
      Issue.record("no HTML")
      return
    }
    #expect(markup.contains("<span>&lt;b&gt;</span>"))
    #expect(markup.contains("width: 25.0%"))
    #expect(markup.contains("<span>1/4</span><span>1.0/s</span><span>0:03 left</span>"))
    #expect(markup.contains("var(--jp-brand-color1"))
    #expect(!markup.contains("<script"))
  }

  @Test("Leaving the loop says where it stopped")
  func leavingEarly() {
    let recorder = Recorder()
    Stage.$current.withValue(recorder.notebook()) {
      for number in progress(0..<10) {
        recorder.pass(.seconds(1))
        if number == 3 { break }
      }
    }
    #expect(
      texts(recorder).last == "████▊░░░░░░░░░░░  3/10  0.8/s  stopped after 0:04".replacing("0.8/s", with: "1.3 s each")
    )
  }

  @Test("An error that ends the loop leaves the bar where it stood")
  func throwing() {
    struct Failure: Error {}
    let recorder = Recorder()
    #expect(throws: Failure.self) {
      try Stage.$current.withValue(recorder.notebook()) {
        for number in progress(0..<10) where number == 5 { throw Failure() }
      }
    }
    #expect(texts(recorder).last?.contains("5/10") == true)
    #expect(texts(recorder).last?.contains("stopped") == true)
  }

  @Test("A sequence of unknown length shows a count")
  func unknownLength() {
    let recorder = Recorder()
    var rest = 3
    let countdown = AnyIterator<Int> {
      rest -= 1
      return rest >= 0 ? rest : nil
    }
    Stage.$current.withValue(recorder.notebook()) {
      for _ in progress(countdown, "lines") { recorder.pass(.seconds(2)) }
    }
    #expect(
      texts(recorder) == [
        "lines  0  0:00", "lines  1  2.0 s each  0:02", "lines  2  2.0 s each  0:04",
        "lines  3  2.0 s each  0:06", "lines  3  2.0 s each  0:06",
      ])
  }

  struct Understated: Sequence {
    var underestimatedCount: Int { 2 }
    func makeIterator() -> Array<Int>.Iterator { [1, 2, 3].makeIterator() }
  }

  @Test("A sequence that is longer than it promised shows no wrong total")
  func understated() {
    let recorder = Recorder()
    Stage.$current.withValue(recorder.notebook()) {
      for _ in progress(Understated()) { recorder.pass(.seconds(1)) }
    }
    #expect(texts(recorder).last == "3  1.0/s  0:03")
  }

  @Test("An empty loop is done at once")
  func empty() {
    let recorder = Recorder()
    Stage.$current.withValue(recorder.notebook()) { for _ in progress([Int](), "none") {} }
    #expect(texts(recorder).last == "none  ████████████████  0/0  0:00")
  }

  @Test("Inner loops share one place below the outer one")
  func nested() {
    let recorder = Recorder()
    Stage.$current.withValue(recorder.notebook()) {
      for _ in progress(0..<3, "epoch") {
        for _ in progress(0..<2, "batch") { recorder.pass(.seconds(1)) }
      }
    }
    let places = Dictionary(grouping: recorder.messages) { $0["display_id"]?.stringValue ?? "" }
    #expect(places.count == 2)
    #expect(places.values.allSatisfy { $0.count { $0["kind"] == "display" } == 1 })
    #expect(texts(recorder).last == "epoch  ████████████████  3/3  2.0 s each  0:06")
  }

  @Test("Loops one after the other have places of their own")
  func oneAfterTheOther() {
    let recorder = Recorder()
    Stage.$current.withValue(recorder.notebook()) {
      for _ in progress(0..<2) {}
      for _ in progress(0..<2) { break }
      for _ in progress(0..<2) {}
    }
    #expect(Set(recorder.messages.map { $0["display_id"]?.stringValue }).count == 3)
  }

  @Test("A terminal rewrites its line and ends it")
  func terminal() {
    let recorder = Recorder()
    Stage.$current.withValue(recorder.standardOutput(isTerminal: true)) {
      for _ in progress(0..<2, "outer") {
        recorder.pass(.seconds(1))
        for _ in progress(0..<1, "inner") {}
      }
    }
    let clear = "\u{1B}[K"
    let inner = "\n\rinner  ░░░░░░░░░░░░░░░░  0/1\(clear)\u{1B}[1A\r" + "\n\r\(clear)\u{1B}[1A\r"
    let expected =
      "\router  ░░░░░░░░░░░░░░░░  0/2\(clear)" + inner
      + "\router  ████████░░░░░░░░  1/2  1.0/s  0:01 left\(clear)" + inner
      + "\router  ████████████████  2/2  1.0/s  0:02 left\(clear)".replacing("0:02", with: "0:00")
      + "\router  ████████████████  2/2  1.0/s  0:02\(clear)\n"
    #expect(recorder.output == expected)
  }

  @Test("A log gets the start, each tenth and the end", arguments: [true, false])
  func log(hasFrontEnd: Bool) {
    let recorder = Recorder()
    let stage = hasFrontEnd ? recorder.notebook(isInteractive: false) : recorder.standardOutput(isTerminal: false)
    Stage.$current.withValue(stage) {
      for _ in progress(0..<1_000, "train") {
        recorder.pass(.milliseconds(1))
        for _ in progress(0..<2, "inner") {}
      }
    }
    let lines = recorder.output.split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.first == "train  0 %  0/1000")
    #expect(lines[1] == "train  10 %  100/1000  1,000/s  0:01 left")
    #expect(lines.last == "train  100 %  1000/1000  1,000/s  0:01")
    #expect(!recorder.output.contains("\r"))
    #expect(recorder.messages.isEmpty)
  }

  @Test("Loops on several threads do not get into each other's way")
  func threads() async {
    let recorder = Recorder()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          Stage.$current.withValue(recorder.notebook()) { for _ in progress(0..<100, "\(number)") {} }
        }
      }
    }
    #expect(texts(recorder).count { $0.contains("100/100") } >= 8)
    #expect(Set(recorder.messages.map { $0["display_id"]?.stringValue }).count == 8)
  }

  @Test(
    arguments: [
      (12.4, 1, "12.4 s each"), (1, 50, "50.0/s"), (1, 41_200, "41,200/s"), (1, 1_234_567, "1,234,567/s"), (0, 5, ""),
    ] as [(Double, Int, String)])
  func rates(seconds: Double, done: Int, expected: String) {
    #expect(ProgressState(label: "", done: done, elapsed: .seconds(seconds)).rate == expected)
  }

  @Test("Long times have hours")
  func hours() {
    #expect(ProgressState(label: "", done: 1, total: 2, elapsed: .seconds(3_725)).time == "1:02:05 left")
  }
}
