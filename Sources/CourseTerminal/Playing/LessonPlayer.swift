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
  let editor: any CodeEditor
  /// The number of the code that was run last, and the first lines of all pieces by their numbers.
  var number = 0
  var beginnings: [Int: String] = [:]
  /// The first section whose code has not run to its end.
  var unread = 0
  var section = 0
  var step = 0
  /// The question whose reasons are told once the next code has run.
  var openQuestion: (question: Question, answer: String)?
  /// The question that was asked last.
  var lastQuestion: Question?
  /// The lesson's code that was shown last.
  private(set) var lastCode: String?
  /// The exercise that was shown last.
  var exercise: Exercise?
  private(set) var hasQuit = false
  /// Whether somebody has gone to another section, or to this one from its beginning.
  var hasJumped = false
  /// The lesson's code that was passed by, which later code may need.
  var skipped: [String] = []
  private var hasLostLog = false

  public init(
    _ lesson: Lesson, course: CourseFolder, work: WorkFolder, console: any Console,
    configuration: SessionConfiguration, editor: any CodeEditor
  ) throws {
    self.lesson = lesson
    self.course = course
    self.work = work
    self.console = console
    self.configuration = configuration
    self.editor = editor
    session = try Session(configuration: CourseCommands.added(to: configuration, course: course, work: work))
    stopper = RunStopper(session)
  }

  /// Whether what was asked at a prompt is no longer where somebody is.
  var isElsewhere: Bool { hasQuit || hasJumped }

  /// The cells' side, for completion.
  public var engine: Session { session }
  /// Stops what is going on, for Ctrl-C: code that runs, or checks.
  public let stopper: RunStopper

  /// Reads from a place on, counted from 0, to the end or until somebody has had enough.
  ///
  /// - Parameter introduces: Whether the lesson's title and question come first.
  public func play(from first: Int = 0, step firstStep: Int = 0, introduces: Bool = true) async {
    section = max(0, min(first, lesson.sections.count - 1))
    if introduces {
      console.line(console.style.bold("Lesson \(lesson.number) · \(lesson.title)"))
      if first == 0, firstStep == 0 { console.markdown(lesson.question) }
    }
    console.line(console.style.faint("Enter goes on. Swift you type runs. :help lists the rest."))
    do throws(CourseProblem) { try work.prepare() } catch { console.markdown("\(error)") }
    await session.start()
    var start = firstStep
    while section < lesson.sections.count, !hasQuit {
      await playSection(from: start)
      start = 0
    }
    if !hasQuit { finish() }
    await session.shutdown()
  }

  private func finish() {
    let progress = CourseProgress(work.log.entries)
    let next = Welcome(lessons: (try? course.lessons()) ?? [], progress: progress, now: 0).lesson
    let title = next.map { $0.number == lesson.number ? "" : " with lesson \($0.number), \($0.title)" } ?? ""
    console.line()
    console.markdown("That was lesson \(lesson.number). `\(ProgramName.words) next` goes on\(title).")
    let open = lesson.exercises.filter { id in
      (try? course.exercise(id)).map { progress.state($0) != .passed } ?? false
    }
    for id in open {
      guard let exercise = try? course.exercise(id), progress.state(exercise) == .passedEarlier else { continue }
      console.line("\(id) has changed since you passed it.")
    }
    if !open.isEmpty {
      console.markdown(
        "Not passed yet: \(open.joined(separator: ", ")). `\(ProgramName.words) check \(open[0])` checks one.")
    }
  }

  private func playSection(from first: Int) async {
    let title = lesson.sections[section].title
    console.line(
      "\n" + console.style.bold(title) + console.style.faint("   \(section + 1) of \(lesson.sections.count)"))
    step = first
    await runSilently(to: ReadingPlace(lesson: lesson.number, section: section, step: first))
    hasJumped = false
    while let next = currentStep {
      await play(next)
      guard !isElsewhere else { return }
      step += 1
    }
    log(ProgressEntry(.section, lesson: lesson.number, detail: "\(section + 1)"))
    unread = max(unread, section + 1)
    if section == lesson.sections.count - 1 {
      log(ProgressEntry(.finished, lesson: lesson.number))
      console.line()
      // What came last can still be tried.
      await prompt("[Enter] end of the lesson") { true }
      guard !isElsewhere else { return }
    }
    section += 1
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
    lastCode = code.text
    var isDone = false
    await prompt("[Enter] run") { [self] in
      await runSkipped()
      let failure = await run(code.text, isLessons: true)
      guard let failure, code.kind == .runs else {
        isDone = true
        return true
      }
      console.line()
      guard failure.name != "KeyboardInterrupt" else {
        console.markdown("Enter runs it again, `:skip` goes on.")
        return false
      }
      console.markdown(
        "The lesson's own code has not run to its end. Perhaps a name of yours is in its way. Enter tries again, `:reset` makes all values as the lesson makes them, `:skip` goes on."
      )
      return false
    }
    if !isDone, !isElsewhere, code.kind == .runs { skipped.append(code.text) }
  }

  func show(_ code: String) {
    var code = code[...]
    while code.last?.isNewline == true { code.removeLast() }
    // Someone who hears the lines wants each of them whole.
    let width = console.style.isPlain ? Int.max : console.style.width - 2
    for line in CodeLines.of(String(code), width: width) {
      console.line((console.style.isPlain ? "    " : "│ ") + console.style.code(line))
    }
  }

  /// Waits for Enter, and meanwhile does what is asked for.
  ///
  /// - Parameter onEnter: Says whether the lesson goes on.
  func prompt(_ words: String, onEnter: () async -> Bool) async {
    while !isElsewhere {
      switch PlayerInput(console.readLine(prompt: "\(lesson.number) \(words)> ")) {
      case .end: quit()
      case .goOn: if await onEnter() { return }
      case .swift(let text): await run(whole(text))
      case .command("skip", _), .command("s", _): return
      case .command(let name, let words): await perform(name, words)
      }
    }
  }

  func quit() {
    hasQuit = true
    guard currentStep != nil else {
      return console.markdown(
        "Until next time. You have read lesson \(lesson.number); `\(ProgramName.words)` goes on behind it.")
    }
    let place = ReadingPlace(lesson: lesson.number, section: section, step: max(0, step))
    log(ProgressEntry(.left, lesson: lesson.number, detail: place.detail))
    console.line()
    console.markdown(
      "Until next time. You are in section \(section + 1) of lesson \(lesson.number); `\(ProgramName.words)` goes on there."
    )
  }

  func log(_ entry: ProgressEntry) {
    do throws(CourseProblem) { try work.log.add(entry) } catch {
      // Once is enough: without a log every page would say it.
      guard !hasLostLog else { return }
      hasLostLog = true
      console.markdown("What you do is not kept: \(error)")
    }
  }
}
