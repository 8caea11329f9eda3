import Displays

/// A drawing of losses over epochs: a line for the training, a dashed one for the validation.
///
/// The colours are the notebook's, so that the drawing is readable by day and by night.
struct LossCurve {
  private static let size = (width: 480.0, height: 220.0)
  private static let margin = (left: 64.0, right: 16.0, top: 16.0, bottom: 36.0)

  private let name: String
  private let training: [Double]
  private let validation: [Double?]
  private let range: ClosedRange<Double>

  init(_ history: TrainingHistory) {
    name = history.loss
    training = history.losses
    validation = history.epochs.map(\.validation?.loss)
    let all = (training + validation.compactMap { $0 }).filter(\.isFinite)
    let (low, high) = (all.min() ?? 0, all.max() ?? 1)
    range = low < high ? low...high : low - 0.5...low + 0.5
  }

  var svg: String {
    let (width, height) = LossCurve.size
    let last = training.count
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="\(HTML.escaped(name)) over epochs" \
      viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      style="max-width:100%;font:12px sans-serif;color:var(--jp-content-font-color1, #808080)">\
      \(axes)\(label(1, at: x(0)))\(last > 1 ? label(last, at: x(last - 1)) : "")\
      \(line(training, "var(--jp-brand-color1, #1976d2)"))\
      \(line(validation, "var(--jp-warn-color1, #f57c00)", isDashed: true))\(legend)</svg>
      """
  }

  private var axes: String {
    let (left, bottom) = (LossCurve.margin.left, LossCurve.size.height - LossCurve.margin.bottom)
    let right = LossCurve.size.width - LossCurve.margin.right
    let path = "M\(left) \(LossCurve.margin.top)V\(bottom)H\(right)"
    let marks = [range.lowerBound, range.upperBound].map { value in
      "<text x=\"\(left - 6)\" y=\"\(y(value) + 4)\" text-anchor=\"end\" fill=\"currentColor\">\(rounded(value))</text>"
    }
    return "<path d=\"\(path)\" fill=\"none\" stroke=\"currentColor\" opacity=\"0.5\"/>" + marks.joined()
  }

  private func label(_ epoch: Int, at x: Double) -> String {
    let y = LossCurve.size.height - LossCurve.margin.bottom + 16
    return "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\" fill=\"currentColor\">\(epoch)</text>"
  }

  private var legend: String {
    let (x, y) = (LossCurve.size.width / 2, LossCurve.size.height - 6)
    let words = validation.contains { $0 != nil } ? "\(name); dashed: validation" : name
    return "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\" fill=\"currentColor\">\(HTML.escaped(words))</text>"
  }

  /// A line through what is finite; a single epoch is a dot.
  private func line(_ values: [Double?], _ color: String, isDashed: Bool = false) -> String {
    let points = values.enumerated().compactMap { epoch, value in
      value.flatMap { $0.isFinite ? (x: tenth(x(epoch)), y: tenth(y($0))) : nil }
    }
    if points.count == 1 { return "<circle cx=\"\(points[0].x)\" cy=\"\(points[0].y)\" r=\"3\" fill=\"\(color)\"/>" }
    guard !points.isEmpty else { return "" }
    let dash = isDashed ? " stroke-dasharray=\"5 3\"" : ""
    let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    return "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\"\(dash)/>"
  }

  private func x(_ epoch: Int) -> Double {
    let room = LossCurve.size.width - LossCurve.margin.left - LossCurve.margin.right
    return LossCurve.margin.left + room * (training.count > 1 ? Double(epoch) / Double(training.count - 1) : 0.5)
  }

  private func y(_ value: Double) -> Double {
    let room = LossCurve.size.height - LossCurve.margin.top - LossCurve.margin.bottom
    return LossCurve.margin.top + room * (range.upperBound - value) / (range.upperBound - range.lowerBound)
  }

  private func tenth(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
