import CellSyntax
import CodeAnalysis
import Interpreter
import JupyterKernel

extension NotebookLanguage {
  public func completeness(of code: String) async -> JupyterKernel.Completeness {
    switch CellSyntax.Completeness(of: code) {
    case .complete: .complete
    case .incomplete(let indent): .incomplete(indent: indent)
    case .invalid: .invalid
    }
  }

  public func complete(_ code: String, at offset: Int) async -> JupyterKernel.Completion {
    if let (names, range) = await session.commandCompletions(in: code, at: offset) {
      return JupyterKernel.Completion(matches: names.map { CompletionMatch($0, kind: "magic") }, replacing: range)
    }
    if let (names, range) = await session.fileCompletions(in: code, at: offset), !names.isEmpty {
      return JupyterKernel.Completion(matches: names.map { CompletionMatch($0, kind: "path") }, replacing: range)
    }
    let query = await query(code, at: offset)
    guard let list = try? await analyzer.completions(for: query.query) else {
      return JupyterKernel.Completion(matches: [], replacing: offset..<offset)
    }
    let matches = list.completions.map { CompletionMatch($0.text, kind: $0.kind.rawValue, signature: $0.signature) }
    let start = max(0, list.start - query.headerCount)
    return JupyterKernel.Completion(matches: matches, replacing: start..<max(start, list.end - query.headerCount))
  }

  public func inspect(_ code: String, at offset: Int, detail: InspectionDetail) async -> JupyterKernel.Inspection {
    if let help = await session.commandHelp(in: code, at: offset) { return .found(MIMEBundle(text: help)) }
    let query = await query(code, at: offset)
    let known = try? await analyzer.inspection(for: query.query)
    let name = known?.name ?? Self.word(in: code, at: offset)
    let value = await valueLines(of: name)
    guard known != nil || value != nil else { return .notFound }
    var plain: [String] = []
    var markdown: [String] = []
    if let known {
      plain.append(known.declaration)
      markdown.append("```swift\n\(known.declaration)\n```")
    }
    if let value {
      plain.append(value.joined(separator: "\n"))
      markdown.append(value.map { "- \($0)" }.joined(separator: "\n"))
    }
    if let known {
      if !known.documentation.isEmpty {
        plain.append(known.documentation)
        markdown.append(known.markdown)
      }
      if detail == .full, !known.module.isEmpty {
        plain.append("module \(known.module)")
        markdown.append("Module `\(known.module)`")
      }
    }
    return .found(
      MIMEBundle(data: [
        "text/plain": .string(plain.joined(separator: "\n\n")), "text/markdown": .string(markdown.joined(separator: "\n\n")),
      ]))
  }

  /// The name in a cell that only asks for it: `name?` or `?name`.
  static func questionedName(in code: String) -> String? {
    var text = Substring(code)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    guard text.hasSuffix("?") || text.hasPrefix("?"), !text.hasPrefix("%") else { return nil }
    while text.hasSuffix("?") { text.removeLast() }
    while text.hasPrefix("?") { text.removeFirst() }
    let isName = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    return isName ? String(text) : nil
  }

  /// Shows in the pager what is known of a name.
  func explain(_ name: String) async -> ExecutionResult {
    switch await inspect(name, at: name.utf8.count, detail: .full) {
    case .found(let bundle): return ExecutionResult(.success, payloads: [.page(bundle, startLine: 0)])
    case .notFound:
      return ExecutionResult(
        .failure(LanguageError(name: "NotFound", message: "Nothing here is called \(name). Check the spelling and the capital letters.")))
    }
  }

  /// Starts the helper for completion before anybody asks.
  func prewarmAnalysis() async {
    await analyzer.prewarm(query("", at: 0).query)
  }

  private func query(_ code: String, at offset: Int) async -> (query: SourceQuery, headerCount: Int) {
    let text = await session.analysisText(of: code)
    return (
      SourceQuery(
        text: text.text, offset: text.headerCount + offset, arguments: text.arguments, sessionModulePrefix: "Cell"),
      text.headerCount
    )
  }

  private func valueLines(of name: String) async -> [String]? {
    guard let variable = await session.description(ofVariable: name) else { return nil }
    var lines = ["\(variable.type) = \(variable.value)"]
    if !variable.shape.isEmpty { lines.append("shape \(variable.shape)") }
    if let cell = await session.declaringCell(of: name) { lines.append("set in cell \(cell)") }
    return lines
  }

  private static func word(in code: String, at offset: Int) -> String {
    let bytes = Array(code.utf8)
    let isName = { (byte: UInt8) in
      byte >= 0x80 || byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }
    let place = min(offset, bytes.count)
    let start = bytes[..<place].lastIndex { !isName($0) }.map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex { !isName($0) } ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
