import Foundation
import Testing

@Suite struct ScratchTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SCRATCH"] != nil)) func scratch() async throws {
    let text = try String(contentsOfFile: ProcessInfo.processInfo.environment["SCRATCH"] ?? "", encoding: .utf8)
    var scripts: [Script] = []
    var name = ""
    var body: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) + ["### end"] {
      if line.hasPrefix("### ") {
        if !body.isEmpty { scripts.append(Script(name, body.joined(separator: "\n"))) }
        name = String(line.dropFirst(4))
        body = []
      } else { body.append(line) }
    }
    await withTaskGroup(of: Void.self) { group in
      for script in scripts {
        group.addTask {
          do { try await script.check() } catch { Issue.record("\(script.name): \(error)") }
        }
      }
    }
  }
}
