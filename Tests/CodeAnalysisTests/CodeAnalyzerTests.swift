import FoundationEssentials
import Glibc
import Testing

@testable import CodeAnalysis

@Suite("The helper for code analysis", .timeLimit(.minutes(10)))
struct CodeAnalyzerTests {
  private let query = Laboratory.query("var values = [1, 2]\nvalues.app|")

  @Test("starts with the first question only") func startsLate() async throws {
    let analyzer = try Laboratory().analyzer
    #expect(await !analyzer.isRunning)
    _ = try await analyzer.completions(for: query)
    #expect(await analyzer.isRunning)
    await analyzer.stop()
    #expect(await !analyzer.isRunning)
  }

  @Test("answers again after it was stopped") func startsAnew() async throws {
    let analyzer = try Laboratory().analyzer
    _ = try await analyzer.completions(for: query)
    await analyzer.stop()
    #expect(try await analyzer.completions(for: query).completions.contains { $0.text == "append" })
  }

  @Test("ends after a time without questions") func endsWhenIdle() async throws {
    let analyzer = try Laboratory(idleTime: .milliseconds(50)).analyzer
    _ = try await analyzer.completions(for: query)
    while await analyzer.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    #expect(try await !analyzer.completions(for: query).completions.isEmpty)
  }

  @Test("answers many questions at once, each its own") func manyQuestions() async throws {
    let analyzer = try Laboratory().analyzer
    try await withThrowingTaskGroup(of: (Int, String?).self) { group in
      for number in 0..<20 {
        group.addTask {
          let query = Laboratory.query("let value\(number) = 1\nlet x = value\(number)|")
          return (number, try await analyzer.completions(for: query).completions.first?.text)
        }
      }
      for try await (number, text) in group { #expect(text == "value\(number)") }
    }
  }

  @Test("says so when it dies, and starts anew") func dies() async throws {
    // A program that reads nothing and ends at once stands for a helper that crashes.
    let analyzer = CodeAnalyzer(executable: "/bin/true", arguments: [], timeout: .seconds(120))
    for _ in 0..<3 {
      await #expect(throws: CodeAnalysisError.helperEnded) { _ = try await analyzer.completions(for: query) }
    }
  }

  @Test("is ended when it takes too long") func takesTooLong() async throws {
    let analyzer = CodeAnalyzer(executable: "/bin/sleep", arguments: ["1000"], timeout: .milliseconds(50))
    await #expect(throws: CodeAnalysisError.tookTooLong) { _ = try await analyzer.completions(for: query) }
    #expect(await !analyzer.isRunning)
  }

  @Test("cannot send what would be misunderstood") func damagedAnswers() async throws {
    // `cat` answers every question with the question.
    let analyzer = CodeAnalyzer(
      executable: "/bin/sh", arguments: ["-c", "cat <&0 >&0"], timeout: .seconds(120))
    await #expect(throws: CodeAnalysisError.self) { _ = try await analyzer.completions(for: query) }
  }

  @Test("is named in the error when it is missing") func missing() async throws {
    let analyzer = CodeAnalyzer(executable: "/no/such/helper", arguments: [])
    await #expect(
      throws: CodeAnalysisError.helperNotStarted(path: "/no/such/helper", reason: "No such file or directory")
    ) { _ = try await analyzer.completions(for: query) }
  }

  @Test("says which library a toolchain lacks") func noLibrary() async throws {
    let laboratory = try Laboratory()
    let helper = FileManager.default.temporaryDirectory.appending(path: "none-\(UUID().uuidString)").path
    let analyzer = CodeAnalyzer(executable: Laboratory.helper, arguments: [helper], timeout: .seconds(120))
    await #expect { _ = try await analyzer.completions(for: query) } throws: { error in
      String(describing: error).contains("libsourcekitdInProc.so")
    }
    _ = laboratory
  }

  @Test("leaves no descriptor open") func descriptors() async throws {
    func count() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
    let analyzer = CodeAnalyzer(executable: "/bin/true", arguments: [], timeout: .seconds(120))
    let before = try count()
    for _ in 0..<200 { _ = try? await analyzer.completions(for: query) }
    // The last socket is closed a moment after the error is known; other tests have a few of their own.
    while try count() > before + 50 { try await Task.sleep(for: .milliseconds(10)) }
  }
}
