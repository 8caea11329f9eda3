import Displays

/// Names beside points, each where it lies on no other name and on no point.
struct PointLabels {
  private typealias Box = (x: ClosedRange<Double>, y: ClosedRange<Double>)

  private let frame: PlotFrame
  private var texts = ""
  private var count = 0
  /// What is taken, by the square of the drawing that it lies in.
  private var taken: [[Int]: [Box]] = [:]
  private static let square = 40.0
  private static let mostLabels = 300
  private static let size = 11.0
  private static let height = 12.0
  private static let radius = 4.0

  init(_ frame: PlotFrame) { self.frame = frame }

  /// Keeps the place of a point free.
  mutating func reserve(_ point: (x: Double, y: Double)) {
    let r = PointLabels.radius
    take((point.x - r...point.x + r, point.y - r...point.y + r))
  }

  /// Writes a name to the right of a point, or else above, below or to the left of it; nowhere if all of that is taken.
  mutating func add(_ label: String, at point: (x: Double, y: Double)) {
    guard count < PointLabels.mostLabels else { return }
    let name = Lettering.name(label)
    let width = Lettering.width(name, size: PointLabels.size)
    let (gap, half) = (PointLabels.radius + 3, PointLabels.height / 2)
    let places = [
      (point.x + gap, point.y), (point.x - width / 2, point.y - gap - half),
      (point.x - width / 2, point.y + gap + half),
      (point.x - gap - width, point.y),
    ]
    for (left, middle) in places {
      let box = (x: left...left + width, y: middle - half...middle + half)
      guard frame.contains(box), isFree(box) else { continue }
      take(box)
      texts += Lettering.text(name, x: left, y: middle + 4)
      count += 1
      return
    }
  }

  var svg: String { texts.isEmpty ? "" : "<g \(Paint.text.fill) font-size=\"11\">\(texts)</g>" }

  private static func squares(_ box: Box) -> [[Int]] {
    let columns = Int(box.x.lowerBound / square)...Int(box.x.upperBound / square)
    let rows = Int(box.y.lowerBound / square)...Int(box.y.upperBound / square)
    return rows.flatMap { row in columns.map { [row, $0] } }
  }

  private func isFree(_ box: Box) -> Bool {
    PointLabels.squares(box).allSatisfy { square in
      taken[square, default: []].allSatisfy { !($0.x.overlaps(box.x) && $0.y.overlaps(box.y)) }
    }
  }

  private mutating func take(_ box: Box) {
    for square in PointLabels.squares(box) { taken[square, default: []].append(box) }
  }
}
