/// An exercise: a task, a beginning, checks that give points, hints, and mistakes that are known.
public struct Exercise: Sendable, Equatable {
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// Numbers against a trusted value.
    case reference
    /// A law that must hold for random inputs.
    case property
    /// Slopes against differences.
    case gradient
    /// A result of training against a bound.
    case training
    /// How many times as fast as the obvious version.
    case speed
    /// Questions with choices.
    case quiz
    /// A test that must catch wrong implementations.
    case test
    /// The right value in the place of one that a text has wrong.
    case errata
  }

  /// For instance `08.2`.
  public var id: String
  public var title: String
  public var kind: Kind
  /// The task in Markdown.
  public var task: String
  /// What is worth reading after a pass.
  public var afterword: String
  /// The names that the learner's code declares and the checks use.
  public var names: [String]
  /// How long the checks may take in all.
  public var seconds: Int
  /// How much memory the learner's code may use, in megabytes.
  public var megabytes: Int
  /// The beginning that the learner gets.
  public var stub: String
  /// One good answer. A handout for learners has none.
  public var solution: String?
  /// The suite of Swift Testing that gives the points.
  public var suite: String
  public var checks: [ExerciseCheck]
  /// Three, from a question to a part of the code.
  public var hints: [String]
  public var mistakes: [KnownMistake]
  /// The questions of a quiz.
  public var questions: [Question]
  public var folder: String

  public var points: Int { checks.reduce(0) { $0 + $1.points } }

  /// The number of the lesson, for instance `08`.
  public var lesson: String { String(id.split(separator: ".").first ?? "") }

  /// The id as a part of names in Swift and in notebooks: `08_2`.
  public var identifier: String { id.replacing(".", with: "_") }

  /// The id of the notebook cell that holds the learner's code.
  public var cellID: String { "exercise-\(id.replacing(".", with: "-"))" }
}

/// One check of an exercise: a test function of its suite.
public struct ExerciseCheck: Sendable, Equatable {
  /// The function's name.
  public var name: String
  /// What must hold, in words.
  public var title: String
  public var points: Int
}

/// A mistake that learners make, and how it shows itself.
public struct KnownMistake: Sendable, Equatable {
  /// In one sentence: `The mask is applied after the softmax.`
  public var sentence: String
  /// The checks that it does not pass; it passes all others.
  public var caughtBy: Set<String>
  /// Code with this mistake. A handout for learners has none.
  public var code: String?
  /// The file of the code, for messages.
  public var file: String
}
