import CourseChecks
import Glassbox
import Testing

@Suite struct Counting {
  @Test("GPT-2 small: 124,439,808 (1 point)") func small() throws {
    try Check.equal(gptParameters(vocabulary: 50_257, context: 1024, features: 768, layers: 12), 124_439_808)
  }

  @Test("GPT-2 in its three larger sizes (1 point)") func larger() throws {
    for (features, layers, expected) in [(1024, 24, 354_823_168), (1280, 36, 774_030_080), (1600, 48, 1_557_611_200)] {
      let got = gptParameters(vocabulary: 50_257, context: 1024, features: features, layers: layers)
      try Check.equal(got, expected, "\(features) features, \(layers) layers")
    }
  }

  @Test("one more layer adds one block (1 point)") func oneMoreLayer() throws {
    func count(_ layers: Int) -> Int { gptParameters(vocabulary: 65, context: 32, features: 24, layers: layers) }
    let block = TransformerBlock(.gpt2(features: 24, heads: 4)).parameterCount
    try Check.equal(count(3) - count(2), block)
  }

  @Test("one more token adds one row (1 point)") func oneMoreToken() throws {
    func count(_ words: Int) -> Int { gptParameters(vocabulary: words, context: 32, features: 24, layers: 2) }
    try Check.equal(count(66) - count(65), 24)
  }

  @Test("Llama 2, the small one: 6,738,415,616 (1 point)") func llama() throws {
    let got = llamaParameters(
      vocabulary: 32_000, features: 4096, layers: 32, heads: 32, keyValueHeads: 32, hidden: 11_008)
    try Check.equal(got, 6_738_415_616)
  }

  @Test("Llama 2, the large one, whose heads share keys: 68,976,648,192 (1 point)") func largeLlama() throws {
    let got = llamaParameters(
      vocabulary: 32_000, features: 8192, layers: 80, heads: 64, keyValueHeads: 8, hidden: 28_672)
    try Check.equal(got, 68_976_648_192)
  }
}
