import Foundation
import Synchronization

/// The answer of another program that was asked a short question.
public struct CommandRun: Sendable, Equatable {
  /// The exit status; `nil` if the program was ended by a signal or did not answer in time.
  public var status: Int32?
  /// What it wrote, standard output and standard error together.
  public var output: String

  /// Whether the program ended well.
  public var succeeded: Bool { status == 0 }

  /// Runs a program to its end, or ends it after `limit`.
  /// - Throws: an error of Foundation if the program cannot be started.
  public static func of(_ program: URL, _ arguments: [String], limit: Duration = .seconds(30)) async throws
    -> CommandRun
  {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in end.finish() }
    try process.run()

    let identifier = process.processIdentifier
    let isOverdue = Mutex(false)
    let guardian = Task {
      try await Task.sleep(for: limit)
      isOverdue.withLock { $0 = true }
      kill(identifier, SIGKILL)
    }
    let bytes = await Self.allBytes(of: output.fileHandleForReading)
    for await _ in ended {}
    guardian.cancel()
    let endedItself = process.terminationReason == .exit && !isOverdue.withLock { $0 }
    return CommandRun(
      status: endedItself ? process.terminationStatus : nil, output: String(decoding: bytes, as: UTF8.self))
  }

  /// Reads on a thread of its own, since reading blocks.
  private static func allBytes(of file: FileHandle) async -> Data {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: (try? file.readToEnd()) ?? Data()) }
    }
  }
}
