import Foundation
import KernelInstallation
import Testing

@Suite("Asking another program")
struct CommandRunTests {
  let shell = URL(filePath: "/bin/sh")

  @Test("status and both outputs come back")
  func answer() async throws {
    let run = try await CommandRun.of(shell, ["-c", "echo out; echo err >&2; exit 3"])
    #expect(run.status == 3)
    #expect(run.output == "out\nerr\n")
  }

  @Test("more output than a pipe holds does not block")
  func muchOutput() async throws {
    let run = try await CommandRun.of(shell, ["-c", "head -c 300000 /dev/zero | tr '\\0' x"])
    #expect(run.output.count == 300_000)
  }

  @Test("a program that does not answer is ended")
  func timeLimit() async throws {
    let run = try await CommandRun.of(shell, ["-c", "exec sleep 600"], limit: .milliseconds(50))
    #expect(run.status == nil)
  }

  @Test("a program that is not there is an error")
  func missing() async {
    await #expect(throws: (any Error).self) { try await CommandRun.of(URL(filePath: "/nowhere/x"), []) }
  }
}
