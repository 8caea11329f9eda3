import FoundationEssentials

/// Finds source places for code addresses with the toolchain's `llvm-symbolizer`.
public struct Symbolizer: Sendable {
  private static let trapPrefix = "Swift runtime failure: "
  private static let greatestAddressCount = 1_000
  private static let greatestOutput = 16 << 20

  private let tool: String
  private let demangler: NameDemangler?
  private let timeout: Duration

  /// Uses the tools of a toolchain.
  ///
  /// - Parameters:
  ///   - toolchain: The folder that holds `bin` and `lib`, for instance `/usr`.
  ///   - timeout: The time that one library may take.
  public init(toolchain: String, timeout: Duration = .seconds(5)) {
    tool = toolchain + "/bin/llvm-symbolizer"
    demangler = NameDemangler(toolchain: toolchain)
    self.timeout = timeout
  }

  /// Looks up addresses, the innermost call first.
  ///
  /// Waits for the tool, some hundredths of a second per library. A library that cannot be read yields no frames; the
  /// others still do.
  /// - Throws: `ToolError` if the symbolizer cannot be started, takes too long or answers what cannot be understood.
  public func symbolize(_ addresses: [CodeAddress]) throws -> SymbolizedTrace {
    let symbols = try lookUp(addresses)
    let reason = addresses.first.flatMap { symbols[Key($0)]?.first?.name }
      .flatMap { $0.hasPrefix(Self.trapPrefix) ? String($0.dropFirst(Self.trapPrefix.count)) : nil }
    return SymbolizedTrace(reason: reason, frames: addresses.flatMap { frames(symbols[Key($0)] ?? []) })
  }

  /// An address that lies within the instruction in question.
  private struct Key: Hashable {
    var library: String
    var offset: UInt64

    init(_ address: CodeAddress) {
      library = address.library
      offset = address.isReturnAddress && address.offset > 0 ? address.offset - 1 : address.offset
    }
  }

  private struct Answer: Decodable {
    struct Symbol: Decodable {
      var name: String
      var file: String
      var line: Int
      var column: Int

      enum CodingKeys: String, CodingKey {
        case name = "FunctionName"
        case file = "FileName"
        case line = "Line"
        case column = "Column"
      }
    }

    var address: String
    var symbols: [Symbol]?

    enum CodingKeys: String, CodingKey {
      case address = "Address"
      case symbols = "Symbol"
    }
  }

  private func lookUp(_ addresses: [CodeAddress]) throws -> [Key: [Answer.Symbol]] {
    var offsets: [String: [UInt64]] = [:]
    var seen: Set<Key> = []
    for key in addresses.map(Key.init) where seen.count < Self.greatestAddressCount {
      if seen.insert(key).inserted { offsets[key.library, default: []].append(key.offset) }
    }
    var result: [Key: [Answer.Symbol]] = [:]
    for (library, offsets) in offsets {
      let arguments = ["--obj=\(library)", "--output-style=JSON"] + offsets.map { "0x" + String($0, radix: 16) }
      let run = try ToolRun.run(tool, arguments, timeout: timeout, greatestOutput: Self.greatestOutput)
      guard run.exitStatus == 0, !run.output.isEmpty else { continue }
      let answers: [Answer]
      do {
        answers = try JSONDecoder().decode([Answer].self, from: Data(run.output))
      } catch {
        throw ToolError.unexpectedOutput(tool: tool)
      }
      for (offset, answer) in zip(offsets, answers) {
        result[Key(CodeAddress(library: library, offset: offset, isReturnAddress: false))] = answer.symbols ?? []
      }
    }
    return result
  }

  /// The places of one address: an inlined call first, then the function it was inlined into.
  private func frames(_ symbols: [Answer.Symbol]) -> [RuntimeFrame] {
    var result: [RuntimeFrame] = []
    for (index, symbol) in symbols.enumerated() where symbol.line > 0 && !symbol.file.contains("<") {
      let isInlined = index < symbols.count - 1
      let location = DiagnosticLocation(file: symbol.file, line: symbol.line, column: symbol.column)
      let function = name(symbol.name, isInlined: isInlined)
      // Pieces of the standard library are inlined under the line that uses them: the same place once more.
      if let last = result.last, last.location.file == location.file, last.location.line == location.line {
        result[result.count - 1].function = function
      } else {
        result.append(RuntimeFrame(function: function, location: location))
      }
    }
    return result
  }

  /// The readable name; empty for a cell's top-level code, whose entry point is no Swift function.
  private func name(_ name: String, isInlined: Bool) -> String {
    if name.hasPrefix("$s") || name.hasPrefix("$S") { return demangler?.readableName(of: name) ?? "" }
    return isInlined ? NameDemangler.tidied(name) : ""
  }
}
