import CodeAnalysis
import Course
import CourseTerminal
import Foundation
import Interpreter
import Synchronization

/// Reads a lesson in the terminal.
enum Reading {
  /// - Parameter introduces: Whether the lesson's title and question come first.
  static func read(
    _ lesson: Lesson, from section: Int, step: Int = 0, place: Place, isPlain: Bool, introduces: Bool = true
  ) async throws {
    let work = place.workFolder
    do throws(CourseProblem) { try work.prepare() } catch {
      // A lesson can be read without a place for one's files.
      print(MarkdownText(style: .ofThisTerminal(isPlain: isPlain)).text("\(error)"))
    }
    let console = TerminalConsole(isPlain: isPlain, historyPath: work.root + "/history")
    var configuration = try place.sessionConfiguration()
    // Charts and tables are drawn by the code's own process, which does not see this terminal.
    configuration.environment["GLASSBOX_COLUMNS"] = "\(Screen.width)"
    let player = try LessonPlayer(
      lesson, course: place.courseFolder(), work: work, console: console, configuration: configuration,
      editor: Editing())
    let session = player.engine
    let stopper = player.stopper
    let analyzer = CodeAnalyzer(
      executable: configuration.installation.analysisHelper, arguments: [configuration.toolchain.root])
    console.editor.setCompleter { line, offset in complete(line, offset, session, analyzer) }
    // The first completion reads all modules and takes seconds; it is done while the first page is read.
    Task.detached { _ = await completions("pri", 3, session, analyzer) }
    // Ctrl-C stops the code that runs, not the lesson.
    signal(SIGINT, SIG_IGN)
    let interrupts = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    interrupts.setEventHandler { stopper.stop() }
    interrupts.resume()
    await player.play(from: section, step: step, introduces: introduces)
    interrupts.cancel()
  }

  /// What a line can go on with. The prompt waits in a call of C, so this waits too, but not for long.
  private static func complete(
    _ line: String, _ offset: Int, _ session: Session, _ analyzer: CodeAnalyzer
  ) -> (words: [String], replacing: Int) {
    let answer = Mutex<(words: [String], replacing: Int)>(([], 0))
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let found = await completions(line, offset, session, analyzer)
      answer.withLock { $0 = found }
      isDone.signal()
    }
    _ = isDone.wait(timeout: .now() + 5)
    return answer.withLock { $0 }
  }

  private static func completions(
    _ line: String, _ offset: Int, _ session: Session, _ analyzer: CodeAnalyzer
  ) async -> (words: [String], replacing: Int) {
    let text = await session.analysisText(of: line)
    let query = SourceQuery(
      text: text.text, offset: text.headerCount + offset, arguments: text.arguments, sessionModulePrefix: "Cell")
    guard let list = try? await analyzer.completions(for: query) else { return ([], 0) }
    return (list.completions.map(\.text), max(0, text.headerCount + offset - list.start))
  }
}
