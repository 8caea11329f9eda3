internal import CWorkerRuntime
import Glibc
internal import WorkerProtocol

/// Passes comm messages to the learner's library on a thread of their own, so that they arrive while a cell computes.
enum CommThread {
  private final class Message {
    let run: Int
    let text: String

    init(run: Int, text: String) {
      self.run = run
      self.text = text
    }
  }

  static func deliver(_ text: String, run: Int) {
    let context = Unmanaged.passRetained(Message(run: run, text: text)).toOpaque()
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let message = Unmanaged<Message>.fromOpaque(context).takeRetainedValue()
        gb_set_current_run(Int32(message.run))
        let isTaken = LearnersDisplays.shared.receive(message.text)
        EventQueue.send(
          .completed(request: message.run, failure: isTaken ? nil : "nothing in the cells takes this comm"),
          run: message.run)
        return nil
      }, context)
    if failure == 0 { pthread_detach(thread) } else { Unmanaged<Message>.fromOpaque(context).release() }
  }
}
