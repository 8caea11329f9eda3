import ComputationGraphs

/// L = (a · b + c) · f.
var smallGraph: ComputationGraph {
  var graph = ComputationGraph()
  let a = graph.add("a", kind: .parameter, details: ["2.0"])
  let b = graph.add("b", kind: .parameter, details: ["-3.0"])
  let e = graph.add("*", label: "e", kind: .operation, details: ["-6.0"], inputs: [a, b])
  let c = graph.add("c", kind: .constant, details: ["10.0"])
  let d = graph.add("+", kind: .operation, details: ["4.0"], inputs: [e, c])
  let f = graph.add("f", kind: .parameter, details: ["-2.0"])
  graph.add("*", label: "L", kind: .result, details: ["-8.0"], inputs: [d, f])
  return graph
}

/// Each node is computed from the one before.
func chain(_ count: Int) -> ComputationGraph {
  var graph = ComputationGraph()
  for index in 0..<count {
    graph.add("n\(index)", kind: index == 0 ? .parameter : .operation, inputs: index == 0 ? [] : [index - 1])
  }
  return graph
}

/// Each node is computed from all before it.
func dense(_ count: Int) -> ComputationGraph {
  var graph = ComputationGraph()
  for index in 0..<count { graph.add("n\(index)", kind: .operation, inputs: Array(0..<index)) }
  return graph
}

/// Each node has up to three inputs, chosen among all before it.
func randomGraph(_ count: Int, seed: UInt64) -> ComputationGraph {
  var generator = SplitMix64(state: seed)
  var graph = ComputationGraph()
  for index in 0..<count {
    let inputs = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
      (0..<index).randomElement(using: &generator)
    }
    graph.add(
      "n\(index)", kind: inputs.isEmpty ? .parameter : .operation,
      details: (0..<Int.random(in: 0...3, using: &generator)).map { "line \($0)" }, inputs: inputs)
  }
  return graph
}

/// The generator of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
