import CourseGrading
import Testing

@Suite("Collected output") struct CollectedOutputTests {
  private func message(_ kind: String, _ text: String, _ identifier: String) -> String {
    #"{"kind": "\#(kind)", "data": {"text/plain": "\#(text)"}, "metadata": {}, "display_id": "\#(identifier)"}"#
  }

  @Test("A bar that was drawn a hundred times is one line, and what was written stays in order") func bar() {
    let output = CollectedOutput()
    output.write("before", to: .standardOutput)
    output.display(message("display", "0 of 100", "a"))
    for step in 1...100 {
      if step == 50 { output.write("half\n", to: .standardOutput) }
      output.display(message("update", "\(step) of 100", "a"))
    }
    output.display(message("result", "42", ""))
    #expect(output.text == "before\n100 of 100\nhalf\n42\n")
  }

  @Test("What has no name is never replaced") func unnamed() {
    let output = CollectedOutput()
    for number in 1...3 { output.display(message("result", "\(number)", "")) }
    #expect(output.text == "1\n2\n3\n")
  }
}
