import ArgumentParser
import Course
import CourseGrading

/// The exercise that a command is about.
struct ExerciseArgument: ParsableArguments {
  @Argument(help: "The exercise, for instance 08.2.")
  var exercise: String

  @OptionGroup var place: Place

  func load() throws -> Exercise { try place.courseFolder().exercise(exercise) }
}

struct HintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Show the next hint: a question, an idea, a part of the code.")

  @OptionGroup var target: ExerciseArgument

  @Option(help: "The hint with this number.")
  var number: Int?

  func run() throws {
    let exercise = try target.load()
    guard let hint = HintLadder(exercise, work: target.place.workFolder).hint(number) else {
      throw ValidationError("Hints are numbered from 1 to \(exercise.hints.count).")
    }
    print(hint)
  }
}

struct SolutionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution", abstract: "Show one good answer to an exercise that you have passed.")

  @OptionGroup var target: ExerciseArgument

  @Flag(help: "Show it before you have passed.")
  var anyway = false

  func run() throws {
    switch SolutionRule(try target.load(), work: target.place.workFolder).look(isInsisting: anyway) {
    case .shown(let code): print(code)
    case .refused(let reason): print("\(reason) `lesson solution \(target.exercise) --anyway` shows it now.")
    case .absent(let reason): print(reason)
    }
  }
}

struct ResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Put your file for an exercise back to its beginning; a copy of it stays.")

  @OptionGroup var target: ExerciseArgument

  func run() throws {
    let exercise = try target.load()
    let work = target.place.workFolder
    let copy = try work.replace(exercise.id, with: exercise.stub)
    try work.log.add(ProgressEntry(.reset, lesson: exercise.lesson, exercise: exercise.id))
    print(
      "\(work.path(of: exercise.id)) is at its beginning again." + (copy.map { " What you had is in \($0)." } ?? ""))
  }
}

struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "progress", abstract: "Say how far you are.")

  @Flag(help: "Print the whole log as JSON.")
  var json = false

  @OptionGroup var place: Place

  func run() throws {
    let log = place.workFolder.log
    if json { return try JSONOutput.print(log.entries) }
    let course = try place.courseFolder()
    let progress = CourseProgress(log.entries)
    let exercises = try course.exerciseIDs.map { try course.exercise($0) }
    let passed = exercises.count { progress.state($0) == .passed }
    let points = exercises.reduce(0) { $0 + (progress.best($1)?.points ?? 0) }
    print(
      "\(passed) of \(exercises.count) exercises passed, \(points) of \(exercises.reduce(0) { $0 + $1.points }) points."
    )
    let predictions = progress.predictions
    if predictions.answered > 0 {
      print("You have predicted \(predictions.answered) times, \(predictions.right) times right.")
    }
    for exercise in exercises where progress.state(exercise) == .passedEarlier {
      print("\(exercise.id) has changed since you passed it.")
    }
    print("Your files and the log of all this are in \(place.workFolder.root).")
  }
}

struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Write a handout of lessons for learners: no solution is in it.")

  @Argument(help: "The lessons, for instance 08.")
  var lessons: [String]

  @Option(name: .customLong("to"), help: ArgumentHelp("A new folder.", valueName: "folder"))
  var target: String

  @OptionGroup var place: Place

  func run() throws {
    let course = try place.courseFolder()
    let folders = try lessons.map { number in
      guard let folder = course.lessonFolder(number) else { throw ValidationError("There is no lesson \(number).") }
      return folder
    }
    let files = try CourseHandout(course).write(lessons: folders, to: target)
    print("\(files.count) files are in \(target). No line of a solution is among them.")
  }
}
