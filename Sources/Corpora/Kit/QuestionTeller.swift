/// Contexts of two sentences, and questions whose answers stand in them.
enum QuestionTeller {
  static var all: [AnsweredQuestion] {
    let count = StoryWords.things.count
    return StoryWords.names.enumerated().flatMap { number, name -> [AnsweredQuestion] in
      let friend = StoryWords.names[(number + 7) % StoryWords.names.count]
      let thing = StoryWords.things[number % count]
      let place = StoryWords.places[(number * 3) % StoryWords.places.count]
      let food = StoryWords.foods[number % StoryWords.foods.count]
      let context = "\(name) keeps a \(thing) in \(place). In the evening \(friend) brings \(food)."
      return [
        ("Who keeps a \(thing)?", name), ("What does \(name) keep?", thing), ("Where is the \(thing)?", place),
        ("Who comes in the evening?", friend), ("What does \(friend) bring?", food),
      ].compactMap { AnsweredQuestion(context: context, question: $0, answer: $1) }
    }
  }
}

extension AnsweredQuestion {
  /// `nil` if the answer does not stand in the context.
  public init?(context: String, question: String, answer: String) {
    guard let place = context.firstRange(of: answer) else { return nil }
    (self.context, self.question, self.answer) = (context, question, answer)
    answerStart = context.unicodeScalars.distance(from: context.startIndex, to: place.lowerBound)
  }
}
