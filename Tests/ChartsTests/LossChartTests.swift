import Displays
import Synchronization
import Testing

@testable import Charts

@Suite("Losses that grow in place") struct LossChartTests {
  private final class Notebook: Sendable {
    private let state = Mutex((messages: [JSON](), output: "", time: Duration.zero))
    var messages: [JSON] { state.withLock { $0.messages } }
    var output: String { state.withLock { $0.output } }
    func pass(_ duration: Duration) { state.withLock { $0.time += duration } }

    func stage(isInteractive: Bool) -> Stage {
      let take: @Sendable (JSON) -> Void = { message in self.state.withLock { $0.messages.append(message) } }
      return Stage(
        showMessage: isInteractive ? take : nil, write: { text in self.state.withLock { $0.output += text } },
        isInteractive: { isInteractive }, now: { self.state.withLock { $0.time } })
    }
  }

  @Test("A notebook gets one picture, drawn anew a few times in a second, and the last one is whole")
  func notebook() {
    let notebook = Notebook()
    Stage.$current.withValue(notebook.stage(isInteractive: true)) {
      let chart = LossChart()
      for step in 0..<1000 {
        chart.add(4 / Double(step + 1), at: step)
        notebook.pass(.milliseconds(2))
      }
      chart.finish()
      chart.finish()
    }
    let kinds = notebook.messages.map { $0["kind"] }
    // Two seconds with a picture each 0.4 s: at 0, 0.4, 0.8, 1.2 and 1.6, and the last one.
    #expect(kinds == ["display", "update", "update", "update", "update", "update"])
    #expect(Set(notebook.messages.map { $0["display_id"]?.text }).count == 1)
    #expect(
      notebook.messages.last?["data"]?["text/html"]?.text.contains("training: 1000 points, from 4 to 0.004;") == true)
  }

  @Test("A terminal gets it once, at the end, even if nobody calls finish")
  func terminal() {
    let terminal = Notebook()
    Stage.$current.withValue(terminal.stage(isInteractive: false)) {
      let chart = LossChart("loss")
      for step in 0..<10 {
        chart.add(Double(10 - step), to: "training", at: step)
        chart.add(11, to: "validation", at: step)
      }
      #expect(terminal.output.isEmpty)
    }
    #expect(terminal.output.hasPrefix("loss\n● training   ○ validation\n"))
    #expect(terminal.output.hasSuffix("lowest 11 at 0, highest 11 at 0.\n"))
    #expect(terminal.output.count { $0 == "└" } == 1)
  }

  @Test("A chart to which nothing was added shows nothing")
  func empty() {
    let terminal = Notebook()
    Stage.$current.withValue(terminal.stage(isInteractive: false)) { LossChart().finish() }
    #expect(terminal.output.isEmpty)
  }

  @Test("Many threads may add to it")
  func threads() async {
    let terminal = Notebook()
    let chart = Stage.$current.withValue(terminal.stage(isInteractive: false)) { LossChart() }
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask { for step in 0..<250 { chart.add(1, to: "worker \(worker)", at: step) } }
      }
    }
    #expect(chart.chart.series.map(\.y.count) == [250, 250, 250, 250])
  }
}
