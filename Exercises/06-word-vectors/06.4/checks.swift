import CourseChecks
import Glassbox
import Testing

@Suite struct FourthWords {
  @Test("a step that only one word fits (1 point)") func step() throws {
    let vectors = WordVectors(
      words: ["cat", "kitten", "dog", "puppy", "wolf"],
      vectors: Tensor([[0.8, 0, 0.6, 0], [0.8, 0, 0, 0.6], [0, 0.8, 0.6, 0], [0, 0.8, 0, 0.6], [0, 0.55, 0.75, -0.37]]))
    try Check.equal(fourthWord("cat", "kitten", "dog", in: vectors), "puppy", "cat is to kitten as dog is to")
  }

  @Test("the three words of the question are no answers (1 point)") func leavesOut() throws {
    let vectors = WordVectors(
      words: ["first", "second", "third", "fourth", "fifth"],
      vectors: Tensor([[1, 0], [0.98, 0.2], [0, 1], [-0.6, 0.8], [-1, 0.1]]))
    try Check.equal(fourthWord("first", "second", "third", in: vectors), "fourth", "first is to second as third is to")
  }

  @Test("frequent words with long vectors weigh no more than others (1 point)") func lengths() throws {
    let vectors = WordVectors(
      words: ["sun", "day", "moon", "night", "star", "lamp"],
      vectors: Tensor([[6, -1, 2], [4, 5, -1], [-2, -1, 1], [-4, -1, -1], [0, 3, 0], [5, 4, 4]]))
    try Check.equal(fourthWord("sun", "day", "moon", in: vectors), "night", "sun is to day as moon is to")
  }

  @Test("learned vectors answer at least 11 of 12 questions (3 points)") func learned() throws {
    let grown = ["horse", "sheep", "goose", "frog"], young = ["foal", "lamb", "gosling", "tadpole"]
    let ages = [["old", "heavy", "slow"], ["little", "young", "quick"]]
    let sounds = [["neighs", "gallops"], ["bleats", "grazes"], ["hisses", "waddles"], ["croaks", "swims"]]
    let places = [["meadow", "stable"], ["meadow", "stable"], ["pond", "reeds"], ["pond", "reeds"]]
    var random = RandomGenerator(seed: 64)
    func pick(_ words: [String]) -> String { words[random.integer(below: words.count)] }
    let texts = (0..<600).map { _ in
      let (kind, age) = (random.integer(below: 4), random.integer(below: 2))
      return ["the", pick(ages[age]), [grown, young][age][kind], pick(sounds[kind]), "by", "the", pick(places[kind])]
    }
    let vectors = learn(texts)
    try Check.that(vectors.size <= 16, "A word has \(vectors.size) numbers, and 16 are allowed.")
    for word in grown + young { try Check.that(vectors[word] != nil, "There is no vector for \(word).") }
    var wrong: [String] = []
    for a in 0..<4 {
      for b in 0..<4 where a != b {
        let answer = vectors.analogy(grown[a], young[a], grown[b])[0].word
        if answer != young[b] { wrong.append("\(grown[a]) : \(young[a]) = \(grown[b]) : \(answer)") }
      }
    }
    try Check.that(wrong.count <= 1, "\(wrong.count) of 12 are wrong: \(wrong.prefix(3).joined(separator: "; ")).")
  }
}
