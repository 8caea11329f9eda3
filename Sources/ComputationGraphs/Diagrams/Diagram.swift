import Displays

/// Boxes and arrows: how parts of something follow each other.
///
///     Diagram.flow("input", "embedding", "encoder", "decoder", "output")
///
/// It may branch. An arrow begins at a box that is there already, and names the box where it ends:
///
///     var diagram = Diagram.flow("text", "pre-training")
///     diagram.connect("pre-training", to: "fine-tuning", "direct use")
///
/// A box is known by its words, so no two have the same.
public struct Diagram: Sendable, Equatable {
  private var boxes: [String] = []
  private var arrows: [String: [String]] = [:]

  /// Makes a diagram without boxes.
  public init() {}

  /// Makes a diagram of boxes that follow each other.
  public static func flow(_ boxes: String...) -> Diagram {
    var diagram = Diagram()
    for box in boxes where !diagram.boxes.contains(box) { diagram.boxes.append(box) }
    for (from, to) in zip(boxes, boxes.dropFirst()) { diagram.connect(from, to: to) }
    return diagram
  }

  /// Draws an arrow to each of the other boxes, which are made if they are not there yet.
  ///
  /// Stops with a message if an arrow would lead in a circle.
  public mutating func connect(_ box: String, to others: String...) {
    for other in others {
      if reaches(box, from: other) { stop(.circle(from: box, to: other)) }
      for name in [box, other] where !boxes.contains(name) { boxes.append(name) }
      if arrows[box]?.contains(other) != true { arrows[box, default: []].append(other) }
    }
  }

  private func reaches(_ goal: String, from start: String) -> Bool {
    var (pending, seen) = ([start], Set([start]))
    while let box = pending.popLast() {
      if box == goal { return true }
      pending += arrows[box, default: []].filter { seen.insert($0).inserted }
    }
    return false
  }

  /// The boxes as nodes of a graph, each behind those from which an arrow leads to it.
  var graph: ComputationGraph {
    var waiting = Dictionary(
      uniqueKeysWithValues: boxes.map { box in (box, boxes.filter { arrows[$0]?.contains(box) == true }) })
    var graph = ComputationGraph()
    var nodes: [String: Int] = [:]
    while let box = boxes.first(where: { nodes[$0] == nil && waiting[$0]?.allSatisfy { nodes[$0] != nil } == true }) {
      let inputs = (waiting.removeValue(forKey: box) ?? []).compactMap { nodes[$0] }
      nodes[box] = graph.add(box, kind: arrows[box] == nil ? .result : .operation, inputs: inputs)
    }
    return graph
  }
}
