internal import CWorkerRuntime
import Synchronization

/// The results of the cells so far: `Out[7]` is the value of the last expression of cell 7.
// swift-format-ignore: AlwaysUseLowerCamelCase
public var Out: Results { Results() }

/// The results of the cells so far, by the number of the cell.
public struct Results: CustomStringConvertible {
  /// The value of the last expression of a cell. A number without a result ends the cell with an error.
  public subscript(number: Int) -> Any {
    guard let output = ResultTable.shared.output(number) else {
      let numbers = ResultTable.shared.outputs.map { String($0.number) }.joined(separator: ", ")
      gb_fail(
        Int32(GB_END_TRAP),
        "There is no Out[\(number)]. " + (numbers.isEmpty ? "No cell has a result yet." : "Results: \(numbers)."), "")
    }
    return output.anyValue
  }

  /// The numbers of the cells that have a result.
  public var numbers: [Int] { ResultTable.shared.outputs.filter { !$0.isLetGo }.map(\.number) }

  public var description: String {
    let lines = ResultTable.shared.outputs.map { output in
      let text = output.isLetGo ? "(let go, \(byteCountText(output.bytes)))" : String(reflecting: output.anyValue)
      return "Out[\(output.number)]: \(text.count > 80 ? text.prefix(79) + "…" : text)"
    }
    return lines.isEmpty ? "no results yet" : lines.joined(separator: "\n")
  }
}

/// What `Out` looks into.
final class ResultTable: @unchecked Sendable {
  static let shared = ResultTable()
  /// An older result is kept if it owns no more bytes than this.
  static let smallResult = 64 * 1024

  private let table = Mutex<[AnyOutputBox]>([])
  private struct AnyOutputBox: @unchecked Sendable { var output: AnyOutput }

  var outputs: [AnyOutput] { table.withLock { $0.map(\.output) } }

  func output(_ number: Int) -> AnyOutput? {
    table.withLock { $0.last { $0.output.number == number }?.output }
  }

  func add(_ output: AnyOutput) {
    let box = AnyOutputBox(output: output)
    // The value may have a `deinit` of the user's, so it is let go outside the lock.
    let older = table.withLock { table in
      let older = table.last
      table.removeAll { $0.output.number == box.output.number }
      table.append(box)
      return older
    }
    if let older, older.output.bytes > Self.smallResult { older.output.letGo() }
  }

  func forgetAll() {
    let all = table.withLock { table in
      defer { table = [] }
      return table
    }
    for box in all { box.output.letGo() }
  }
}
