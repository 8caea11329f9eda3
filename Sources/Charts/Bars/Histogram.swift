import Displays

/// How many numbers of a collection lie in each part of their range.
///
///     Histogram([0.1, 0.2, 0.2, 0.4, 0.9], bins: 4)
///
/// The bins begin and end at round numbers. A number on the border of two bins counts in the upper one, the largest of all in the
/// last one. Cost: O(numbers).
public struct Histogram: Chart {
  /// How many numbers lie in each bin.
  public let counts: [Int]
  /// The borders of the bins, one more than there are bins.
  public let borders: [Double]
  /// What the chart is called.
  public let title: String
  private let notFinite: Int
  private let mean: Double

  /// Counts numbers.
  ///
  /// - Parameters:
  ///   - numbers: What is counted; what is not finite is told below the picture.
  ///   - bins: How many bins there should be, about; the number of bins is chosen so that their borders are round.
  ///     Without it, the square root of the number of numbers, from 5 to 30.
  ///   - title: What the chart is called.
  public init(_ numbers: [Double], bins: Int? = nil, title: String = "") {
    if let bins, bins < 1 { stop(.bins(bins)) }
    let finite = numbers.filter(\.isFinite)
    let wanted = bins ?? min(max(Int(Double(finite.count).squareRoot()), 5), 30)
    let steps = Axis(covering: finite, marks: min(wanted, 1000) + 1)
    borders = steps.ticks
    var counts = Array(repeating: 0, count: max(borders.count - 1, 1))
    var mean = 0.0
    for (index, number) in finite.enumerated() {
      var bin = min(Int((steps.share(number) ?? 0) * Double(counts.count)), counts.count - 1)
      // The share is rounded; the borders themselves decide.
      if number < borders[bin] { bin -= 1 } else if number >= borders[bin + 1], bin < counts.count - 1 { bin += 1 }
      counts[bin] += 1
      mean += (number - mean) / Double(index + 1)
    }
    self.counts = counts
    self.mean = mean
    notFinite = numbers.count - finite.count
    self.title = title
  }

  private var total: Int { counts.reduce(0, +) }

  private var note: String? {
    notFinite == 0 ? nil : "\(notFinite) of \(total + notFinite) numbers cannot be shown: not finite"
  }

  public var svg: String {
    let most = Double(counts.max() ?? 0)
    let (low, high) = (borders.first ?? 0, borders.last ?? 1)
    let frame = PlotFrame(
      title: title, x: Axis(covering: [low, high], marks: 7), y: Axis(covering: [0, max(most, 1)], isWhole: true),
      xName: "", yName: "how many", note: note)
    var bars = ""
    for (bin, count) in counts.enumerated() where count > 0 {
      guard let base = frame.point(borders[bin], 0), let top = frame.point(borders[bin + 1], Double(count)) else {
        continue
      }
      // A gap of one unit tells neighbours of the same height apart.
      let width = max(top.x - base.x - 1, 0.5)
      bars += "M\((base.x + 0.5).short) \(base.y.short)V\(top.y.short)h\(width.short)V\(base.y.short)Z"
    }
    return frame.svg(words: words, "<path d=\"\(bars)\" fill=\"\(SeriesStyle.colors[0])\"/>")
  }

  public func text(width: Int) -> String {
    let places = borders.map(\.brief)
    let labels = zip(places, places.dropFirst()).map { "\($0) to \($1)" }
    let bars = BarChart(counts.map(Double.init), labels: labels, title: title).text(width: width)
    return ([bars] + summary.wrapped(width)).joined(separator: "\n")
  }

  public var words: String {
    let name = title.isEmpty ? "Histogram." : "Histogram: \(Lettering.name(title, columns: 64))."
    return "\(name) \(summary)"
  }

  private var summary: String {
    guard total > 0, let most = counts.max(), let fullest = counts.firstIndex(of: most) else {
      return "There is nothing to show." + (note.map { " \($0)." } ?? "")
    }
    let place = "from \(borders[fullest].brief) to \(borders[fullest + 1].brief)"
    return "\(total) numbers, mean \(mean.brief); most of them, \(most), \(place)." + (note.map { " \($0)." } ?? "")
  }
}
