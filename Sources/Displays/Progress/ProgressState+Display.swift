extension ProgressState {
  /// One line of text with a bar of blocks: `training  ███▌░░░░  420/2000  41,200/s  0:38 left`.
  var line: String {
    [label.singleLine().shortened(to: 28), fraction.map(ProgressState.blocks) ?? "", count, rate, time]
      .filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// A bar sixteen characters wide that grows by eighths of a character.
  private static func blocks(_ fraction: Double) -> String {
    let width = 16
    let filled = String.bar(fraction, width: width)
    return filled + String(repeating: "░", count: width - filled.count)
  }

  /// One line without a bar, for a log: `training  20 %  400/2000  41,200/s  0:38 left`.
  var logLine: String {
    [label.singleLine(), fraction.map { "\(Int($0 * 100)) %" } ?? "", count, rate, time]
      .filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// The bar for a notebook, in the colours of its theme.
  var display: Display { .html(html, text: line) }

  private var html: String {
    let words = [count, rate, time].filter { !$0.isEmpty }.map { "<span>\(HTML.escaped($0))</span>" }
    return """
      <div style="display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.8em; font-variant-numeric: tabular-nums">\
      \(label.isEmpty ? "" : "<span>\(HTML.escaped(label.shortened(to: 60)))</span>")\
      \(fraction.map(htmlBar) ?? "")\(words.joined())</div>
      """
  }

  private func htmlBar(_ fraction: Double) -> String {
    let color =
      switch phase {
      case .running: "var(--jp-brand-color1, #1976d2)"
      case .finished: "var(--jp-success-color1, #388e3c)"
      case .stopped: "var(--jp-warn-color1, #f57c00)"
      }
    let percent = (fraction * 1_000).rounded(.down) / 10
    return """
      <span style="display: inline-block; width: 16em; height: 0.7em; border: 1px solid \
      var(--jp-border-color1, gray); border-radius: 0.35em; overflow: hidden"><span style="display: block; \
      height: 100%; width: \(percent)%; background: \(color)"></span></span>
      """
  }
}
