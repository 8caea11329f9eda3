import PyTorchFixtures
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Schedules") struct ScheduleTests {
  // Both compute in double precision.
  @Test(
    "Give the same learning rates as PyTorch's and Hugging Face's", arguments: TraceCase.cases(of: "schedules"))
  func fixtures(example: TraceCase) throws {
    let schedule = try #require(made(from: example))
    let expected = try #require(example.outputs?["rates"]).numbers
    #expect(!expected.isEmpty)
    for (step, rate) in expected.enumerated() {
      #expect(abs(schedule.learningRate(at: step) - rate) <= 1e-13, "step \(step)")
    }
  }

  private func made(from example: TraceCase) -> (any Schedule)? {
    let (base, warmUp, total) = (example.number("base"), example.count("warmup"), example.count("total"))
    return switch example.operation {
    case "constant", "constant_with_warmup": ConstantSchedule(base, warmUp: warmUp)
    case "linear_with_warmup": LinearSchedule(peak: base, warmUp: warmUp, steps: total)
    case "cosine_with_warmup", "cosine_to_minimum":
      CosineSchedule(peak: base, minimum: example.number("minimum"), warmUp: warmUp, steps: total)
    case "step": StepSchedule(base, every: example.count("step_size"), factor: example.number("gamma"))
    case "one_cycle":
      OneCycleSchedule(
        peak: example.number("max_lr"), steps: example.count("total_steps"), rise: example.number("pct_start", 0.3),
        curve: example.arguments["anneal_strategy"]?.word == "linear" ? .linear : .cosine,
        startDivisor: example.number("div_factor", 25), endDivisor: example.number("final_div_factor", 10_000),
        symmetric: example.isTrue("three_phase"))
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
