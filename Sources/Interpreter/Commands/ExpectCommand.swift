/// `%expect error`: a cell that is meant to fail.
struct ExpectCommand: Command {
  let name = "expect"
  let usage = ["%expect error"]
  let summary = "Says that the cell is meant to fail, so that the notebook goes on."
  let details = """
    %expect error
    let numbers = [1, 2, 3]
    numbers[3]

    A cell that does not fail after all is an error.
    """
  let takesBody = true

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    guard let body = call.body else {
      return call.failure("%expect error stands above the code that is meant to fail.")
    }
    var request = call.request
    request.code = String(repeating: "\n", count: call.line) + body
    let inner = request
    return await Self.expectFailure(call) { await session.perform(inner, output: call.output) }
  }

  func completions(for argument: String, in session: isolated Session) -> [String] { ["error"] }

  static func expectFailure(
    _ call: CommandCall, isolation: isolated (any Actor)? = #isolation, _ body: () async -> CellResult
  ) async -> CellResult {
    guard call.arguments == "error" else { return call.failure("write %expect error; nothing else can be expected.") }
    var result = await body()
    switch result.ending {
    case .success:
      return call.failure(
        "the cell was meant to fail, and it did not. Take the line %expect error away if that is right.")
    case .interrupted: return result
    case .failure(let failure):
      call.output.notice(failure.report)
      result.ending = .success
      return result
    }
  }
}
