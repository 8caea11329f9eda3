/// Small tasks with the answers that are wanted.
enum InstructionTeller {
  static var all: [TextPair] {
    let names = StoryWords.names
    return names.map { TextPair("Greet \($0).", "Hello, \($0)!") }
      + names.map { TextPair("Spell \($0).", $0.map { String($0) }.joined(separator: "-")) }
      + StoryWords.things.map { TextPair("Ask for the \($0).", "May I have the \($0), please?") }
      + StoryWords.foods.map { TextPair("Praise the \($0).", "The \($0) tastes very good.") }
      + (1...12).map { TextPair("What comes after \($0)?", "After \($0) comes \($0 + 1).") }
      + EnglishChinese.all.map { TextPair("Say in Chinese: \($0.source)", $0.target) }
  }

  /// Polite answers are preferred to rude ones.
  static var preferences: [Preference] {
    StoryWords.things.map {
      Preference(prompt: "Ask for the \($0).", chosen: "May I have the \($0), please?", rejected: "Give me the \($0)!")
    }
      + StoryWords.names.map {
        Preference(prompt: "Greet \($0).", chosen: "Hello, \($0)!", rejected: "Go away, \($0)!")
      }
  }
}
