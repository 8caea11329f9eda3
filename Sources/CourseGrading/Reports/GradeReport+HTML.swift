extension GradeReport {
  /// The report as a small page that reads well on a light and a dark ground. Every colour has a word beside it.
  public func html(hintCommand: String) -> String {
    var rows: [String] = []
    // JupyterLab breaks a line of such text anywhere and gives it the page's ground, also on a striped row.
    func plain(_ text: String, margin: String) -> String {
      "<pre style=\"margin:\(margin);white-space:pre-wrap;word-break:normal;overflow-wrap:anywhere;background:none\">"
        + "\(text.escaped)</pre>"
    }
    for remark in remarks { rows.append(plain(remark, margin: "4px 0")) }
    if results.contains(where: { $0.verdict != .notRun }) {
      rows.append("<table style=\"border-collapse:collapse;margin:4px 0\">")
      for result in results {
        let points = result.verdict == .passed ? result.points : 0
        let details = result.details.map { plain($0, margin: "2px 0 4px") }.joined()
        rows.append(
          "<tr><td style=\"\(result.verdict.style);text-align:left;vertical-align:top\">\(result.verdict.mark.trimmedEnd)</td>"
            + "<td style=\"text-align:left\">\(result.title.escaped)\(details)</td>"
            + "<td style=\"vertical-align:top\">\(points)/\(result.points)</td></tr>")
      }
      rows.append("</table>")
    }
    if let mistake { rows.append("<div>This is what it looks like when \(mistake.escaped)</div>") }
    if isPassed, !afterword.isEmpty { rows.append("<div style=\"margin-top:6px\">\(afterword.escaped)</div>") }
    if !isPassed, hints > 0 { rows.append("<div>\(hints) hints: <code>\(hintCommand.escaped)</code></div>") }
    return "<div style=\"border-left:4px solid \(isPassed ? "#2a9d5c" : "#c77d0a");padding-left:10px\">"
      + "<div><b>\(exercise.escaped)&ensp;\(title.escaped)</b>&emsp;\(points) of \(total) points</div>"
      + rows.joined() + "</div>"
  }
}

extension GradeReport.Verdict {
  fileprivate var style: String {
    switch self {
    case .passed: "color:#2a9d5c;font-weight:bold"
    case .failed, .stopped, .tooSlow: "color:#d1495b;font-weight:bold"
    case .notReached, .notRun: "opacity:0.6"
    }
  }
}

extension String {
  var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  var trimmedEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
