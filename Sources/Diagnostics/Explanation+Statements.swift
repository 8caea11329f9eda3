extension Explanation {
  /// Words and signs in the wrong place.
  static let statements: [Explanation] = [
    Explanation(
      "'…' is not a valid digit in integer literal",
      text: "A name begins with a letter or `_`, not with a digit: `let x2 = 3`. A number has no letters in it."),
    Explanation(
      "the 'do' keyword is used to specify a 'catch' region",
      text: "What may fail stands in `do { try … } catch { print(error) }`."),
    Explanation(
      "unicode curly quote found…",
      text: "These are a word processor's quotation marks. Swift knows only the straight ones: `\"`."),
    Explanation(
      "single-quoted string literal found…", text: "Text stands in double quotation marks in Swift: `\"hello\"`."),
    Explanation(
      "unterminated string literal",
      text:
        "The text begins with `\"` and never ends. Add a `\"`; a text of several lines stands between `\"\"\"` and `\"\"\"`."
    ),
    Explanation(
      "multi-line string literal … must begin on a new line",
      text: "`\"\"\"` stands alone: the text begins on the next line and the closing `\"\"\"` has a line of its own. "
        + "Documentation is written `/// …` above the function.",
      coversLine: true, hidesProposals: true),
    Explanation("unterminated '/*' comment", text: "The comment that begins with `/*` never ends. Close it with `*/`."),
    Explanation(
      "consecutive statements on a line must be separated by ';'…",
      text:
        "One line holds one statement. Begin a new line, or check for a missing operator, comma or space on both sides of one.",
      hidesProposals: true),
    Explanation(
      "argument type '…' expected to be an instance of a class or class-constrained type",
      text: "`==` compares values. `===` asks whether two names mean the same object of a class."),
    Explanation(
      "use of '=' in a boolean context…", text: "`=` gives a value a name, `==` compares. In a condition it is `==`."),
    Explanation(
      "expected '{' after 'if' condition", "expected '{' after 'while' condition",
      "expected '{' to start the body of …",
      "expected '{' in …", "expected '->' after function parameter tuple",
      "expected '{' in body of function declaration",
      text: "The body stands in braces: `if x > 1 { … }`, `for i in 0..<3 { … }`, `func f() { … }`."),
    Explanation(
      "expected '}' …", text: "An opening brace `{` has no partner. Count them: each `{` needs a `}`."),
    Explanation(
      "extraneous '}' at top level",
      text: "There is one `}` more than there are `{`. Remove it, or look for a missing `{` above."),
    Explanation("expected ')' …", text: "An opening parenthesis `(` has no partner `)`."),
    Explanation("expected ']' …", text: "An opening bracket `[` has no partner `]`."),
    Explanation("expected ',' separator", text: "Values in a row are separated by commas."),
    Explanation(
      "expected expression…", "expected initial value after '='",
      text: "A value is missing here: something like `3`, `\"text\"` or a name."),
    Explanation(
      "extraneous whitespace between '#' and macro name is not permitted",
      text: "A comment begins with `//` in Swift. `#` begins macros and compiler directives."),
    Explanation(
      "'do-while' statement is not allowed", text: "Swift writes `repeat { … } while condition`."),
    Explanation(
      "C-style for statement was removed in Swift 3",
      text:
        "Swift counts with a range: `for i in 0..<3 { … }`. Backwards or in steps: `stride(from: 10, to: 0, by: -2)`."),
    Explanation(
      "switch must be exhaustive",
      text:
        "A `switch` has to say what happens in every case. Add the missing `case`, or `default:` for all the others."),
    Explanation(
      "missing return in … expected to return '…'",
      text:
        "The function promises a `{2}`, but not every way through it ends with one. Add a `return` where it is missing, "
        + "for instance after the `if`."),
    Explanation(
      "unexpected non-void return value in void function",
      text: "The function does not say that it returns anything. Say it after the parentheses: `func f() -> Int { … }`."
    ),
    Explanation(
      "return invalid outside of a func",
      text:
        "`return` ends a function, and this line is in none. To show a value, write it alone on the last line."),
    Explanation(
      "'guard' body must not fall through…",
      text: "The braces of `guard … else` must leave: end them with `return`, `throw`, `break` or `continue`."),
    Explanation(
      "'break' is only allowed …", "'continue' is only allowed …",
      text: "There is no loop around this line that it could act on."),
    Explanation(
      "missing argument label '…' in call…",
      text: "Arguments have names in Swift. Write it before the value: `{1} …`."),
    Explanation(
      "missing argument labels '…' in call…",
      text: "Arguments have names in Swift. Write each before its value; here they are `{1}`."),
    Explanation(
      "incorrect argument label in call (have '…', expected '…')", text: "This argument is called `{2}`, not `{1}`."),
    Explanation(
      "incorrect argument labels in call (have '…', expected '…')",
      text: "The arguments are called `{2}`, in this order; the call says `{1}`."),
    Explanation(
      "extraneous argument label '…' in call…", text: "This argument has no name: write only the value, without `{1}`."),
    Explanation(
      "extra argument …in call", "extra arguments at positions …",
      text:
        "The call passes more than the function takes. Remove what is too much, or look at the function's declaration with shift-tab."
    ),
    Explanation(
      "missing argument for parameter '…' in call", text: "The call leaves out `{1}`. Add it: `{1}: …`."),
    Explanation(
      "missing argument for parameter …in call", "missing arguments for parameters … in call",
      text: "The call leaves out something that the function needs. Shift-tab in the parentheses shows what it takes."),
    Explanation(
      "result of call to '…' is unused",
      text:
        "The call works something out and nobody keeps it. Keep it, `let y = …`, or say that you do not want it: `_ = …`."
    ),
    Explanation(
      "result of … is unused", "… literal is unused", "variable is unused",
      text: "This line works something out and does nothing with it. Keep it, `let y = …`, or print it."),
    Explanation(
      "variable '…' was never mutated…", text: "`{1}` never changes, so `let` says it more exactly than `var`."),
    Explanation(
      "initialization of … value '…' was never used…", "… value '…' was never used…",
      text: "`{2}` is made and never read. Remove it, or use `_` for a value that is not wanted."),
    Explanation("will never be executed", text: "The program leaves before it reaches this line."),
  ]
}
