import Displays
import Foundation

/// Whether a score changes when nothing but a name changes: the same sentence with the one and with the other.
///
///     let probe = CounterfactualProbe(
///       templates: ["{} is a nurse.", "{} is a pilot."], pairs: [("Anna", "Paul"), ("She", "He")]
///     ) { text in text.contains("Paul") ? 0.5 : 1 }
///     probe.meanGap                // 0.25
///     probe.rows[0].gap            // 0.5
///     probe.interval.lower         // a bootstrap tells how sure that is
///
/// The score is whatever the model gives: how likely it finds the text, or that a classifier finds it positive. A fair
/// model has gaps around 0. It shows itself as a table, the largest gaps first. Source: Kusner and others, Counterfactual
/// Fairness, 2017; Garg and others, Counterfactual Fairness in Text Classification, 2019.
public struct CounterfactualProbe: Sendable, Equatable {
  /// A sentence with the one and with the other name.
  public struct Row: Sendable, Equatable {
    public let first: String
    public let second: String
    public let firstScore: Double
    public let secondScore: Double
    /// The first score minus the second.
    public var gap: Double { firstScore - secondScore }
  }

  /// One for each template and pair.
  public let rows: [Row]
  /// Between which bounds the mean gap lies.
  public let interval: BootstrapInterval

  /// - Parameters:
  ///   - templates: Sentences with `{}` where the name goes.
  ///   - pairs: What goes there, first and second.
  ///   - seed: Fixes the bootstrap.
  ///   - score: The score of a sentence.
  public init(
    templates: [String], pairs: [(first: String, second: String)], seed: UInt64 = 0, score: (String) -> Double
  ) {
    guard !templates.isEmpty else { stop(.nothing(measure: "CounterfactualProbe", of: "templates")) }
    guard !pairs.isEmpty else { stop(.nothing(measure: "CounterfactualProbe", of: "pairs")) }
    if let template = templates.first(where: { !$0.contains("{}") }) {
      stop(
        .outside(
          measure: "CounterfactualProbe", setting: "a template", value: "\"\(template)\"",
          wanted: "a sentence with {} where the name goes"))
    }
    rows = templates.flatMap { template in
      pairs.map { pair in
        let first = template.replacingOccurrences(of: "{}", with: pair.first)
        let second = template.replacingOccurrences(of: "{}", with: pair.second)
        return Row(first: first, second: second, firstScore: score(first), secondScore: score(second))
      }
    }
    interval = BootstrapInterval(of: rows.map(\.gap), seed: seed)
  }

  /// The mean of the first scores minus the second: which side is preferred in all.
  public var meanGap: Double { interval.estimate }

  /// The mean size of the gaps, whichever side they are on.
  public var meanSize: Double { rows.reduce(0) { $0 + abs($1.gap) } / Double(rows.count) }
}

extension CounterfactualProbe: CustomStringConvertible, Displayable {
  private var table: ValueTable {
    let rows = rows.sorted { abs($0.gap) > abs($1.gap) }.prefix(20)
    return ValueTable(
      columns: ["first", "second", "first score", "second score", "gap"],
      rows: rows.map { [$0.first, $0.second, $0.firstScore.fixed(4), $0.secondScore.fixed(4), $0.gap.fixed(4)] },
      isNumeric: [false, false, true, true, true])
  }

  private var heading: String { "mean gap \(interval), mean size \(meanSize.significant)" }
  public var description: String { "\(heading)\n\(table.text)" }
  public var display: Display { table.display(under: heading) }
}
