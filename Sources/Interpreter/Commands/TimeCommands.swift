/// `%time` and `%%time`: how long something takes.
struct TimeCommand: Command {
  let name = "time"
  let usage = ["%time CODE", "%%time"]
  let summary = "Runs code once and tells how long compiling and running took."
  let details = "%time model(input)\n\n%%time in the first line of a cell measures the whole cell."
  let takesBody = true

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let code = call.body ?? call.arguments
    guard !code.allSatisfy(\.isWhitespace) else { return call.failure("%time needs code to run: %time 1 + 1") }
    let text = String(repeating: "\n", count: call.body == nil ? call.line - 1 : call.line) + code
    let result = await session.run(text, request: call.request, output: call.output)
    let timings = result.timings
    let preparation = timings.isCached ? "compiled before" : "compile \((timings.compile + timings.link).words)"
    call.output.notice(Notice(plain: "run \(timings.run.words)   (\(preparation))"))
    return result
  }
}

/// `%timeit`: how long something takes, measured often.
struct TimeItCommand: Command {
  let name = "timeit"
  let usage = ["%timeit EXPRESSION", "%%timeit"]
  let summary = "Runs code many times and tells how long one run takes."
  let details = """
    %timeit numbers.reduce(0, +)

    The code runs for about a second in seven rounds. Its value is used, so that the compiler cannot leave it out.
    """
  let takesBody = true

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let code = call.body ?? call.arguments
    guard !code.allSatisfy(\.isWhitespace) else { return call.failure("%timeit needs code to run: %timeit 1 + 1") }
    let lines = String(repeating: "\n", count: call.body == nil ? call.line - 1 : call.line)
    let opening = call.body == nil ? "" : "CellRuntime.measure {\n"
    let text =
      call.body == nil ? "\(lines)CellRuntime.measure { \(code) }" : String(lines.dropLast()) + opening + code + "\n}"
    return await session.run(text, request: call.request, output: call.output)
  }
}
