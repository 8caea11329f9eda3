import ArgumentParser

/// A flag of a command with several tasks, and for which of them it does something.
struct TaskFlag<Task: RawRepresentable & Equatable> where Task.RawValue == String {
  let name: String
  let isGiven: Bool
  let tasks: [Task]

  init(_ name: String, _ isGiven: Bool, for tasks: Task...) {
    (self.name, self.isGiven, self.tasks) = (name, isGiven, tasks)
  }

  /// - Throws: `ValidationError` for the first flag that is given and would do nothing.
  static func check(_ flags: [TaskFlag], task: Task) throws {
    for flag in flags where flag.isGiven && !flag.tasks.contains(task) {
      let tasks = flag.tasks.map { "--task \($0.rawValue)" }.joined(separator: " or ")
      throw ValidationError("\(flag.name) is for \(tasks). With --task \(task.rawValue) it would do nothing.")
    }
  }
}
