import Diagnostics
import WorkerProtocol

extension Session {
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
}
