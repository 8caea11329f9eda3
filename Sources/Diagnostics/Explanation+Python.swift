extension Explanation {
  /// Lines that are right in Python, where a more exact word than that of all foreign lines helps.
  static let python: [Explanation] = [
    Explanation(
      beginnings: "… …", messages: ["function is unused…"],
      text: "A call needs parentheses: `{here 1}({here 2})`."),
    Explanation(
      "function is unused…",
      text: "A call needs parentheses, even if nothing stands between them: `name()`."),
    Explanation(
      lines: "for … in range(…):",
      text:
        "Swift writes `for i in 0..<3 { … }`: a range in the place of `range(3)`, and braces around the body in the "
        + "place of the colon."),
    Explanation(
      lines: "def __init__(…", "…def __init__(…",
      text: "What makes a value is called `init` in Swift, and `self` is there without being given: "
        + "`init(x: Int) { self.x = x }`. The body of a class stands in braces."),
    Explanation(
      lines: "int …", "float …", "double …", "string …", "bool …", "auto …",
      messages: ["consecutive statements on a line …", "cannot find '…' in scope"],
      text: "Swift names the value first and its type, if it needs one, after a colon: `let n: Int = 3`."),
    Explanation(
      beginnings: "… = …", messages: ["cannot find '…' in scope"],
      text: "A new name begins with `let`, or with `var` if its value is to change: `let {here 1} = {here 2}`."),
    Explanation(
      beginnings: "… += …", messages: ["cannot find '…' in scope"],
      text: "`{here 1}` has no value yet that something could be added to. Begin with `var {here 1} = 0`."),
    Explanation(
      lines: "…[…:…]…", "…[…::…",
      messages: [
        "expected ',' separator", "expected argument label before colon", "extra argument in subscript",
        "expected module name in module selector",
      ],
      text: "A part of a row is taken with a range: `x[1..<3]`; from its beginning `x[..<3]`, to its end `x[1...]`. "
        + "Backwards it is `x.reversed()`."),
    Explanation(
      lines: "… = … if … else …", "return … if … else …", "…(… if … else …)…",
      messages: ["consecutive statements on a line …", "expected ',' separator", "unexpected 'else' …"],
      text: "Swift puts the condition first: `let c = x > 0 ? 3 : 4`."),
    Explanation(
      lines: "… is not None…", "… is None…",
      text: "Swift calls the absence of a value `nil`: `x == nil`, `x != nil`."),
    Explanation(
      lines: "… and …", "… or …", "…= not …", "…(not …", "return not …",
      messages: [
        "consecutive statements on a line …", "expected ',' separator", "cannot find 'not' in scope",
        "cannot find 'and' in scope", "cannot find 'or' in scope",
      ],
      text: "Swift writes `&&` for and, `||` for or, `!` for not: `let both = a && !b`."),
    Explanation(
      lines: "for …, … in …", messages: ["expected 'in' after for-each pattern"],
      text: "Two names of a loop stand in parentheses: `for (i, x) in values.enumerated() { … }`."),
    Explanation(
      lines: "…{\"\":…",
      messages: ["consecutive statements on a line …", "expected ',' separator", "expected expression…"],
      text: "A dictionary stands in square brackets in Swift: `[\"a\": 1, \"b\": 2]`."),
    Explanation(
      lines: "raise …", text: "Swift writes `throw` where Python writes `raise`, and the function says `throws`."),
    Explanation(
      lines: "del …", text: "Swift forgets a value by itself. From an array one is taken with `values.remove(at: i)`."),
    Explanation(
      lines: "…=> …", messages: ["cannot find operator '=>' in scope…", "cannot find '…' in scope"],
      text: "A function without a name is a closure in braces: `{ x in x + 1 }`."),
    Explanation(
      lines: "…=… -> …", messages: ["expected type before '->'", "cannot find '…' in scope"],
      text: "A function without a name is a closure in braces: `{ x in x + 1 }`."),
    Explanation(
      lines: "…\"\" % …", messages: ["cannot convert value of type 'String' to expected argument type 'Int'"],
      text: "A value goes into a text with a backslash and parentheses: `\"x is \\(x)\"`."),
    Explanation(
      lines: "… @ …",
      messages: ["consecutive statements on a line …", "expected ',' separator", "extraneous whitespace …"],
      text: "Swift has no `@` between matrices. Their product is `a.matmul(b)`."),
  ]
}
