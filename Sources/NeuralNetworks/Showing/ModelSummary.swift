import Displays
import Tensors

/// What a model makes of an input, layer by layer: the shape of each result, and how many numbers each layer learns.
public struct ModelSummary: Sendable, CustomStringConvertible, Displayable {
  /// What one layer gave.
  public struct Step: Sendable, Equatable {
    /// The layer's name in the model; empty for the model itself.
    public let name: String
    /// The name of its type; empty for an input.
    public let kind: String
    /// The shape of its result.
    public let shape: [Int]
    /// How many numbers it learns, without those that an earlier step has counted.
    public let parameterCount: Int
  }

  /// The layers in the order in which they were called. Modules that only consist of others are left out, but for the
  /// model itself, which comes last.
  public let steps: [Step]
  private let heading: String

  init(_ model: any Module, input: [Int]?, _ body: () -> Void) {
    let calls = evaluating { model.capturing(body) }.calls
    let modules = Dictionary(model.namedModules.map { ($0.name, $0.module) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<ObjectIdentifier> = []
    var steps = input.map { [Step(name: "input", kind: "", shape: $0, parameterCount: 0)] } ?? []
    for (name, result) in calls {
      let module = modules[name]
      // Of a module that consists of others these have been counted, unless it does their work itself.
      let new = (module?.parameters ?? []).filter { seen.insert(ObjectIdentifier($0)).inserted }
      let consistsOfOthers = module?.parts.contains { if case .module = $0.part { true } else { false } } ?? false
      if consistsOfOthers, !name.isEmpty, new.isEmpty { continue }
      steps.append(
        Step(
          name: name, kind: module.map(kindName) ?? "", shape: result.shape,
          parameterCount: new.reduce(0) { $0 + $1.count }))
    }
    self.steps = steps
    heading = "\(kindName(model)): \(counted(model.parameterCount, "parameter"))"
  }

  private var table: ValueTable {
    let rows = steps.map {
      LayerRow(name: $0.name, kind: $0.kind, content: "\($0.shape)", count: $0.parameterCount, bytes: 0)
    }
    return ValueTable(
      columns: ["layer", "kind", "result", "parameters"],
      rows: rows.folded.map {
        [$0.name.isEmpty ? "result" : $0.name, $0.kind, $0.content, $0.count > 0 ? grouped($0.count) : ""]
      },
      isNumeric: [false, false, false, true])
  }

  public var description: String { "\(heading)\n\(table.text)" }

  public var display: Display { .html("<div>\(HTML.escaped(heading))</div>\(table.html)", text: description) }
}

extension Module {
  /// What a model makes of its inputs, layer by layer: the shape of each result.
  ///
  ///     let answering = TransformerBlock(.originalDecoder(features: 8, heads: 2))
  ///     answering.summary { _ = answering(Tensor.zeros([1, 5, 8]), memory: Tensor.zeros([1, 9, 8])) }
  ///
  /// - Parameter body: Calls the model.
  public func summary(_ body: () -> Void) -> ModelSummary { ModelSummary(self, input: nil, body) }
}

extension Layer {
  /// What a model makes of an input, layer by layer: the shape of each result.
  ///
  ///     print(MLP([2, 16, 1], activation: .tanh).summary(Tensor.zeros([5, 2])))
  ///
  /// ```text
  /// MLP: 65 parameters
  /// layer     kind    result   parameters
  /// ────────  ──────  ───────  ──────────
  /// input             [5, 2]
  /// layers.0  Linear  [5, 16]          48
  /// layers.1  Tanh    [5, 16]
  /// layers.2  Linear  [5, 1]           17
  /// result    MLP     [5, 1]
  /// ```
  public func summary(_ x: Tensor) -> ModelSummary { ModelSummary(self, input: x.shape) { _ = self(x) } }
}
