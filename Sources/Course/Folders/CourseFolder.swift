import Foundation

/// The folder that holds `Lessons/` and `Exercises/`.
public struct CourseFolder: Sendable, Equatable {
  public let root: String

  public init(root: String) { self.root = root }

  public var lessonsFolder: String { root + "/Lessons" }
  public var exercisesFolder: String { root + "/Exercises" }
  public var notebooksFolder: String { root + "/Notebooks" }

  /// The folder that `GLASSBOX_COURSE` names, or the nearest one around the working directory or the running program.
  public static func located(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    directory: String = FileManager.default.currentDirectoryPath
  ) -> CourseFolder? {
    if let path = environment["GLASSBOX_COURSE"], !path.isEmpty { return CourseFolder(root: path) }
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    for start in [directory, program].compactMap({ $0 }) {
      var url = URL(fileURLWithPath: start)
      while url.path != "/" {
        let folder = CourseFolder(root: url.path)
        if folder.isThere { return folder }
        url.deleteLastPathComponent()
      }
    }
    return nil
  }

  public var isThere: Bool { CourseFile.exists(lessonsFolder) && CourseFile.exists(exercisesFolder) }

  /// The folders of the lessons, for instance `08-attention`, in order.
  public var lessonFolders: [String] { Self.folders(in: lessonsFolder).filter { $0.first?.isNumber == true } }

  /// The languages of a lesson, English first.
  public func languages(of folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(lessonsFolder)/\(folder)")) ?? []
    let languages = names.compactMap { name -> String? in
      let parts = name.split(separator: ".")
      return parts.count == 3 && parts[0] == "lesson" && parts[2] == "md" ? String(parts[1]) : nil
    }
    return languages.sorted { ($0 == "en" ? 0 : 1, $0) < ($1 == "en" ? 0 : 1, $1) }
  }

  /// Reads a lesson.
  public func lesson(folder: String, language: String = "en") throws(CourseMistake) -> Lesson {
    let lesson = try LessonReader.lesson(at: "\(lessonsFolder)/\(folder)/lesson.\(language).md")
    guard folder.hasPrefix(lesson.number + "-") else {
      throw CourseMistake(file: lesson.file, line: 1, .nameMismatch(folder: folder, header: lesson.number))
    }
    return lesson
  }

  /// All lessons in a language; a lesson that is not there in it is read in English.
  public func lessons(language: String = "en") throws(CourseMistake) -> [Lesson] {
    var lessons: [Lesson] = []
    for folder in lessonFolders {
      let languages = languages(of: folder)
      lessons.append(
        try lesson(folder: folder, language: languages.contains(language) ? language : languages.first ?? "en"))
    }
    return lessons
  }

  /// The folder of the lesson with a number such as `8` or `08`.
  public func lessonFolder(_ number: String) -> String? {
    let digits = number.count == 1 ? "0" + number : number
    return lessonFolders.first { $0.hasPrefix(digits + "-") }
  }

  /// The ids of all exercises, in order.
  public var exerciseIDs: [String] { exercisePaths.keys.sorted() }

  private var exercisePaths: [String: String] {
    var paths: [String: String] = [:]
    for lesson in Self.folders(in: exercisesFolder) {
      for id in Self.folders(in: "\(exercisesFolder)/\(lesson)") where id.first?.isNumber == true {
        paths[id] = "\(exercisesFolder)/\(lesson)/\(id)"
      }
    }
    return paths
  }

  /// Reads an exercise; `8.2` and `08.2` are the same.
  public func exercise(_ id: String) throws(CourseMistake) -> Exercise {
    let full = Self.fullID(id)
    // Nearly always it lies in its lesson's folder, and the others need not be looked through.
    let lesson = full.prefix { $0 != "." } + "-"
    let near = Self.folders(in: exercisesFolder).lazy.filter { $0.hasPrefix(lesson) }
      .map { "\(exercisesFolder)/\($0)/\(full)" }.first { CourseFile.exists($0) }
    guard let path = near ?? exercisePaths[full] else {
      throw CourseMistake(file: exercisesFolder, line: 1, .unknownExercise(id))
    }
    return try ExerciseReader(folder: path).exercise()
  }

  /// `8.2` as `08.2`.
  public static func fullID(_ id: String) -> String {
    (id.split(separator: ".").first?.count == 1 ? "0" : "") + id
  }

  private static func folders(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { name in
      var isFolder = ObjCBool(false)
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) && isFolder.boolValue
    }.sorted()
  }
}
