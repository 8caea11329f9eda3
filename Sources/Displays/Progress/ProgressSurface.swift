/// Something that progress is drawn on.
protocol ProgressSurface {
  /// Whether enough has happened since the last drawing.
  func isDue(_ state: ProgressState) -> Bool
  mutating func draw(_ state: ProgressState)
}

extension Stage {
  func progressSurface(at place: ProgressPlace) -> any ProgressSurface {
    if let showMessage, isInteractive() {
      NotebookProgress(place: place, showMessage: showMessage)
    } else if isTerminal, showMessage == nil {
      TerminalProgress(depth: place.depth, write: write)
    } else {
      LogProgress(depth: place.depth, write: write)
    }
  }
}

/// The shortest time between two drawings of a bar: more than ten in a second help nobody.
private let shortestPause = Duration.milliseconds(100)

/// A bar below the cell, drawn anew in its place.
private struct NotebookProgress: ProgressSurface {
  let place: ProgressPlace
  let showMessage: @Sendable (JSON) -> Void
  private var lastDrawing: Duration?

  init(place: ProgressPlace, showMessage: @escaping @Sendable (JSON) -> Void) {
    self.place = place
    self.showMessage = showMessage
  }

  func isDue(_ state: ProgressState) -> Bool { lastDrawing.map { state.elapsed - $0 >= shortestPause } ?? true }

  mutating func draw(_ state: ProgressState) {
    let kind: DisplayMessage.Kind = lastDrawing == nil && !place.isReused ? .display : .update
    lastDrawing = state.elapsed
    showMessage(DisplayMessage(kind: kind, display: state.display, identifier: place.handle.identifier).json)
  }
}

/// A line of a terminal that is written again; bars of inner loops stand below and vanish when they are done.
private struct TerminalProgress: ProgressSurface {
  let depth: Int
  let write: @Sendable (String) -> Void
  private var lastDrawing: Duration?

  init(depth: Int, write: @escaping @Sendable (String) -> Void) {
    self.depth = depth
    self.write = write
  }

  func isDue(_ state: ProgressState) -> Bool { lastDrawing.map { state.elapsed - $0 >= shortestPause } ?? true }

  mutating func draw(_ state: ProgressState) {
    lastDrawing = state.elapsed
    let clearToEnd = "\u{1B}[K"
    if depth == 0 {
      write("\r" + state.line + clearToEnd + (state.phase == .running ? "" : "\n"))
    } else {
      let line = state.phase == .running ? state.line : ""
      write(String(repeating: "\n", count: depth) + "\r" + line + clearToEnd + "\u{1B}[\(depth)A\r")
    }
  }
}

/// Lines for a log file: the start, each tenth, the end. Of a loop whose length is not known, a line every ten seconds.
/// Inner loops write nothing, since they would write it again and again.
private struct LogProgress: ProgressSurface {
  let depth: Int
  let write: @Sendable (String) -> Void
  private var lastStep = 0

  init(depth: Int, write: @escaping @Sendable (String) -> Void) {
    self.depth = depth
    self.write = write
  }

  func isDue(_ state: ProgressState) -> Bool { step(state) > lastStep && state.done != state.total }

  mutating func draw(_ state: ProgressState) {
    lastStep = step(state)
    if depth == 0 { write(state.logLine + "\n") }
  }

  private func step(_ state: ProgressState) -> Int {
    state.fraction.map { Int($0 * 10) } ?? Int(state.elapsed / .seconds(10))
  }
}
