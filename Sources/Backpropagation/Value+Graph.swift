import ComputationGraphs
import Displays

extension Value {
  /// All that this value was computed from, as a graph that can be drawn: the numbers, and the gradients as they are now.
  ///
  ///     display(loss.graph)
  ///
  /// A value that was given with a label is a parameter, one without is a constant.
  public var graph: ComputationGraph {
    var graph = ComputationGraph()
    var numbers: [ObjectIdentifier: Int] = [:]
    for value in history {
      let isGiven = value.inputs.isEmpty
      let name = value.label.isEmpty ? nil : value.label
      numbers[ObjectIdentifier(value)] = graph.add(
        isGiven ? name ?? value.data.short : value.operation,
        label: isGiven ? nil : name,
        kind: isGiven ? (name == nil ? .constant : .parameter) : value === self ? .result : .operation,
        details: ["data \(value.data.significant)", "grad \(value.gradient.significant)"],
        inputs: value.inputs.compactMap { numbers[ObjectIdentifier($0.value)] })
    }
    return graph
  }
}

extension Double {
  /// The number without the `.0` of whole numbers.
  var short: String {
    let text = significant
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
