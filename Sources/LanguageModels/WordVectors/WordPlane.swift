import Displays

/// Words on a plane. It shows itself as a scatter plot.
public struct WordPlane: Sendable, Displayable, CustomStringConvertible {
  public let words: [String]
  public let points: [(x: Double, y: Double)]

  public var description: String {
    ValueTable(
      columns: ["word", "x", "y"],
      rows: zip(words, points).map { [$0, $1.x.significant, $1.y.significant] }, isNumeric: [false, true, true]
    ).text
  }

  public var display: Display {
    let values = zip(words, points).map { word, point -> JSON in
      ["word": .string(word), "x": .number(point.x), "y": .number(point.y)]
    }
    let places: JSON = ["x": ["field": "x", "type": "quantitative"], "y": ["field": "y", "type": "quantitative"]]
    let names: JSON = ["mark": ["type": "text", "dy": -8], "encoding": ["text": ["field": "word"]]]
    let specification: JSON = [
      "$schema": "https://vega.github.io/schema/vega-lite/v5.json", "width": 420, "height": 320,
      "data": ["values": .array(values)], "encoding": places, "layer": [["mark": "point"], names],
    ]
    return .vegaLite(specification, text: description)
  }
}
