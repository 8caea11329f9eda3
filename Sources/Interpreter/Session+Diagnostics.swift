import CellSyntax
import Diagnostics

extension Session {
  /// The texts that places in errors point into, by the name that the compiler knows them by.
  func sources(plan: CellPlan?, number: Int) -> [String: SourceText] {
    var result: [String: SourceText] = [:]
    for module in cells.modules {
      result[module.plan.fileName] = SourceText(cell: module.number, text: module.plan.parsed.text)
    }
    if let plan { result[plan.fileName] = SourceText(cell: number, text: plan.parsed.text) }
    return result
  }

  func diagnosticRenderer(plan: CellPlan, number: Int) -> DiagnosticRenderer {
    DiagnosticRenderer(sources: sources(plan: plan, number: number), title: "Cell \(number)")
  }

  func plan(ofFile file: String, current: CellPlan?) -> CellPlan? {
    // Debug information names the file on disk, with the lines of the cell.
    let name = (file.split(separator: "/").last.map(String.init) ?? file).replacing(".generated.swift", with: ".swift")
    if let current, name == current.fileName { return current }
    return cells.modules.first { $0.plan.fileName == name }?.plan
  }

  /// Turns a place in the text for the compiler into the place in the cell's own text.
  func map(_ location: DiagnosticLocation, current: CellPlan?) -> DiagnosticLocation? {
    guard let plan = plan(ofFile: location.file, current: current) else { return location }
    return CellPlaces(plan).original(line: location.line, column: location.column).map {
      DiagnosticLocation(file: plan.fileName, line: $0.line, column: $0.column)
    }
  }

  /// The diagnostics that concern the learner's own text, with places in it.
  func visibleDiagnostics(_ diagnostics: [Diagnostic], plan: CellPlan, number: Int) -> [Diagnostic] {
    let places = CellPlaces(plan)
    func isOfInsertedCode(_ diagnostic: Diagnostic) -> Bool {
      guard let location = diagnostic.location, plan.isOwn(location.file) else { return true }
      return places.isInserted(line: location.line, column: location.column)
    }
    let ownErrors = diagnostics.contains { $0.severity == .error && !isOfInsertedCode($0) }
    return diagnostics.compactMap { diagnostic in
      if diagnostic.severity == .error, ownErrors, isOfInsertedCode(diagnostic) { return nil }
      if diagnostic.severity != .error {
        guard !diagnostic.message.contains("this will not behave correctly if the owners of"),
          !isOfInsertedCode(diagnostic)
        else { return nil }
      }
      var mapped = diagnostic.mapped { $0.file.hasSuffix(".generated.swift") ? nil : map($0, current: plan) }
      if mapped.location == nil || mapped.location?.file != plan.fileName {
        // The mistake shows itself in code that the cell's text has brought about further down.
        mapped.location = mapped.notes.compactMap(\.location).first { $0.file == plan.fileName }
      }
      if let stale = mapped.message.staleType {
        mapped.message =
          "this '\(stale.name)' is the type of cell \(cellNumber(stale.old)), and the '\(stale.name)' of cell \(cellNumber(stale.new)) is wanted"
        mapped.notes = [
          Diagnostic(
            severity: .note,
            message: "'\(stale.name)' was declared again. Make the value anew, and it has the new type.")
        ]
        mapped.fixIts = []
      }
      if diagnostic.message.hasSuffix("is a 'let' constant"), mapped.notes.isEmpty, mapped.fixIts.isEmpty,
        let name = diagnostic.message.quotedName, let note = noteOnConstant(name)
      {
        mapped.notes = [note]
      }
      guard diagnostic.message.hasPrefix("cannot find"), let name = diagnostic.message.quotedName else { return mapped }
      if let reason = cells.reasonForMissing(name) {
        mapped.message = reason
        mapped.notes = []
        mapped.fixIts = []
      } else if mapped.fixIts.isEmpty, let start = mapped.location,
        let near = cells.nameLike(name) ?? libraryName(like: name, at: start, plan: plan)
      {
        // The compiler sees only the earlier names that the cell mentions, so it cannot propose another.
        var end = start
        end.column += name.utf8.count
        mapped.fixIts = [FixIt(range: DiagnosticRange(start: start, end: end), replacement: near)]
      }
      return mapped
    }
  }

