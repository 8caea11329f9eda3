/// Runs a cell and says how long it took.
struct CellCheck {
  var probe: any CellProbe

  func finding() async -> Finding {
    let subject = "cell"
    do {
      let timings = try await probe.run()
      return .ok(
        subject,
        "worker up in \(timings.start.milliseconds), first cell \(timings.firstCell.milliseconds), "
          + "next \(timings.warmCell.milliseconds), the same again \(timings.sameCellAgain.milliseconds)")
    } catch {
      return .failure(
        subject, "a cell did not run: \(error)", remedy: "Mend the first FAIL above this line and ask the doctor again."
      )
    }
  }
}

extension Duration {
  fileprivate var milliseconds: String {
    formatted(.units(allowed: [.milliseconds], width: .narrow, fractionalPart: .hide))
  }
}
