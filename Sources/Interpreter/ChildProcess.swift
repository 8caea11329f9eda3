import CProcess
import Foundation
import Synchronization

/// A program that runs to its end while the caller waits, and can be stopped.
///
/// The program gets a process group of its own, so that stopping it stops its children too.
package final class ChildProcess: Sendable {
  package struct Output: Sendable {
    /// The exit status; 128 plus the signal's number for a program that a signal ended.
    package var status: Int32
    package var standardOutput: [UInt8]
    package var standardError: [UInt8]
    package var wasStopped: Bool

    package var errorText: String { String(decoding: standardError, as: UTF8.self) }
  }

  /// Gets each piece of output as it comes, on the reading thread.
  package typealias OutputHandler = @Sendable (_ isError: Bool, _ bytes: [UInt8]) -> Void

  private struct State {
    var identifier: pid_t = 0
    var isStopped = false
    var hasEnded = false
  }

  private let state = Mutex(State())

  package init() {}

  /// Ends the program and its children. A program that has not started yet will not start.
  package func stop() {
    state.withLock { state in
      state.isStopped = true
      if state.identifier > 0 && !state.hasEnded { kill(-state.identifier, SIGKILL) }
    }
  }

  /// Runs a program and returns what it wrote.
  ///
  /// - Parameters:
  ///   - environment: The whole environment, or the caller's.
  ///   - directory: The working directory, or the caller's.
  ///   - onOutput: If given, gets the output, which is then not kept.
  package func run(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil, directory: String? = nil,
    onOutput: OutputHandler? = nil
  ) async throws -> Output {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread {
        continuation.resume(
          with: Result {
            try self.runBlocking(
              program, arguments, environment: environment, directory: directory, onOutput: onOutput)
          })
      }
      thread.stackSize = 1 << 19
      thread.start()
    }
  }

  private func runBlocking(
    _ program: String, _ arguments: [String], environment: [String: String]?, directory: String?,
    onOutput: OutputHandler?
  ) throws -> Output {
    func check(_ status: Int32) throws {
      guard status == 0 else {
        throw InterpreterError.cannotStart(program: program, reason: String(cString: strerror(status)))
      }
    }
    var outputPipe: (read: Int32, write: Int32) = (-1, -1)
    var errorPipe: (read: Int32, write: Int32) = (-1, -1)
    defer {
      for descriptor in [outputPipe.read, outputPipe.write, errorPipe.read, errorPipe.write] where descriptor >= 0 {
        close(descriptor)
      }
    }
    try check(glassbox_pipe(&outputPipe.read, &outputPipe.write))
    try check(glassbox_pipe(&errorPipe.read, &errorPipe.write))
    var identifier: pid_t = 0
    let status = state.withLock { state -> Int32 in
      if state.isStopped { return ECANCELED }
      let status = Self.spawn(
        program, arguments, environment: environment, directory: directory,
        descriptors: [-1, outputPipe.write, errorPipe.write], identifier: &identifier)
      if status == 0 { state.identifier = identifier }
      return status
    }
    if status == ECANCELED { return Output(status: -1, standardOutput: [], standardError: [], wasStopped: true) }
    try check(status)
    close(outputPipe.write)
    close(errorPipe.write)
    outputPipe.write = -1
    errorPipe.write = -1
    let collected = collect(output: outputPipe.read, error: errorPipe.read, onOutput: onOutput)
    // The program's number must not be free for another program while `stop()` may use it.
    var information = siginfo_t()
    while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
    let wasStopped = state.withLock { state in
      state.hasEnded = true
      return state.isStopped
    }
    return Output(
      status: Self.reap(identifier), standardOutput: collected.output, standardError: collected.error,
      wasStopped: wasStopped)
  }

  /// Starts a program whose first descriptors are the given ones; -1 stands for `/dev/null`.
  static func spawn(
    _ program: String, _ arguments: [String], environment: [String: String]?, directory: String?,
    descriptors: [Int32], identifier: inout pid_t
  ) -> Int32 {
    let variables = environment?.map { "\($0.key)=\($0.value)" }
    return withCStrings([program] + arguments) { argv in
      guard let variables else {
        return glassbox_spawn(
          program, argv, glassbox_environment(), directory, descriptors, Int32(descriptors.count), &identifier)
      }
      return withCStrings(variables) { envp in
        glassbox_spawn(program, argv, envp, directory, descriptors, Int32(descriptors.count), &identifier)
      }
    }
  }

  /// Waits for a program's end and returns its exit status.
  static func reap(_ identifier: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private func collect(
    output: Int32, error: Int32, onOutput: OutputHandler?
  ) -> (output: [UInt8], error: [UInt8]) {
    var collected: (output: [UInt8], error: [UInt8]) = ([], [])
    var descriptors = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: error, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while descriptors.contains(where: { $0.fd >= 0 }) {
      if poll(&descriptors, 2, -1) < 0 && errno != EINTR { break }
      for index in 0..<2 where descriptors[index].fd >= 0 && descriptors[index].revents != 0 {
        let count = read(descriptors[index].fd, &buffer, buffer.count)
        if count > 0 {
          let bytes = Array(buffer[..<count])
          if let onOutput {
            onOutput(index == 1, bytes)
          } else if index == 0 {
            collected.output += bytes
          } else {
            collected.error += bytes
          }
        } else if count == 0 || errno != EINTR {
          descriptors[index].fd = -1
        }
      }
    }
    return collected
  }
}

/// Lends an array of strings as C wants it: pointers to bytes with a null pointer at the end.
func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
}