  /// A name of the library that a misspelt one may stand for, where the library is imported.
  private func libraryName(like name: String, at place: DiagnosticLocation, plan: CellPlan) -> String? {
    let imports = cells.table.imports + plan.parsed.imports
    guard imports.contains(where: { $0.contains("Glassbox") }) else { return nil }
    let line = SourceText(cell: 0, text: plan.parsed.text).line(place.line) ?? ""
    let rest = line.utf8.dropFirst(place.column - 1 + name.utf8.count)
    return LibraryNames.nearest(to: name, isCalled: rest.first == UInt8(ascii: "("))
  }

  /// Proposes `var` for a constant of an earlier cell, whose text the compiler does not have.
  private func noteOnConstant(_ name: String) -> Diagnostic? {
    guard case .variable(let owner, true)? = cells.table.meanings[name], let module = cells.module(owner),
      let declaration = module.plan.parsed.declarations.last(where: { $0.name == name })
    else { return nil }
    let text = Array(module.plan.parsed.text.utf8)
    guard declaration.range.upperBound <= text.count,
      text[declaration.range.lowerBound...].starts(with: Array("let".utf8))
    else { return nil }
    let lines = LineTable(module.plan.parsed.text)
    func location(_ offset: Int) -> DiagnosticLocation {
      let place = lines.location(of: offset)
      return DiagnosticLocation(file: module.plan.fileName, line: place.line, column: place.column)
    }
    let start = declaration.range.lowerBound
    let keyword = DiagnosticRange(start: location(start), end: location(start + 3))
    return Diagnostic(
      severity: .note, message: "change 'let' to 'var' to make it mutable", location: keyword.start,
      fixIts: [FixIt(range: keyword, replacement: "var")])
  }

  private func cellNumber(_ module: String) -> String {
    cells.module(module).map { "\($0.number)" } ?? String(module.dropFirst(4))
  }

  /// The report about a cell that the compiler does not accept.
  func compileFailure(_ diagnostics: [Diagnostic], plan: CellPlan, number: Int) -> CellFailure {
    let visible = visibleDiagnostics(diagnostics, plan: plan, number: number)
    let text = diagnosticRenderer(plan: plan, number: number).render(visible)
    let first =
      visible.first { $0.severity == .error }?.message ?? diagnostics.first?.message ?? "the cell cannot be compiled"
    return CellFailure(
      name: "CompileError", message: first.firstLine, report: Notice(plain: text.plain, colored: text.colored))
  }

  /// A mistake that the compiler does not see: a variable that is read above its declaration.
  func earlyReadMistake(_ cell: ParsedCell, number: Int) -> CellFailure? {
    let reads = cells.earlyReads(of: cell)
    guard !reads.isEmpty, !cell.hasError else { return nil }
    let file = "cell.swift"
    let lines = LineTable(cell.text)
    func location(_ offset: Int) -> DiagnosticLocation {
      let place = lines.location(of: offset)
      return DiagnosticLocation(file: file, line: place.line, column: place.column)
    }
    let diagnostics = reads.map { read in
      Diagnostic(
        severity: .error,
        message: (read.function.map { "'\($0)' uses '\(read.variable)', which" } ?? "'\(read.variable)'")
          + " has no value yet: it is set in line \(location(read.declarationOffset).line). Move that line above this one.",
        location: location(read.range.lowerBound),
        ranges: [DiagnosticRange(start: location(read.range.lowerBound), end: location(read.range.upperBound))])
    }
    let text = DiagnosticRenderer(sources: [file: SourceText(cell: number, text: cell.text)], title: "Cell \(number)")
      .render(diagnostics)
    return CellFailure(
      name: "CompileError", message: diagnostics[0].message, report: Notice(plain: text.plain, colored: text.colored))
  }
}
