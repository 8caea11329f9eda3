import CourseChecks
import Glassbox
import Testing

@Suite struct FrozenBody {
  static let sizes: BERTConfiguration = {
    var sizes = BERTConfiguration(vocabularySize: 20, contextLength: 6, features: 16, layers: 1, heads: 2)
    sizes.typeCount = 0
    sizes.hasPooler = false
    return sizes
  }()

  /// Eight texts of 3 to 6 tokens; the class is decided by the first one.
  let tokens = Tensor(
    indices: [
      1, 7, 8, 0, 0, 0, 2, 7, 9, 5, 0, 0, 3, 6, 8, 5, 4, 0, 1, 9, 9, 8, 7, 6,
      2, 5, 6, 0, 0, 0, 3, 8, 7, 9, 0, 0, 1, 5, 5, 6, 7, 0, 2, 6, 9, 8, 8, 5,
    ]
  ).reshaped(to: [8, 6])
  let classes = Tensor(indices: [0, 1, 2, 0, 1, 2, 0, 1])
  var mask: Tensor { tokens .> 0 }

  /// A body and a head before, and what training does.
  struct Run {
    let body = withRandomness(seed: 132) { BERT(sizes) }
    let head = withRandomness(seed: 133) { Linear(16, 3) }
    let bodyBefore: [String: Tensor]
    let headBefore: [String: Tensor]
    var losses: [Double] = []

    init() { (bodyBefore, headBefore) = (body.state, head.state) }
  }

  func run(steps: Int) -> Run {
    var run = Run()
    run.losses = teachHead(run.head, on: run.body, tokens: tokens, mask: mask, classes: classes, steps: steps)
    return run
  }

  @Test("the head has changed and the body has not, bit for bit (1 point)") func bodyIsTheSame() throws {
    let run = run(steps: 5)
    try Check.that(run.head.state != run.headBefore, "the head has its first numbers still")
    for (name, numbers) in run.bodyBefore.sorted(by: { $0.key < $1.key }) {
      try Check.that(run.body.state[name] == numbers, "the body's \(name) has changed")
    }
  }

  @Test("no gradient arrives in the body (1 point)") func noGradients() throws {
    let run = run(steps: 5)
    try Check.that(run.head.state != run.headBefore, "the head has its first numbers still")
    let reached = run.body.namedParameters.first { $0.parameter.gradient != nil }
    try Check.that(reached == nil, "\(reached?.name ?? "") of the body has a gradient")
  }

  @Test("the first loss is that of the mean over positions that count (1 point)") func firstLoss() throws {
    let run = run(steps: 1)
    try Check.equal(run.losses.count, 1, "how many losses come back of 1 step")
    let head = Linear(16, 3)
    try head.load(run.headBefore)
    let body = BERT(Self.sizes)
    try body.load(run.bodyBefore)
    let mean = SentencePooling.mean(body(tokens, mask: mask), mask: mask)
    try Check.close(run.losses[0], to: crossEntropy(head(mean), classes).doubleItem, within: 1e-4)
  }

  @Test("the loss falls below a tenth of the first in 200 steps (1 point)") func lossFalls() throws {
    let run = run(steps: 200)
    try Check.equal(run.losses.count, 200, "how many losses come back of 200 steps")
    let (first, last) = (run.losses[0], run.losses[199])
    try Check.that(last < first / 10, "the first loss is \(first), the last one \(last)")
  }
}
