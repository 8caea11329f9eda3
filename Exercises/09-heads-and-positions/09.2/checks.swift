import CourseChecks
import Glassbox
import Testing

@Suite struct Waves {
  @Test("the rows of places 1 and 2, with 4 features (1 point)") func paperRows() throws {
    let expected = Tensor([[0.841471, 0.540302, 0.010000, 0.999950], [0.909297, -0.416147, 0.019999, 0.999800]])
    let got = waves(count: 3, features: 4)
    try Check.shape(of: got, is: [3, 4])
    try Check.close(got[1...], to: expected)
  }

  @Test("50 places of 16 features (1 point)") func library() throws {
    try Check.close(waves(count: 50, features: 16), to: sinusoidalPositions(50, features: 16), within: 1e-4)
  }

  @Test("place 0 is 0, 1, 0, 1, … (1 point)") func placeZero() throws {
    let got = waves(count: 2, features: 6)
    try Check.shape(of: got, is: [2, 6])
    try Check.close(got[0], to: Tensor([0, 1, 0, 1, 0, 1]))
  }

  @Test("each pair is a hand of length 1 (1 point)") func hands() throws {
    let got = waves(count: 20, features: 8)
    try Check.shape(of: got, is: [20, 8])
    let lengths = square(got).reshaped(to: [20, 4, 2]).sum(axis: -1)
    try Check.close(lengths, to: Tensor.ones([20, 4]), within: 1e-4, "sin² + cos² of each pair")
  }

  @Test("moved on by 1, 7 and 20 places, from anywhere (1 point)") func forward() throws {
    let table = sinusoidalPositions(60, features: 8)
    for (place, steps) in [(0, 1), (5, 7), (33, 20)] {
      try Check.close(movedOn(table[place], by: steps), to: table[place + steps], within: 1e-4, "\(place) + \(steps)")
    }
  }

  @Test("moved back (1 point)") func backward() throws {
    let table = sinusoidalPositions(60, features: 8)
    for (place, steps) in [(1, 1), (12, 7), (53, 20)] {
      try Check.close(movedOn(table[place], by: -steps), to: table[place - steps], within: 1e-4, "\(place) − \(steps)")
    }
  }
}
