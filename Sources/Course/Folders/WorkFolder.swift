import Foundation

/// The folder with the learner's own files: one Swift file for each exercise, and the log of progress.
///
/// It lies outside the kit, so that a new version or a fresh clone finds it again. Nothing in it is overwritten without
/// a copy in `copies/`.
public struct WorkFolder: Sendable {
  public let root: String

  public init(root: String) { self.root = root }

  /// The folder that `GLASSBOX_WORK` names, or `Glassbox` in the home folder.
  public static func located(environment: [String: String] = ProcessInfo.processInfo.environment) -> WorkFolder {
    if let path = environment["GLASSBOX_WORK"], !path.isEmpty { return WorkFolder(root: path) }
    return WorkFolder(root: (environment["HOME"] ?? FileManager.default.currentDirectoryPath) + "/Glassbox")
  }

  public var log: ProgressLog { ProgressLog(path: root + "/progress.jsonl") }

  public func path(of id: String) -> String { "\(root)/\(id).swift" }

  /// Whether the learner has begun any exercise.
  public var hasFiles: Bool {
    ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).contains { $0.hasSuffix(".swift") }
  }

  /// Makes the folder if it is not there.
  public func prepare() throws(CourseProblem) {
    var path = ""
    for part in "\(root)/copies".split(separator: "/") {
      path += (path.isEmpty && !root.hasPrefix("/") ? "" : "/") + part
      // A folder that is there already is good, whatever else could not be done with it.
      guard mkdir(path, 0o755) != 0, !CourseFile.exists(path) else { continue }
      throw .cannotWrite(path: root, reason: String(cString: strerror(errno)))
    }
  }

  /// The learner's code for an exercise, or `nil` if it was not begun.
  public func code(of id: String) -> String? {
    FileManager.default.contents(atPath: path(of: id)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Puts the beginning of an exercise into the folder, unless there is a file already.
  ///
  /// - Returns: Whether there was none.
  @discardableResult
  public func start(_ exercise: Exercise) throws(CourseProblem) -> Bool {
    try prepare()
    guard !CourseFile.exists(path(of: exercise.id)) else { return false }
    try write(exercise.stub, to: path(of: exercise.id))
    return true
  }

  /// Puts new code in the place of the old, of which a copy stays.
  ///
  /// - Returns: The path of the copy, if there was something to copy.
  @discardableResult
  public func replace(_ id: String, with code: String) throws(CourseProblem) -> String? {
    try prepare()
    guard let old = self.code(of: id), old != code else {
      if self.code(of: id) == nil { try write(code, to: path(of: id)) }
      return nil
    }
    var number = 1
    while CourseFile.exists("\(root)/copies/\(id)-\(number).swift") { number += 1 }
    let copy = "\(root)/copies/\(id)-\(number).swift"
    try write(old, to: copy)
    try write(code, to: path(of: id))
    return copy
  }

  /// Tells editors how to read the files, so that they complete and explain.
  public func writeEditorSettings(compiler: String, flags: [String]) throws(CourseProblem) {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).filter { $0.hasSuffix(".swift") }
    let commands = names.sorted().map { name in
      ["directory": root, "file": "\(root)/\(name)", "arguments": [compiler] + flags + ["\(root)/\(name)"]]
        as [String: Any]
    }
    guard
      let data = try? JSONSerialization.data(
        withJSONObject: commands, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    else { return }
    try write(String(decoding: data, as: UTF8.self) + "\n", to: root + "/compile_commands.json")
  }

  /// Writes a file as a whole or not at all.
  private func write(_ text: String, to path: String) throws(CourseProblem) {
    func problem() -> CourseProblem { .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
    let temporary = "\(path).\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw problem() }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let problem = problem()
        close(descriptor)
        unlink(temporary)
        throw problem
      }
      bytes = bytes.dropFirst(count)
    }
    close(descriptor)
    guard rename(temporary, path) == 0 else {
      let problem = problem()
      unlink(temporary)
      throw problem
    }
  }
}
