import CellSyntax
import Diagnostics
import WorkerProtocol

extension Session {
  /// The texts that places in errors point into, by the name that the compiler knows them by.
  private func sources(plan: CellPlan?, number: Int) -> [String: SourceText] {
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

  private func plan(ofFile file: String, current: CellPlan?) -> CellPlan? {
    // Debug information names the file on disk, with the lines of the cell.
    let name = (file.split(separator: "/").last.map(String.init) ?? file).replacing(".generated.swift", with: ".swift")
    if let current, name == current.fileName { return current }
    return cells.modules.first { $0.plan.fileName == name }?.plan
  }

  /// Turns a place in the text for the compiler into the place in the cell's own text.
  private func map(_ location: DiagnosticLocation, current: CellPlan?) -> DiagnosticLocation? {
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
      } else if mapped.fixIts.isEmpty, let start = mapped.location, let near = cells.nameLike(name) {
        // The compiler sees only the earlier names that the cell mentions, so it cannot propose another.
        var end = start
        end.column += name.utf8.count
        mapped.fixIts = [FixIt(range: DiagnosticRange(start: start, end: end), replacement: near)]
      }
      return mapped
    }
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

  // MARK: Run-time errors

  func runtimeFailure(_ failure: RunFailure, module: CellModule, number: Int) -> CellFailure {
    let trace = symbolize(failure.backtrace)
    var kind: RuntimeFailureKind
    var reason = failure.message.withoutAddresses.withoutErrorFields
    switch failure.kind {
    case .trap, .arithmetic:
      if reason.isEmpty { reason = trace.reason ?? "" }
      kind = RuntimeFailureKind(reason: trace.reason ?? reason)
      if kind == .other, !reason.isEmpty { kind = RuntimeFailureKind(reason: reason) }
      if kind == .other, !failure.message.isEmpty { kind = .fatalError }
    case .thrownError: kind = .unhandledError
    case .stackOverflow:
      kind = .stackOverflow
      reason = ""
    case .badAccess:
      kind = .badAccess
      reason = ""
    case .abort:
      kind = .aborted
      reason = ""
    case .exit:
      kind = .exited(code: Int(failure.message) ?? 0)
      reason = ""
    case .memoryLimit: kind = .memoryLimit
    case .loading: kind = .other
    }
    let name = failure.errorType.isEmpty ? kind.errorName : failure.errorType
    return render(
      RuntimeFailure(kind: kind, reason: reason, frames: trace.frames), name: name, module: module, number: number)
  }

  func interruption(_ backtrace: [BacktraceFrame], module: CellModule, number: Int) -> CellFailure {
    let failure = RuntimeFailure(kind: .interrupted, frames: symbolize(backtrace).frames)
    return render(failure, name: "KeyboardInterrupt", module: module, number: number)
  }

  private func render(
    _ failure: RuntimeFailure, name: String, module: CellModule, number: Int
  ) -> CellFailure {
    var failure = failure
    failure.frames = failure.frames.compactMap { frame in
      guard let location = map(frame.location, current: module.plan),
        plan(ofFile: location.file, current: module.plan) != nil
      else { return nil }
      return RuntimeFrame(function: frame.function.hasPrefix("cell_main_") ? "" : frame.function, location: location)
    }
    let text = RuntimeErrorRenderer(sources: sources(plan: module.plan, number: number), title: "Cell \(number)")
      .render(failure)
    let lines = text.plain.split(separator: "\n", maxSplits: 1)
    let headline = lines.first.map(String.init) ?? name
    return CellFailure(
      name: name, message: headline.afterPlace, report: Notice(plain: text.plain, colored: text.colored))
  }

  private func symbolize(_ backtrace: [BacktraceFrame]) -> SymbolizedTrace {
    let addresses = backtrace.enumerated().compactMap { index, frame in
      frame.library.isEmpty
        ? nil : CodeAddress(library: frame.library, offset: frame.offset, isReturnAddress: index > 0)
    }
    .filter { $0.library.hasPrefix(compiler.cache.folder) || packages.libraries.contains($0.library) }
    guard !addresses.isEmpty else { return SymbolizedTrace(reason: nil, frames: []) }
    return (try? Symbolizer(toolchain: configuration.toolchain.root).symbolize(addresses))
      ?? SymbolizedTrace(reason: nil, frames: [])
  }

  // MARK: Values of old types

  /// What a cell that declares types or functions anew has made out of date.
  func staleNotices(after module: CellModule, old: CellCollection) -> [String] {
    var notices: [String] = []
    for declaration in module.plan.parsed.declarations {
      guard case .type = declaration.kind, case .type(let oldModule, _)? = old.table.meanings[declaration.name],
        oldModule != module.name, let oldCell = old.module(oldModule)
      else { continue }
      let oldType = "\(oldModule).\(declaration.name)"
      let holders = cells.modules.flatMap { other in
        other.types.compactMap { index, type -> String? in
          let name = other.plan.rewritten.variables[index]
          guard type.mentions(type: oldType), case .variable(other.name, _)? = cells.table.meanings[name] else {
            return nil
          }
          return name
        }
      }
      let extenders = old.table.extensions.filter { $0.type == oldType }.compactMap { old.module($0.module)?.number }
      let users = old.table.meanings.compactMap { name, meaning -> String? in
        guard case .functions = meaning,
          let user = cells.modules.last(where: { meaning.modules.contains($0.name) }), user.name != module.name,
          user.plan.imports.bindings[declaration.name] == [oldModule],
          user.plan.parsed.declarations.contains(where: { $0.name == name && $0.references.contains(declaration.name) })
        else { return nil }
        return name
      }
      guard !holders.isEmpty || !extenders.isEmpty || !users.isEmpty else { continue }
      var sentence = "\(declaration.name) is new."
      if !holders.isEmpty {
        sentence += holders.count == 1 ? " 1 value still holds" : " \(holders.count) values still hold"
        sentence += " the \(declaration.name) of cell \(oldCell.number): \(holders.sorted().joined(separator: ", "))."
      }
      if !users.isEmpty {
        sentence += " Still made for the old one: \(users.sorted().map { "\($0)()" }.joined(separator: ", "))."
      }
      if !extenders.isEmpty {
        let numbers = Set(extenders).sorted().map(String.init).joined(separator: ", ")
        sentence += " Its extensions are in cell \(numbers); run that again for the new \(declaration.name)."
      }
      notices.append(sentence)
    }
    return notices
  }
}

