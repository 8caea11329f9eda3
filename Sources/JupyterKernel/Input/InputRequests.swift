import JupyterProtocol
import Synchronization

/// The questions that cells have asked and that are not answered yet.
final class InputRequests: Sendable {
  /// A question on its way.
  struct Question: Sendable {
    let messageID: String
    let identities: [[UInt8]]
    let parent: ParentHeader
    fileprivate let answer: CheckedContinuation<Result<String?, InputError>, Never>
  }

  private let open = Mutex<[Question]>([])
  private let writer: MessageWriter
  private let thread: SocketThread

  init(writer: MessageWriter, thread: SocketThread) {
    self.writer = writer
    self.thread = thread
  }

  /// Asks a front end, and waits for the answer, an interrupt, or the end of the calling task.
  func ask(_ request: InputRequest, of identities: [[UInt8]], parent: ParentHeader) async throws(InputError) -> String?
  {
    let header = writer.header(InputRequest.messageType)
    guard let frames = try? writer.frames(request, header: header, to: identities, parent: parent) else {
      throw .nobodyThere
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let question = Question(
          messageID: header.messageID, identities: identities, parent: parent, answer: continuation)
        open.withLock { $0.append(question) }
        if Task.isCancelled { return end(.interrupted) { $0.messageID == header.messageID } }
        send(frames, of: header.messageID, until: .now + Self.patience)
      }
    } onCancel: {
      end(.interrupted) { $0.messageID == header.messageID }
    }
    return try result.get()
  }

  /// How long a front end may take to connect its stdin after it has sent a cell on shell.
  private static let patience: Duration = .seconds(2)

  private func send(_ frames: [[UInt8]], of messageID: String, until deadline: ContinuousClock.Instant) {
    thread.send(
      .init(channel: .stdin, frames: frames) { [self] in
        guard ContinuousClock.now < deadline else { return end(.nobodyThere) { $0.messageID == messageID } }
        Task {
          try await Task.sleep(for: .milliseconds(20))
          guard open.withLock({ $0.contains { $0.messageID == messageID } }) else { return }
          send(frames, of: messageID, until: deadline)
        }
      })
  }

  /// Hands an answer to the question that it belongs to.
  ///
  /// Some front ends name the question in the parent header, others answer without one. The answer must come from the
  /// front end that was asked.
  ///
  /// - Returns: Whether there was such a question; a late answer to an old one is good for nothing.
  func take(_ reply: InputReply, parentMessageID: String?, from identities: [[UInt8]]) -> Bool {
    let question = open.withLock { questions -> Question? in
      let place = questions.firstIndex { question in
        question.identities == identities && (parentMessageID ?? question.messageID) == question.messageID
      }
      return place.map { questions.remove(at: $0) }
    }
    guard let question else { return false }
    let endOfInput = "\u{4}"
    question.answer.resume(returning: .success(reply.value == endOfInput ? nil : reply.value))
    return true
  }

  /// Ends the wait for the answers to some questions.
  func end(_ reason: InputError, where matches: @Sendable (Question) -> Bool = { _ in true }) {
    let ended = open.withLock { questions in
      let ended = questions.filter(matches)
      questions.removeAll(where: matches)
      return ended
    }
    for question in ended { question.answer.resume(returning: .failure(reason)) }
  }
}
