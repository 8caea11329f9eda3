import CourseChecks
import Glassbox
import Testing

@Suite struct SomeBeams {
  /// A model of 5 tokens whose weights are large enough that it prefers some texts to others.
  private let model: GPT = withRandomness(seed: 124) {
    let model = GPT(GPTConfiguration(vocabularySize: 5, contextLength: 16, features: 16, layers: 1, heads: 2))
    for parameter in model.parameters where parameter.shape.count == 2 {
      parameter.value = .normal(parameter.shape, standardDeviation: 0.4)
    }
    return model
  }

  private func next(_ text: [Int]) -> [Double] { logs([2, 0] + text) }

  private func logs(_ text: [Int]) -> [Double] {
    evaluating { logSoftmax(model.lastLogits(Tensor(indices: text).unsqueezed(0), cache: nil))[0].doubles }
  }

  /// All texts of a length with their logarithms, the best one first.
  private func everyText(_ length: Int) -> [(text: [Int], sum: Double)] {
    var texts: [(text: [Int], sum: Double)] = [([], 0)]
    for _ in 1...length {
      var grown: [(text: [Int], sum: Double)] = []
      for (text, sum) in texts {
        for (token, number) in next(text).enumerated() { grown.append((text + [token], sum + number)) }
      }
      texts = grown
    }
    return texts.sorted { $0.sum > $1.sum }
  }

  @Test("one beam is greedy (1 point)") func greedy() throws {
    var text: [Int] = []
    for _ in 0..<8 { text.append(Tensor(next(text), shape: [5], dtype: .double).argmax()) }
    try Check.equal(beamSearch(beams: 1, length: 8, next: next).map(\.text), [text])
  }

  @Test("with enough beams the best of all texts is found (2 points)") func exhaustive() throws {
    let got = beamSearch(beams: 125, length: 3, next: next)
    let all = everyText(3)
    try Check.equal(got.count, 125, "how many texts")
    for place in [0, 1, 2, 60, 124] {
      try Check.close(got[place].logProbability, to: all[place].sum, within: 1e-9, "text number \(place)")
    }
  }

  @Test("the number beside a text is the logarithm of its probability (1 point)") func numbers() throws {
    let got = beamSearch(beams: 3, length: 4, next: next)
    try Check.equal(got.count, 3, "how many texts")
    for beam in got {
      let sum = beam.text.indices.reduce(0.0) { $0 + next(Array(beam.text[..<$1]))[beam.text[$1]] }
      try Check.close(beam.logProbability, to: sum, within: 1e-9, "\(beam.text)")
    }
  }

  @Test("three beams find what the library's three find (2 points)") func likeLibrary() throws {
    for prompt in [[2, 0], [1, 3], [4, 4, 1]] {
      let found = BeamSearch(beams: 3, maximumNewTokens: 6).texts(model, after: prompt)
      let got = beamSearch(beams: 3, length: 6) { logs(prompt + $0) }
      try Check.equal(got.map(\.text), found.map(\.ids), "after \(prompt)")
    }
  }

  @Test("a first step that is not the best can win (1 point)") func patient() throws {
    // Token 0 has 0.6 and then three equal ways on; token 1 has 0.4 and one way on.
    func walk(_ text: [Int]) -> [Double] {
      let rows: [[Double]] = [[0.6, 0.4, 1e-9], [1 / 3.0, 1 / 3.0, 1 / 3.0], [1e-9, 1e-9, 1]]
      let row = text.isEmpty ? rows[0] : text.last == 1 ? rows[2] : rows[1]
      return log(Tensor(row, shape: [3], dtype: .double)).doubles
    }
    try Check.equal(beamSearch(beams: 2, length: 2, next: walk).first?.text, [1, 2])
  }

  @Test("a long text has a number, too (1 point)") func long() throws {
    let got = beamSearch(beams: 2, length: 1000) { _ in [-1.5, -1, -1.2] }
    try Check.equal(got.count, 2, "how many texts")
    try Check.close(got[0].logProbability, to: -1000, within: 1e-6)
  }
}
