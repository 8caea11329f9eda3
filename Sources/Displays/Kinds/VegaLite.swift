/// A chart: a specification for [Vega-Lite](https://vega.github.io/vega-lite/) 5, which JupyterLab draws.
///
///     VegaLite([
///       "data": ["values": [["x": 1, "y": 2], ["x": 2, "y": 3]]],
///       "mark": "line",
///       "encoding": ["x": ["field": "x"], "y": ["field": "y"]],
///     ])
public struct VegaLite: Displayable, Sendable {
  public var specification: JSON
  /// What stands in for the chart in a terminal.
  public var text: String

  public init(_ specification: JSON, text: String = "Vega-Lite chart") {
    self.specification = specification
    self.text = text
  }

  /// Reads the specification from JSON text.
  ///
  /// - Throws: `InvalidJSON`, which names the line and the column.
  public init(parsing source: String, text: String = "Vega-Lite chart") throws {
    self.init(try JSON(parsing: source), text: text)
  }

  public var display: Display { .vegaLite(specification, text: text) }
}
