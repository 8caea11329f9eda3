import Randomness

/// Tells short stories by a grammar: somebody somewhere looks for something, has help, and finds it.
///
///     StoryTeller(seed: 1).stories(2).count     // 2
///
/// The same seed tells the same stories. No two are alike.
public struct StoryTeller: Sendable {
  private let seed: UInt64

  public init(seed: UInt64) { self.seed = seed }

  public func stories(_ count: Int) -> [String] {
    var generator = RandomGenerator(seed: seed)
    var (stories, seen): ([String], Set<String>) = ([], [])
    // There are far more stories than anybody asks for; the bound keeps the loop finite all the same.
    for _ in 0..<max(count, 0) * 4 where stories.count < count {
      let story = tell(&generator)
      if seen.insert(story).inserted { stories.append(story) }
    }
    return stories
  }

  private func tell(_ generator: inout RandomGenerator) -> String {
    let names = generator.choose(2, from: StoryWords.names)
    let place = StoryWords.places[generator.integer(below: StoryWords.places.count)]
    let thing = StoryWords.things[generator.integer(below: StoryWords.things.count)]
    let parts = [
      StoryWords.openings, StoryWords.wishes, StoryWords.troubles, StoryWords.helps, StoryWords.talks,
      StoryWords.endings,
    ]
    let sentences = parts.map { $0[generator.integer(below: $0.count)] }
    let words = [
      "NAME": names[0], "FRIEND": names[1], "THING": thing, "PLACE": place,
      "WEATHER": StoryWords.weather[generator.integer(below: StoryWords.weather.count)],
      "LOOK": StoryWords.looks[generator.integer(below: StoryWords.looks.count)],
      "FOOD": StoryWords.foods[generator.integer(below: StoryWords.foods.count)],
    ]
    return words.sorted { $0.key < $1.key }.reduce(sentences.joined(separator: " ")) {
      $0.replacing($1.key, with: $1.value)
    }
  }
}
