import CourseTerminal
import Foundation

/// The learner's editor: what `VISUAL` or `EDITOR` names, otherwise one that is installed.
struct Editing: CodeEditor {
  func edit(_ code: String) -> EditedCode {
    let path = FileManager.default.temporaryDirectory.appending(path: "lesson-\(getpid()).swift").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    do { try code.write(toFile: path, atomically: true, encoding: .utf8) } catch {
      return .failed("\(path) cannot be written: \(error.localizedDescription). Type the changed line at the prompt.")
    }
    return open(path)
  }

  func open(_ path: String) -> EditedCode {
    guard let editor = Self.command else {
      return .failed(
        "There is no editor: neither `EDITOR` is set, nor is there nano, vim or vi. `export EDITOR=name` in your shell names yours."
      )
    }
    let before = FileManager.default.contents(atPath: path)
    let status = Self.run(["/bin/sh", "-c", "\(editor) \"$1\"", "sh", path])
    guard status == 0 else {
      return .failed(
        "The editor `\(editor)` has ended with status \(status), so nothing was taken over. `export EDITOR=name` in your shell names another."
      )
    }
    guard let after = FileManager.default.contents(atPath: path), after != before else { return .unchanged }
    return .changed(String(decoding: after, as: UTF8.self))
  }

  /// Runs a program in front, in this one's process group: a group of its own, as `Process` makes it, may not use the terminal.
  ///
  /// - Returns: Its status.
  private static func run(_ words: [String]) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A lesson ignores Ctrl-C; an editor has a use for it.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, words[0], nil, &attributes, arguments, environ)
    guard code == 0 else { return code }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private static var command: String? {
    let environment = ProcessInfo.processInfo.environment
    if let named = [environment["VISUAL"], environment["EDITOR"]].compactMap({ $0 }).first(where: { !$0.isEmpty }) {
      return named
    }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return ["nano", "vim", "vi"].first { name in
      folders.contains { access("\($0)/\(name)", X_OK) == 0 }
    }
  }
}
