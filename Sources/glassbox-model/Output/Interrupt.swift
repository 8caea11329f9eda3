import Dispatch
import Foundation

/// What is done when somebody presses Ctrl-C, in place of the sudden end.
///
/// It holds as long as the value lives. A second Ctrl-C ends the program as always.
final class Interrupt {
  private let source: any DispatchSourceSignal

  init(_ action: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue(label: "interrupt"))
    source.setEventHandler {
      signal(SIGINT, SIG_DFL)
      action()
    }
    source.resume()
  }

  /// Ends the program at once with what shells expect after Ctrl-C, the line of text ended.
  static func endingProgram() -> Interrupt {
    Interrupt {
      Output.note("")
      exit(130)
    }
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
