import CodeAnalysis
import Course
import CourseGrading
import Foundation
import Interpreter
import JupyterKernel
import Synchronization

/// Swift as a Jupyter language: cells go to a ``Session``, questions about code to the analyzer.
public final class NotebookLanguage: Language {
  public let information: LanguageInformation
  let session: Session
  let analyzer: CodeAnalyzer
  private let isPrewarmed = Mutex(false)
  private let host = Mutex<KernelSession?>(nil)
  private let lastNumber = Mutex(0)

  /// - Throws: `InterpreterError` if a part of the toolchain or of Glassbox is missing.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    let toolchain = try Toolchain.located(environment: environment)
    let installation = Installation.located(environment: environment)
    session = try Session(
      configuration: CourseCommands.added(
        to: SessionConfiguration(toolchain: toolchain, installation: installation, environment: environment),
        course: .located(environment: environment), work: .located(environment: environment)))
    analyzer = CodeAnalyzer(executable: installation.analysisHelper, arguments: [toolchain.root])
    information = LanguageInformation(
      name: "swift", version: SwiftVersion.text, mimetype: "text/x-swift", fileExtension: ".swift",
      pygmentsLexer: "swift", codemirrorMode: "swift", implementation: "glassbox", implementationVersion: "0.1.0",
      banner: "Swift \(SwiftVersion.text), in Glassbox. %help lists the commands.",
      helpLinks: [
        HelpLink(text: "The Swift Programming Language", url: "https://docs.swift.org/swift-book/"),
        HelpLink(text: "Swift Standard Library", url: "https://developer.apple.com/documentation/swift"),
      ])
  }

  /// The way to the front ends, once the kernel serves them.
  var currentHost: KernelSession? { host.withLock { $0 } }

  public func start(session host: KernelSession) async {
    self.host.withLock { $0 = host }
    await session.setCommHandler { [weak self] message in self?.relay(comm: message) }
    await session.start()
  }

  public func execute(_ execution: Execution) async -> ExecutionResult {
    lastNumber.withLock { $0 = execution.number }
    let output = NotebookOutput(
      execution.output, relay: { [weak self] in self?.relay(comm: $0, parent: execution.output.parent) })
    if let name = Self.questionedName(in: execution.code) { return await explain(name) }
    let result = await session.execute(
      CellRequest(
        number: execution.number, code: execution.code, allowsInput: execution.allowsInput,
        isStored: execution.storesHistory, isInterrupted: { execution.isInterrupted }), output: output)
    prewarmOnce(for: execution)
    let outcome: ExecutionResult.Outcome =
      switch result.ending {
      case .success: .success
      case .failure(let failure), .interrupted(let failure): .failure(failure.languageError)
      }
    return ExecutionResult(outcome, payloads: output.payloads, metadata: ["glassbox": result.timings.json])
  }

  /// Where a person sits in front of the notebook, completion will be wanted soon. Programs that run notebooks take no
  /// input and want none.
  private func prewarmOnce(for execution: Execution) {
    guard execution.allowsInput, !execution.isSilent,
      isPrewarmed.withLock({ old in
        defer { old = true }
        return !old
      })
    else { return }
    Task.detached(priority: .background) { [weak self] in await self?.prewarmAnalysis() }
  }

  public func prepare(_ code: String) async {
    await session.prepare(code, number: lastNumber.withLock { $0 } + 1)
  }

  public func interrupt() async { session.interrupt() }

  public func shutdown(restart: Bool) async {
    await analyzer.stop()
    await session.shutdown()
  }

  public func evaluate(_ expression: String, after execution: Execution) async -> Evaluation {
    let output = CollectedOutput()
    let result = await session.execute(
      CellRequest(number: execution.number, code: expression, allowsInput: false, isStored: false), output: output)
    if let failure = result.failure { return .failure(failure.languageError) }
    return .value(output.bundle ?? MIMEBundle(text: "()"))
  }
}

extension CellFailure {
  var languageError: LanguageError {
    LanguageError(
      name: name, message: message,
      traceback: report.colored.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }
}

extension CellTimings {
  /// Milliseconds of each part, for the reply's metadata.
  fileprivate var json: JSONValue {
    func milliseconds(_ duration: Duration) -> JSONValue {
      .number((Double(duration.components.attoseconds) * 1e-15 + Double(duration.components.seconds) * 1e3))
    }
    return [
      "compile_ms": milliseconds(compile), "link_ms": milliseconds(link), "run_ms": milliseconds(run),
      "cached": .bool(isCached),
    ]
  }
}

/// The version of the compiler that has built this program, which is the one that compiles the cells.
enum SwiftVersion {
  static var text: String {
    #if compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