extension CellPlan {
  func isOwn(_ file: String) -> Bool { file == fileName || file.hasSuffix("/" + fileName) }
}

/// Finds places of the text for the compiler in the cell's text.
struct CellPlaces {
  private let plan: CellPlan
  private let edited: LineTable
  private let original: LineTable

  init(_ plan: CellPlan) {
    self.plan = plan
    edited = LineTable(plan.rewritten.body.text)
    original = LineTable(plan.parsed.text)
  }

  /// The line and column in the cell's text; `nil` for code after the cell's last line.
  func original(line: Int, column: Int) -> (line: Int, column: Int)? {
    guard line >= 1, line <= edited.lineCount else { return nil }
    guard column > 0 else { return line <= original.lineCount ? (line, 0) : nil }
    return original.location(of: plan.rewritten.body.originalOffset(of: edited.offset(line: line, column: column)))
  }

  func isInserted(line: Int, column: Int) -> Bool {
    guard line >= 1, line <= edited.lineCount else { return true }
    return plan.rewritten.body.isInserted(edited.offset(line: line, column: column))
  }
}

extension String {
  /// Two types of one name and different cells: `cannot convert 'Cell3.Point' to 'Cell5.Point'`.
  var staleType: (name: String, old: String, new: String)? {
    let types = matches(of: /'(Cell[0-9_]+)\.([^']+)'/).map { (module: String($0.1), name: String($0.2)) }
    guard types.count == 2, types[0].name == types[1].name, types[0].module != types[1].module else { return nil }
    return (types[0].name, types[0].module, types[1].module)
  }

  /// What an error of Foundation says, without the fields that only programs read.
  var withoutErrorFields: String {
    guard hasPrefix("Error Domain="), let said = firstMatch(of: /"([^"]+)"/) else { return self }
    let path = firstMatch(of: /NSFilePath=([^,}]+)/).map { " (\($0.1))" } ?? ""
    return String(said.1) + path
  }

  /// The runtime's words without addresses in memory and lists of frames, which tell a learner nothing.
  var withoutAddresses: String {
    let text = replacing(/\ \(0x[0-9a-fA-F]+\)/, with: "").replacing(/0x[0-9a-fA-F]{6,}/, with: "a variable")
    guard text.hasPrefix("Simultaneous accesses"), let end = text.firstIndex(of: "\n") else { return text }
    return String(text[..<end])
  }

  var firstLine: String { split(separator: "\n").first.map(String.init) ?? self }

  /// The first name in single quotes.
  var quotedName: String? {
    let parts = split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }

  /// A headline without the place at its start: `Cell 9, line 4: Index out of range`.
  var afterPlace: String {
    guard hasPrefix("Cell "), let colon = range(of: ": ") else { return self }
    return String(self[colon.upperBound...])
  }

  /// Whether a qualified type name mentions a type, `Swift.Array<Cell3.Point>` for instance `Cell3.Point`.
  func mentions(type: String) -> Bool {
    var rest = Substring(self)
    while let found = rest.range(of: type) {
      let before = found.lowerBound == startIndex ? nil : self[index(before: found.lowerBound)]
      let after = found.upperBound == endIndex ? nil : self[found.upperBound]
      let isWord = { (character: Character?) in character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
      if !isWord(before), !isWord(after) { return true }
      rest = self[found.upperBound...]
    }
    return false
  }
}

extension CellFailure {
  /// The system gives no more threads.
  static let noThread = CellFailure(
    name: "GlassboxError",
    message: "The system gives no thread to read the cell with. End other programs and try again.")

  /// The cell was interrupted before its code ran.
  static func interrupted(during work: String) -> CellFailure {
    CellFailure(
      name: "KeyboardInterrupt", message: "The \(work) was interrupted. Everything from earlier cells is still there.")
  }
}

extension RuntimeFailureKind {
  /// A short name for front ends that show one.
  var errorName: String {
    switch self {
    case .indexOutOfRange: "IndexOutOfRange"
    case .emptyCollection: "EmptyCollection"
    case .invalidRange: "InvalidRange"
    case .missingValue: "UnexpectedNil"
    case .missingKey: "MissingKey"
    case .arithmeticOverflow: "ArithmeticOverflow"
    case .divisionByZero: "DivisionByZero"
    case .unrepresentableValue: "UnrepresentableValue"
    case .failedCast: "FailedCast"
    case .exclusivityViolation: "ExclusivityViolation"
    case .stackOverflow: "StackOverflow"
    case .badAccess: "BadAccess"
    case .aborted: "Aborted"
    case .exited: "Exited"
    case .fatalError: "FatalError"
    case .failedPrecondition: "FailedPrecondition"
    case .unhandledError: "UncaughtError"
    case .memoryLimit: "MemoryLimit"
    case .interrupted: "KeyboardInterrupt"
    case .other: "RuntimeError"
    }
  }
}
