/// The progress of one loop. It lives as long as the loop's iterator, so that it notices when the loop is left early.
package final class ProgressBar {
  private let stage: Stage
  private let start: Duration
  private let place: ProgressPlace
  private var surface: any ProgressSurface
  private var state: ProgressState

  package init(label: String, total: Int?) {
    stage = Stage.current
    start = stage.now()
    place = ProgressPlaces.shared.enter()
    surface = stage.progressSurface(at: place)
    state = ProgressState(label: label, total: total)
    surface.draw(state)
  }

  /// Other words in front of the bar, from its next drawing on.
  package func say(_ label: String) { state.label = label }

  /// Counts one more element.
  package func advance() {
    state.done += 1
    // A sequence may hold more than it has promised; then its length is not known.
    if let total = state.total, state.done > total { state.total = nil }
    state.elapsed = stage.now() - start
    if surface.isDue(state) { surface.draw(state) }
  }

  /// Draws the bar for the last time.
  package func finish() { end(.finished) }

  private func end(_ phase: ProgressState.Phase) {
    guard state.phase == .running else { return }
    state.phase = phase
    state.elapsed = stage.now() - start
    surface.draw(state)
    ProgressPlaces.shared.leave(place)
  }

  deinit { end(.stopped) }
}
