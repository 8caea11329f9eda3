import CourseChecks
import Tensors
import Testing

@Suite("What checks of exercises say") struct CheckTests {
  private func words(_ check: () throws -> Void) -> String {
    do {
      try check()
      return "holds"
    } catch {
      return "\(error)"
    }
  }

  @Test("Equal tensors hold, and so do those within the tolerance") func holds() {
    let three = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(words { try Check.close(three, to: three) } == "holds")
    #expect(words { try Check.close(three + 1e-6, to: three) } == "holds")
    #expect(words { try Check.close(Tensor([1e6]), to: Tensor([1e6 + 1])) } == "holds")
  }

  @Test("A difference is told with its row, both rows and the column") func difference() {
    let got = Tensor([[1, 0, 0], [0.198, 0.401, 0]])
    let expected = Tensor([[1, 0, 0], [0.33, 0.67, 0]])
    #expect(
      words { try Check.close(got, to: expected) }
        == "row 1   expected [0.330, 0.670, 0.000]   got [0.198, 0.401, 0.000]   first difference at column 0")
  }

  @Test("What is not a number on both sides is said to be so") func bothNotANumber() {
    let nan = Tensor([1, Float.nan])
    #expect(words { try Check.close(nan, to: nan) }.contains("both are nan"))
    #expect(words { try Check.close(Double.nan, to: Double.nan) }.contains("both are nan"))
    #expect(words { try Check.close(nan, to: Tensor([1, 2])) }.contains("expected [1.000, 2.000]   got [1.000, nan]"))
  }

  @Test("An optional is told by what it holds") func optional() {
    #expect(words { try Check.equal([-1] as [Int]?, [2, 3]) } == "expected [2, 3]   got [-1]")
    #expect(words { try Check.equal(1 as Int?, nil) } == "expected nil   got 1")
  }

  @Test("As many digits are shown as tell the numbers apart") func digits() {
    #expect(
      words { try Check.close(Tensor([0.5, 1]), to: Tensor([0.5003, 1])) }
        == "expected [0.5003, 1.0000]   got [0.5000, 1.0000]   first difference at index 0")
    #expect(words { try Check.close(2.5, to: 2.50004) } == "expected 2.50004   got 2.50000")
  }

  @Test("Of a long row the part around the difference is shown") func longRow() {
    let expected = Tensor.zeros([2, 20])
    let got = concatenated([Tensor.zeros([1, 20]), Tensor.oneHot(Tensor(indices: [12]), classes: 20)])
    #expect(
      words { try Check.close(got, to: expected) }
        == "row 1   expected […, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, …]   got […, 0.000, 0.000, 0.000, 1.000, 0.000, 0.000, 0.000, 0.000, …]   first difference at column 12"
    )
  }

  @Test("Shapes are compared before numbers") func shapes() {
    #expect(
      words { try Check.close(Tensor.zeros([2, 3]), to: Tensor.zeros([3, 2]), "the weights") }
        == "the weights: expected shape [3, 2]   got [2, 3]")
  }

  @Test("What is not a number is close to nothing") func notANumber() {
    let nothing = Tensor.full([1], .nan)
    #expect(words { try Check.close(nothing, to: nothing, "both") }.contains("both are nan"))
    #expect(words { try Check.close(nothing, to: Tensor([1])) }.hasPrefix("expected [1.000]   got [nan]"))
    #expect(words { try Check.close(Double.nan, to: 1.0) } == "expected 1.000   got nan")
    #expect(words { try Check.close(-Double.nan, to: 1.0) } == "expected 1.000   got nan")
  }

  @Test("An infinity is close to itself only") func infinities() {
    let infinity = Tensor([Double.infinity])
    #expect(words { try Check.close(-infinity, to: -infinity) } == "holds")
    #expect(words { try Check.close(Double.infinity, to: Double.infinity) } == "holds")
    for other in [Tensor([1]), -infinity] {
      #expect(words { try Check.close(other, to: infinity) }.hasPrefix("expected [inf]   got [\(other.item)"))
      #expect(words { try Check.close(infinity, to: other) }.hasSuffix("got [inf]   first difference at index 0"))
    }
    #expect(words { try Check.close(1.0, to: -Double.infinity) } == "expected -inf   got 1.000")
  }

  @Test("Values, conditions and answers have their words") func others() {
    #expect(words { try Check.equal([1], [2], "the list") } == "the list: expected [2]   got [1]")
    #expect(words { try Check.equal("", "a\"b") } == #"expected "a\"b"   got """#)
    #expect(words { try Check.equal([Int]?.none, [2, 3]) } == "expected [2, 3]   got nil")
    #expect(words { try Check.equal([-1], [Int]?.none) } == "expected nil   got [-1]")
    #expect(words { try Check.that(false, "row 1 sums to 0.599") } == "row 1 sums to 0.599")
    #expect(words { try Check.answer(["A"], question: 1, is: "a", reasons: [:]) } == "holds")
    #expect(words { try Check.answer([], question: 1, is: "a", reasons: [:]) } == "no answer yet")
    #expect(words { try Check.answer(["b"], question: 1, is: "a", reasons: ["b": "No."]) } == "b is not it. No.")
    #expect(words { try Check.answer(["z"], question: 1, is: "a", reasons: [:]) } == "there is no choice z")
  }
}
