import Displays

extension Module {
  /// The layers with the shapes, counts and bytes of their parameters.
  ///
  ///     print(MLP([2, 16, 1], activation: .tanh))
  ///
  /// ```text
  /// MLP: 65 parameters, 260 bytes
  /// layer     kind    parameters                 count     memory
  /// ────────  ──────  ─────────────────────────  ─────  ─────────
  /// layers.0  Linear  weight [16, 2], bias [16]     48  192 bytes
  /// layers.1  Tanh
  /// layers.2  Linear  weight [1, 16], bias [1]      17   68 bytes
  /// ```
  ///
  /// Of blocks that are alike only the first is shown in full. A parameter that is used in two places is counted once.
  public var description: String { ModelTable(self).text }

  public var display: Display {
    let table = ModelTable(self)
    return .html(table.html, text: table.text)
  }
}
