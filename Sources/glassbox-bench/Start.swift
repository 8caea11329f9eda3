import Foundation

/// A whole process: the library, a first tensor, and the end.
enum Start {
  static var kinds: [String: (BenchmarkCase.Sizes) -> () -> Void] { ["start": { _ in process }] }

  private static func process() {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    child.arguments = ["--first-tensor"]
    child.standardOutput = FileHandle.nullDevice
    do { try child.run() } catch { return print("The process could not be started: \(error)") }
    child.waitUntilExit()
  }
}
