/// Tests to be run against what a session's cells have declared.
package struct CheckRequest: Sendable {
  /// What the module of the tests is to be called; a suffix makes it unique.
  package var name: String
  /// The Swift text: one suite of Swift Testing.
  package var text: String
  /// The names of the learner's that the tests use. No other name of the cells can be seen by them.
  package var names: [String]
  /// Names that the tests rely on. A cell that gives them a meaning of its own could change what a test says.
  package var reservedNames: Set<String>
  /// Words that no cell may use which the tests are run against.
  package var forbiddenWords: Set<String>
  package var timeLimit: Duration

  package init(
    name: String, text: String, names: [String], reservedNames: Set<String> = [],
    forbiddenWords: Set<String> = [], timeLimit: Duration = .seconds(10)
  ) {
    self.name = name
    self.text = text
    self.names = names
    self.reservedNames = reservedNames
    self.forbiddenWords = forbiddenWords
    self.timeLimit = timeLimit
  }
}
