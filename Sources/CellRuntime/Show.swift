internal import CWorkerRuntime

/// Shows the value of a cell's last expression and keeps it in `Out`.
///
/// The end of an optional chain that calls a function without a value shows nothing: `list?.append(1)`.
public func show<Value>(_ value: Value) -> Output<Value> {
  let run = Int(gb_current_run())
  guard Value.self != Void?.self else { return Output(value, number: CellNumbers.shared.number(ofRun: run), bytes: 0) }
  if let message = LearnersDisplays.shared.result(of: value) {
    EventQueue.send(.display(run: run, message: message), run: run)
  }
  let output = Output(
    value, number: CellNumbers.shared.number(ofRun: run), bytes: LearnersDisplays.shared.bytes(of: value))
  ResultTable.shared.add(output)
  return output
}

/// A last expression without a value shows nothing.
public func show(_ value: Void) -> Output<Void> {
  Output(value, number: CellNumbers.shared.number(ofRun: Int(gb_current_run())), bytes: 0)
}

/// A last expression that never returns shows nothing.
@_disfavoredOverload
public func show(_ value: Never) -> Output<Never> {}
