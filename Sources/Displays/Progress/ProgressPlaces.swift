import Glibc
internal import Interruption
import Synchronization

/// Where a bar stands among the bars around it.
struct ProgressPlace: Sendable {
  /// 0 for the outermost bar.
  var depth: Int
  /// Where the bar is drawn in a notebook.
  var handle: DisplayHandle
  /// Whether an earlier inner loop of the same outer loop has been drawn there.
  var isReused: Bool
  /// The thread on which the loop started.
  var thread: pthread_t
}

/// The bars that are running, innermost last, for each thread. An inner loop that runs a hundred times draws itself in
/// one and the same place.
final class ProgressPlaces: Sendable {
  static let shared = ProgressPlaces()

  private struct Running {
    var handle: DisplayHandle
    /// Where the loops inside this one are drawn.
    var innerHandle: DisplayHandle?
  }

  private let running = Mutex<[pthread_t: [Running]]>([:])

  func enter() -> ProgressPlace {
    let thread = pthread_self()
    return running.withUninterruptedLock { running in
      var bars = running[thread, default: []]
      let reused = bars.last?.innerHandle
      let handle = reused ?? DisplayHandle()
      if !bars.isEmpty { bars[bars.count - 1].innerHandle = handle }
      let place = ProgressPlace(depth: bars.count, handle: handle, isReused: reused != nil, thread: thread)
      running[thread] = bars + [Running(handle: handle)]
      return place
    }
  }

  /// Removes a bar and those inside it, which cannot outlive it.
  func leave(_ place: ProgressPlace) {
    running.withUninterruptedLock { running in
      guard var bars = running[place.thread], place.depth < bars.count,
        bars[place.depth].handle == place.handle
      else { return }
      bars.removeSubrange(place.depth...)
      running[place.thread] = bars.isEmpty ? nil : bars
    }
  }
}
