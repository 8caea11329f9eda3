import Displays
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Schedules") struct ScheduleTests {
  // Both compute in double precision.
  @Test(
    "Give the same learning rates as PyTorch's and Hugging Face's", arguments: PyTorchFixture.cases(of: "schedules"))
  func fixtures(example: PyTorchCase) throws {
    let schedule = try #require(made(from: example))
    let expected = try #require(example.outputs["rates"]).doubles
    #expect(!expected.isEmpty)
    for (step, rate) in expected.enumerated() {
      #expect(abs(schedule.learningRate(at: step) - rate) <= 1e-13, "step \(step)")
    }
  }

  private func made(from example: PyTorchCase) -> (any Schedule)? {
    let facts = example.arguments
    func number(_ key: String, _ standard: Double = 0) -> Double { facts[key]?.number ?? standard }
    func count(_ key: String) -> Int { facts[key]?.integerValue ?? 0 }
    let base = number("base")
    return switch example.operation {
    case "constant", "constant_with_warmup": ConstantSchedule(base, warmUp: count("warmup"))
    case "linear_with_warmup": LinearSchedule(peak: base, warmUp: count("warmup"), steps: count("total"))
    case "cosine_with_warmup", "cosine_to_minimum":
      CosineSchedule(peak: base, minimum: number("minimum"), warmUp: count("warmup"), steps: count("total"))
    case "step": StepSchedule(base, every: count("step_size"), factor: number("gamma"))
    case "one_cycle":
      OneCycleSchedule(
        peak: number("max_lr"), steps: count("total_steps"), rise: number("pct_start", 0.3),
        curve: facts["anneal_strategy"]?.stringValue == "linear" ? .linear : .cosine,
        startDivisor: number("div_factor", 25), endDivisor: number("final_div_factor", 10_000),
        symmetric: facts["three_phase"] == true)
    default: nil
    }
  }

  @Test("The cosine from 1 to 0.1 after 7 steps of warm-up, by hand")
  func golden() {
    let schedule = CosineSchedule(peak: 1, minimum: 0.1, warmUp: 7, steps: 21)
    let expected: [(Int, Double)] = [(0, 0), (1, 1.0 / 7), (7, 1), (14, 0.55), (21, 0.1), (25, 0.1)]
    for (step, rate) in expected { #expect(abs(schedule.learningRate(at: step) - rate) < 1e-12) }
  }

  @Test("Stay at their last rate")
  func afterTheEnd() {
    #expect(LinearSchedule(peak: 1, minimum: 0.25, steps: 4).learningRate(at: 1_000) == 0.25)
    #expect(abs(OneCycleSchedule(peak: 1, steps: 10).learningRate(at: 1_000) - 1 / 25e4) < 1e-15)
    #expect(OneCycleSchedule(peak: 1, steps: 1).learningRate(at: 0) == 1 / 25e4)
  }
}
