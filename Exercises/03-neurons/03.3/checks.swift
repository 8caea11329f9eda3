import CourseChecks
import Glassbox
import Testing

@Suite struct AnOptimizer {
  /// Where a number is that begins at 1, after a step of 0.1 for each of some slopes.
  func place(after slopes: [Double]) -> Double {
    let p = Parameter(Tensor(1))
    let lion = Lion(p, learningRate: 0.1)
    for slope in slopes {
      p.gradient = Tensor(slope)
      lion.step()
    }
    return p.value.doubleItem
  }

  @Test("the first step goes by the rate, against the slope (1 point)") func firstStep() throws {
    let p = Parameter(Tensor([1, -2, 3, 5]))
    p.gradient = Tensor([0.5, -100, 0.001, 0])
    Lion(p, learningRate: 0.1).step()
    try Check.close(stopGradient(p.value), to: Tensor([0.9, -1.9, 2.9, 5]))
  }

  @Test("the newest slope counts a tenth in the direction (1 point)") func newestSlope() throws {
    // After a slope of 1 the memory is 0.01. Then c = 0.009 − 0.095 for a slope of −0.95.
    try Check.close(place(after: [1, -0.95]), to: 1.0, "after the slopes 1 and −0.95")
  }

  @Test("the memory takes in a hundredth of each slope (1 point)") func slowMemory() throws {
    // c = 0.009 − 0.03. With a memory of 0.1 it would be 0.09 − 0.03.
    try Check.close(place(after: [1, -0.3]), to: 1.0, "after the slopes 1 and −0.3")
    // Ten slopes of 1 make a memory of 1 − 0.99¹⁰ = 0.0956; c = 0.0861 − 0.05 and then 0.0807 − 0.1.
    let slopes = [Double](repeating: 1, count: 10) + [-0.5, -1]
    try Check.close(place(after: slopes), to: 0.0, within: 1e-5, "after twelve slopes")
  }

  @Test("the direction is found before the memory changes (1 point)") func order() throws {
    // c = 0.009 − 0.0085. With the new memory it would be 0.9 · 0.00905 − 0.0085, below 0.
    try Check.close(place(after: [1, -0.085]), to: 0.8, "after the slopes 1 and −0.085")
  }

  @Test("the decay shrinks a number beside the step (1 point)") func decay() throws {
    let p = Parameter(Tensor([2, -4]))
    p.gradient = Tensor([1, 1])
    Lion(p, learningRate: 0.1, weightDecay: 0.5).step()
    // 2 − 0.1 · (1 + 1) and −4 − 0.1 · (1 − 2)
    try Check.close(stopGradient(p.value), to: Tensor([1.8, -3.9]))
  }

  @Test("it comes down the valley of the lesson (1 point)") func valley() throws {
    let p = Parameter(Tensor([10, 1]))
    let lion = Lion(p, learningRate: 0.05)
    for _ in 0..<220 {
      lion.zeroGradients()
      ((Tensor([1, 25]) * p.value * p.value).sum() / 2).backward()
      lion.step()
    }
    let loss = (Tensor([1, 25]) * p.value * p.value).sum().doubleItem / 2
    try Check.that(loss < 10, "the loss began at 62.5 and is \(loss) after 220 steps of 0.05")
  }
}
