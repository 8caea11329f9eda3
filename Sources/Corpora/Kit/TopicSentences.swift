/// Sentences with the topics that they are about, each made of who, what and when.
enum TopicSentences {
  /// Every sentence once, topic by topic.
  static var all: [LabeledText] {
    topics.flatMap { topic in
      topic.subjects.flatMap { subject in
        topic.predicates.map { LabeledText("\(subject) \($0).", label: topic.label) }
      }
    }
  }

  private static let topics: [(label: String, subjects: [String], predicates: [String])] = [
    (
      "kitchen", ["The cook", "My aunt", "The baker", "Our neighbour", "Grandmother", "The boy with the spoon"],
      [
        "stirs the soup slowly", "cuts the onions very fine", "forgot the salt again", "bakes bread with nuts",
        "boils eggs for eight minutes", "puts the plates on the table", "fries potatoes in butter", "tastes the sauce",
      ]
    ),
    (
      "weather", ["The rain", "A cold wind", "The fog", "The storm", "Thick snow", "The heat"],
      [
        "came over the hills at noon", "stayed for three days", "surprised everybody in the valley",
        "will be gone by tomorrow", "covered the fields", "is stronger than last year", "kept the ships in the harbour",
        "began before sunrise",
      ]
    ),
    (
      "workshop",
      ["The carpenter", "The smith", "My uncle", "The apprentice", "The clockmaker", "The girl with the saw"],
      [
        "sharpens the chisel", "drives a nail into the beam", "measures the board twice", "mends a broken wheel",
        "oils the old machine", "sweeps up the wood chips", "drills a hole through the plate", "glues the chair's leg",
      ]
    ),
  ]
}
