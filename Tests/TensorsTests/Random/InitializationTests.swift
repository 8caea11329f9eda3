import PyTorchFixtures
import Randomness
import Tensors
import Testing

/// First weights are spread as PyTorch's are. The layers' own are tested with the layers.
@Suite struct InitializationTests {
  static let functions = [
    "uniform", "normal", "truncated_normal", "xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal",
  ]

  @Test(
    arguments: try DistributionFixture.cases().filter { functions.contains($0.operation) }, [DType.float, .double])
  func spread(fixture: DistributionFixture, dtype: DType) throws {
    let numbers = try #require(made(fixture, dtype)).doubles
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let deviation = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    let expected = fixture.expected
    // The mean of n numbers spreads by σ/√n, their deviation by at most σ/√(2n) here: five times that is never seen.
    #expect(abs(mean - expected.mean) < 5 * expected.std / count.squareRoot())
    #expect(abs(deviation - expected.std) < 5 * expected.std / (2 * count).squareRoot())
    if let low = expected.low, let high = expected.high {
      // Of 100,000 numbers some come within a thousandth of the bounds; Float may round one up to them.
      let (smallest, largest) = (numbers.min() ?? 0, numbers.max() ?? 0)
      #expect(smallest >= low * (1 + 1e-6) && smallest < low + (high - low) / 1000)
      #expect(largest <= high * (1 + 1e-6) && largest > high - (high - low) / 1000)
    }
  }

  private func made(_ fixture: DistributionFixture, _ dtype: DType) -> Tensor? {
    func number(_ name: String) -> Double { fixture.arguments[name]?.number ?? 0 }
    let shape = fixture.arguments["shape"]?.ints ?? []
    let random = RandomSource(seed: 1)
    let fan = fixture.arguments["mode"]?.word == "fan_out" ? Tensor.Fan.fanOut : .fanIn
    let gain = fixture.arguments["nonlinearity"]?.word == "linear" ? 1 : 2.0.squareRoot()
    return switch fixture.operation {
    case "uniform": .uniform(shape, in: number("low")..<number("high"), dtype: dtype, random: random)
    case "normal":
      .normal(shape, mean: number("mean"), standardDeviation: number("std"), dtype: dtype, random: random)
    case "truncated_normal":
      .truncatedNormal(
        shape, mean: number("mean"), standardDeviation: number("std"), in: number("low")...number("high"),
        dtype: dtype, random: random)
    case "xavier_uniform": .xavierUniform(shape, gain: number("gain"), dtype: dtype, random: random)
    case "xavier_normal": .xavierNormal(shape, gain: number("gain"), dtype: dtype, random: random)
    case "kaiming_uniform": .kaimingUniform(shape, fan, gain: gain, dtype: dtype, random: random)
    case "kaiming_normal": .kaimingNormal(shape, fan, gain: gain, dtype: dtype, random: random)
    default: nil
    }
  }
}
