import Displays

/// How one of several series looks: a colour, and for those who cannot tell the colours apart dashes and a shape.
///
/// The colours are those of Okabe and Ito ("Color Universal Design", 2008), of medium brightness, so that each has a contrast of at
/// least 3 to 1 to a white and to a black page.
struct SeriesStyle: Equatable {
  let color: String
  let dashes: String
  let marker: Marker
  /// What stands for the series in a chart of characters.
  let glyph: Character

  static let colors = ["#2b87c8", "#c77f00", "#009e73", "#c4629b", "#d55e00", "#808080"]
  private static let dashes = ["", "7 4", "2 3", "9 3 2 3", "12 4", "4 2 1 2 1 2"]
  private static let glyphs: [Character] = ["●", "○", "▲", "△", "■", "□", "◆", "◇"]

  /// - Parameter index: Which of the series; the looks repeat in other combinations after the sixth.
  init(_ index: Int) {
    let turn = index / SeriesStyle.colors.count
    color = SeriesStyle.colors[index % SeriesStyle.colors.count]
    dashes = SeriesStyle.dashes[(index + turn) % SeriesStyle.dashes.count]
    marker = Marker.allCases[(index + turn) % Marker.allCases.count]
    glyph = SeriesStyle.glyphs[index % SeriesStyle.glyphs.count]
  }

  var stroke: String { "stroke=\"\(color)\"" + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"") }
}

/// The shape of a point.
enum Marker: CaseIterable {
  case circle
  case square
  case triangle
  case diamond
  case cross
  case bar

  /// The outline around a point, as the path of an SVG drawing.
  func path(_ x: Double, _ y: Double, radius r: Double = 4) -> String {
    func at(_ dx: Double, _ dy: Double) -> String { "\((x + dx * r).short) \((y + dy * r).short)" }
    return switch self {
    case .circle:
      "M\(at(-1, 0))a\(r.short) \(r.short) 0 1 0 \((2 * r).short) 0a\(r.short) \(r.short) 0 1 0 \((-2 * r).short) 0Z"
    case .square: "M\(at(-0.9, -0.9))L\(at(0.9, -0.9))L\(at(0.9, 0.9))L\(at(-0.9, 0.9))Z"
    case .triangle: "M\(at(0, -1.2))L\(at(1.1, 0.8))L\(at(-1.1, 0.8))Z"
    case .diamond: "M\(at(0, -1.3))L\(at(1.3, 0))L\(at(0, 1.3))L\(at(-1.3, 0))Z"
    case .cross:
      "M\(at(-1.1, -0.7))L\(at(-0.7, -1.1))L\(at(0, -0.4))L\(at(0.7, -1.1))L\(at(1.1, -0.7))L\(at(0.4, 0))"
        + "L\(at(1.1, 0.7))L\(at(0.7, 1.1))L\(at(0, 0.4))L\(at(-0.7, 1.1))L\(at(-1.1, 0.7))L\(at(-0.4, 0))Z"
    case .bar: "M\(at(-1.3, -0.4))L\(at(1.3, -0.4))L\(at(1.3, 0.4))L\(at(-1.3, 0.4))Z"
    }
  }
}
