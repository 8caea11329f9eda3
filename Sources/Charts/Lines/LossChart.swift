import Displays
internal import Interruption
import Synchronization

/// A chart of losses that grows while a training runs, in place.
///
///     let chart = LossChart("loss")
///     for step in 0..<100 {
///       chart.add(4 / Double(step + 1), to: "training", at: step)
///     }
///     chart.finish()
///
/// A notebook draws it anew a few times in a second and keeps the last drawing when it is saved. A terminal or a file gets it
/// once, at the end. It may be used from several threads.
public final class LossChart: Sendable {
  private struct State {
    var names: [String] = []
    var series: [String: Series] = [:]
    var handle: DisplayHandle?
    var lastDrawing: Duration?
    var isFinished = false
  }

  private let title: String
  private let xName: String
  private let scale: ChartScale
  private let stage = Stage.current
  private let state = Mutex(State())

  /// The shortest time between two drawings.
  private static let shortestPause = Duration.milliseconds(400)

  /// Makes a chart without a line yet.
  ///
  /// - Parameters:
  ///   - title: What it is called.
  ///   - x: What the steps are.
  ///   - scale: How the losses are spread.
  public init(_ title: String = "loss", x: String = "step", scale: ChartScale = .linear) {
    (self.title, xName, self.scale) = (title, x, scale)
  }

  /// Adds a point to a line, which begins with its first point.
  public func add(_ loss: Double, to name: String = "training", at step: Int) {
    let isDue = state.withUninterruptedLock { state in
      if state.series[name] == nil {
        state.names.append(name)
        state.series[name] = Series(name, [])
      }
      state.series[name]?.x.append(Double(step))
      state.series[name]?.y.append(loss)
      guard stage.isInteractive() else { return false }
      let now = stage.now()
      if let last = state.lastDrawing, now - last < LossChart.shortestPause { return false }
      state.lastDrawing = now
      return true
    }
    if isDue { draw() }
  }

  /// The lines so far, as a chart that stays as it is.
  public var chart: LineChart {
    let series = state.withUninterruptedLock { state in state.names.compactMap { state.series[$0] } }
    return LineChart(series, title: title, x: xName, scale: scale)
  }

  /// Draws the chart for the last time. It is no harm to call it twice, and when the chart is let go it is called by itself.
  public func finish() {
    let isFirst = state.withUninterruptedLock { state in
      defer { state.isFinished = true }
      return !state.isFinished && !state.series.isEmpty
    }
    if isFirst { draw() }
  }

  deinit { finish() }

  private func draw() {
    let picture = chart.display
    let (handle, kind) = state.withUninterruptedLock { state in
      let kind: DisplayMessage.Kind = state.handle == nil ? .display : .update
      let handle = state.handle ?? DisplayHandle()
      state.handle = handle
      return (handle, kind)
    }
    stage.show(picture, as: kind, identifier: handle.identifier)
  }
}
