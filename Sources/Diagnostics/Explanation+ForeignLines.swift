extension Explanation {
  /// Lines that are right in another language.
  static let foreignLines: [Explanation] = [
    Explanation(
      lines: "def …",
      text: "A function begins with `func` in Swift, its parameters have types, and its body stands in braces: "
        + "`func double(x: Int) -> Int { return 2 * x }`."),
    Explanation(
      lines: "function …(…)…", "fun …(…)…", "fn …(…)…",
      text: "A function begins with `func` in Swift: `func greet() { … }`."),
    Explanation(lines: "elif …", "…} elif …", text: "Swift writes `else if` where Python writes `elif`."),
    Explanation(
      lines: "for …:", "while …:", "func …:", "if …:", "else:", "class …:", "try:", "except…:", "with …:",
      text:
        "In Swift the body of a statement stands in braces, without a colon: `if x > 1 { … }`, `for i in 0..<3 { … }`."),
    Explanation(
      lines: "from … import …",
      text: "Swift imports whole modules: `import Foundation`. Their names can then be used directly."),
    Explanation(
      lines: "import … as …",
      text: "Swift cannot rename a module; write `import` and its name alone. Python packages such as numpy are not "
        + "there: `import Glassbox` brings tensors and layers."),
    Explanation(
      lines: "const …", "const …=…",
      text: "Swift writes `let` for a value that stays: `let x = 3`; `var` for one that changes."),
    Explanation(lines: "# …", text: "A comment begins with `//` in Swift. `#` begins macros and compiler directives."),
    Explanation(
      lines: "…=…lambda …", "…(lambda …", "lambda …",
      text: "A function without a name is a closure in braces: Python's `lambda x: x + 1` is `{ x in x + 1 }`."),
    Explanation(
      lines: "…[… for … in …]…",
      text:
        "Swift has no list comprehension. `map` does the same: `(0..<3).map { $0 * 2 }`, and `filter` picks elements."),
    Explanation(
      lines: "…f\"…",
      text: "Swift needs no `f` before a string: a value goes in with a backslash and parentheses, `\"x is \\(x)\"`."),
    Explanation(
      lines: "if … and …", "if … or …", "while … and …", "while … or …", "if not …", "while not …",
      messages: ["expected '{' after … condition", "cannot find 'not' in scope"],
      text: "Swift writes `&&` for and, `||` for or, `!` for not: `if a && !b { … }`."),
    Explanation(
      lines: "if … in …{", "if … in …}",
      messages: [
        "expected '{' after 'if' condition", "… cannot be used as a boolean…",
        "cannot convert value of type '…' to expected condition type 'Bool'",
      ],
      text: "To ask whether a collection holds a value, write `values.contains(x)`. `in` belongs to `for` loops."),
    Explanation(
      lines: "… = new …",
      text: "Swift needs no `new`: the name of the type, called like a function, makes a value: `Point(x: 1)`."
    ),
    Explanation(
      lines: "…, … = …, …",
      messages: ["consecutive statements on a line …", "expected pattern", "type annotation missing in pattern"],
      text:
        "Several values are taken apart with parentheses: `let (a, b) = (1, 2)`; existing variables with `(a, b) = (b, a)`."
    ),
    Explanation(
      lines: "print(…, end=…)", "print(…, sep=…)",
      text: "A named argument has a colon in Swift, and this one a longer name: `print(x, terminator: \"\")`, "
        + "`print(x, y, separator: \", \")`."),
  ]
}
