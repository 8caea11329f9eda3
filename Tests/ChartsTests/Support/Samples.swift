import Charts
import Glibc
import Testing

/// A chart of each kind, with the name of its kind.
struct Sample: CustomTestStringConvertible {
  let kind: String
  let chart: any Chart
  var testDescription: String { kind }

  /// Each kind of chart with numbers and names made by the given functions, so many of them.
  static func all(count: Int = 6, name: (Int) -> String, number: (Int) -> Double) -> [Sample] {
    let numbers = (0..<count).map(number)
    let names = (0..<count).map(name)
    let table = (0..<count).map { row in (0..<count).map { number(row * count + $0) } }
    let points = (0..<count).map { [number($0), number($0 + 1)] }
    let title = name(count)
    let branch = Branch(names.last ?? "", number(1), [Branch(title, number(2))])
    return [
      Sample(kind: "line", chart: LineChart(numbers, title: title, x: title, y: title)),
      Sample(
        kind: "lines",
        chart: LineChart((0..<3).map { Series(name($0), numbers) }, title: title, scale: .logarithmic)),
      Sample(kind: "scatter", chart: ScatterChart(points, labels: names, groups: names, title: title)),
      Sample(kind: "bars", chart: BarChart(numbers, labels: names, title: title)),
      Sample(kind: "histogram", chart: Histogram(numbers, title: title)),
      Sample(kind: "heat map", chart: HeatMap(table, rows: names, columns: names, title: title)),
      Sample(kind: "attention", chart: AttentionMap(table, tokens: names, title: title)),
      Sample(kind: "tokens", chart: TokenStrip(names, ids: Array(0..<count), title: title)),
      Sample(kind: "scored tokens", chart: TokenStrip(names, scores: numbers, title: title)),
      Sample(kind: "tree", chart: ProbabilityTree(title, Array(repeating: branch, count: min(count, 5)), title: title)),
      Sample(
        kind: "boundary",
        chart: DecisionBoundary(
          points: points, classes: numbers.indices.map { $0 % 2 }, names: [title, title], title: title, resolution: 8
        ) { places in places.map { [$0[0], $0[1]] } }),
    ]
  }

  static let usual = all(name: { "word \($0)" }, number: { Double(($0 * 7) % 5) / 4 })
}

/// The contrast of two colours of six digits, from 1 to 21 (Web Content Accessibility Guidelines 2.1, section 1.4.3).
func contrast(_ one: String, _ other: String) -> Double {
  let (a, b) = (luminance(one), luminance(other))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

private func luminance(_ color: String) -> Double {
  let parts: [Double]
  if color.hasPrefix("#") {
    let number = Int(color.dropFirst(), radix: 16) ?? 0
    parts = [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
  } else {
    parts = color.split { !$0.isNumber }.compactMap { Double($0) }.map { $0 / 255 }
  }
  let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
