import CellSyntax
import Course
import CourseGrading
import Interpreter

/// Reads a lesson with somebody: a step at a time, with a prompt at which they go on, ask, or type Swift of their own.
public final class LessonPlayer {
  let lesson: Lesson
  let course: CourseFolder
  let work: WorkFolder
  let console: any Console
  let session: Session
  let configuration: SessionConfiguration
  /// Opens code in an editor and gives back what became of it.
  let edit: (String) -> String?
  private var number = 0
  /// The first section whose code has not run to its end.
  private var unread = 0
  var section = 0
  var step = 0
  /// The question whose reasons are told once the next code has run.
  var openQuestion: (question: Question, answer: String)?
  /// The exercise that was shown last.
  var exercise: Exercise?
  private(set) var hasQuit = false

  public init(
    _ lesson: Lesson, course: CourseFolder, work: WorkFolder, console: any Console,
    configuration: SessionConfiguration, edit: @escaping (String) -> String? = { _ in nil }
  ) throws {
    self.lesson = lesson
    self.course = course
    self.work = work
    self.console = console
    self.configuration = configuration
    self.edit = edit
    session = try Session(configuration: CourseCommands.added(to: configuration, course: course, work: work))
  }

  /// The cells' side, for completion and for Ctrl-C.
  public var engine: Session { session }

  /// Reads from a section on, counted from 0, to the end or until somebody has had enough.
  public func play(from first: Int = 0) async {
    try? work.prepare()
    section = max(0, min(first, lesson.sections.count - 1))
    console.line(console.style.bold("Lesson \(lesson.number) · \(lesson.title)"))
    console.markdown(lesson.question)
    console.line(console.style.faint("Enter goes on. Swift you type runs. :help lists the rest."))
    await session.start()
    while section < lesson.sections.count, !hasQuit { await playSection() }
    if !hasQuit {
      log(ProgressEntry(.finished, lesson: lesson.number))
      console.line("\nThat was lesson \(lesson.number). `lesson next` goes on.")
      let progress = CourseProgress(work.log.entries)
      let open = lesson.exercises.filter { id in
        (try? course.exercise(id)).map { progress.state($0) != .passed } ?? false
      }
      if !open.isEmpty {
        console.line("Not passed yet: \(open.joined(separator: ", ")). `lesson check \(open[0])` checks one.")
      }
    }
    await session.shutdown()
  }

  private func playSection() async {
    let current = section
    await runSilently(sectionsBefore: section)
    let title = lesson.sections[section].title
    console.line(
      "\n" + console.style.bold(title) + console.style.faint("   \(section + 1) of \(lesson.sections.count)"))
    step = 0
    while section == current, step < lesson.sections[section].steps.count, !hasQuit {
      let shown = step
      await play(lesson.sections[section].steps[step])
      if section == current, step == shown { step += 1 }
    }
    guard section == current, !hasQuit else { return }
    log(ProgressEntry(.section, lesson: lesson.number, detail: "\(section + 1)"))
    section += 1
    unread = max(unread, section)
  }

  private func play(_ step: LessonStep) async {
    console.line()
    switch step {
    case .text(let text): console.markdown(text)
    case .predict(let question): await ask(question)
    case .code(let code): await play(code)
    case .exercise(let id): await play(exercise: id)
    }
  }

  private func play(_ code: LessonCode) async {
    show(code.text)
    guard code.kind != .shown else { return }
    await prompt("[Enter] run") { [self] in await run(code.text) }
  }

  func show(_ code: String) {
    // Someone who hears the lines wants each of them whole.
    let width = console.style.isPlain ? Int.max : console.style.width - 4
    for line in TerminalText.code(code, width: width) {
      console.line((console.style.isPlain ? "    " : "  │ ") + console.style.code(line))
    }
  }

  /// Waits for Enter, and meanwhile does what is asked for.
  func prompt(_ words: String, onEnter: () async -> Void) async {
    let place = (section, step)
    while !hasQuit {
      switch PlayerInput(console.readLine(prompt: "\(lesson.number) \(words)> ")) {
      case .end: quit()
      case .goOn: return await onEnter()
      case .swift(let text): await run(whole(text))
      case .command("skip", _), .command("s", _): return
      case .command("edit", _), .command("e", _): await editAndRun()
      case .command(let name, let words):
        await perform(name, words)
        if (section, step) != place { return }
      }
    }
  }

  /// Asks for more lines until the code is whole.
  private func whole(_ text: String) -> String {
    var text = text
    while case .incomplete = Completeness(of: text) {
      guard let next = console.readLine(prompt: "   … ") else { break }
      text += "\n" + next
      if next.isEmpty { break }
    }
    return text
  }

  private func editAndRun() async {
    guard case .code(let code) = lesson.sections[section].steps[step] else {
      return console.line("There is no code to change here.")
    }
    guard let changed = edit(code.text) else {
      return console.line("Set EDITOR to the name of your editor, or type the changed line at the prompt.")
    }
    await run(changed)
  }

  /// Runs code in the lesson's session; whatever happens, all values of before stay.
  func run(_ code: String) async {
    number += 1
    let output = ConsoleOutput(console)
    let result = await session.execute(CellRequest(number: number, code: code), output: output)
    output.finish()
    if let failure = result.failure {
      console.report((console.style.isColored ? failure.report.colored : failure.report.plain) + "\n")
    }
    settleQuestion()
  }

  /// Makes the values of sections that were read before, or that somebody has jumped over.
  private func runSilently(sectionsBefore end: Int) async {
    guard unread < end else { return }
    defer { unread = end }
    for section in lesson.sections[unread..<end] {
      for case .code(let code) in section.steps where code.kind == .runs {
        number += 1
        _ = await session.execute(
          CellRequest(number: number, code: code.text, allowsInput: false),
          output: ConsoleOutput(console, isSilent: true))
      }
    }
  }

  func quit() {
    hasQuit = true
    console.line(
      "\nUntil next time. You are in section \(section + 1) of lesson \(lesson.number); `lesson` goes on there.")
  }

  func log(_ entry: ProgressEntry) {
    do { try work.log.add(entry) } catch { console.line("\(error)") }
  }
}
