import Foundation
import NotebookFormat
import Testing

@Suite("Notebooks") struct NotebookTests {
  private let notebook = Notebook(cells: [
    NotebookCell(.markdown, id: "m", source: "# 床前 \"quoted\"\n\nback\\slash and tab\t"),
    NotebookCell(.code, id: "c", source: "let x = 1\nx\n", tags: ["exercise"]),
    NotebookCell(.raw, id: "r", source: ""),
  ])

  @Test("What was written is read again") func roundTrip() throws {
    #expect(try Notebook(reading: Data(notebook.text.utf8)) == notebook)
  }

  @Test("The form is that of Jupyter's own writer: sorted keys, one space, no outputs") func form() {
    let text = Notebook(cells: [NotebookCell(.code, id: "a", source: "1\n2")]).text
    #expect(
      text.hasPrefix(
        """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "a",
           "metadata": {},
           "outputs": [],
           "source": [
            "1\\n",
            "2"
           ]
          }
         ],
         "metadata": {
        """))
    #expect(text.hasSuffix(" \"nbformat_minor\": 5\n}\n"))
  }

  @Test("Sources in one string are read as well, and cells that are none are passed over") func otherForms() throws {
    let text = """
      {"nbformat": 4, "cells": [{"cell_type": "code", "source": "a\\nb"}, 7, {"cell_type": "dream"}, {"cell_type": "code",
      "id": "x", "source": ["a\\n", "b"], "metadata": {"tags": ["t"]}, "outputs": [1, 2]}]}
      """
    let cells = try Notebook(reading: Data(text.utf8)).cells
    #expect(cells.map(\.source) == ["a\nb", "a\nb"])
    #expect(cells.map(\.id) == ["cell-0", "x"])
    #expect(cells.map(\.tags) == [[], ["t"]])
  }

  @Test(
    "A file that is no notebook is told apart",
    arguments: [
      ("", NotebookProblem.notJSON), ("[1]", .notJSON), ("{\"cells\": [", .notJSON), ("{}", .noCells),
      ("{\"cells\": 3}", .noCells), ("{\"nbformat\": 3, \"worksheets\": []}", .format(3)),
    ])
  func bad(text: String, problem: NotebookProblem) {
    #expect(throws: problem) { try Notebook(reading: Data(text.utf8)) }
  }

  @Test("A notebook cut off anywhere is an error or a notebook, never a crash") func truncated() {
    let bytes = Array(notebook.text.utf8)
    for count in stride(from: 0, to: bytes.count, by: 7) {
      _ = try? Notebook(reading: Data(bytes[..<count]))
    }
  }
}
