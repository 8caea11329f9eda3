extension Explanation {
  /// Whole numbers where decimal ones are wanted, with a division among them.
  static let conversions: [Explanation] = [
    Explanation(
      lines: "…/…",
      messages: [
        "cannot convert value of type 'Int' to … 'Double'", "cannot convert value of type 'Int' to … 'Float'",
        "cannot assign value of type 'Int' to … 'Double'", "cannot assign value of type 'Int' to … 'Float'",
        "cannot convert return expression of type 'Int' to return type 'Double'",
        "cannot convert return expression of type 'Int' to return type 'Float'",
      ],
      text: "Whole numbers divided drop the remainder: 1 / 2 is 0. Convert before you divide: `Double(a) / Double(b)`.",
      coversLine: false, hidesProposals: false),
    Explanation(
      lines: "…reduce(…",
      messages: ["cannot convert value of type '(…) -> …' to expected argument type '(…, …) throws -> …'"],
      text: "Whole numbers and decimal ones are mixed here. Convert the whole ones: `Double(values.reduce(0, +))`, "
        + "`Double(values.count)`."),
  ]

  /// Operators that a type does not have.
  static let operators: [Explanation] = [
    Explanation(
      "binary operator '^' cannot be applied …", text: powers),
    Explanation(
      "binary operator '*' cannot be applied to operands of type 'String' and 'Int'",
      "binary operator '*' cannot be applied to operands of type 'Int' and 'String'",
      text: "A text is repeated with `String(repeating: \"a\", count: 3)`."),
    Explanation(
      "binary operator '*' cannot be applied to operands of type '[…]' and 'Int'",
      text:
        "An array of equal values is `Array(repeating: 0, count: 3)`. To multiply each value: `values.map { $0 * 2 }`."),
    Explanation(
      "binary operator '…' cannot be applied to operands of type '[Int]' and 'Int'",
      "binary operator '…' cannot be applied to operands of type '[Double]' and 'Double'",
      "binary operator '…' cannot be applied to operands of type '[Float]' and 'Float'",
      "binary operator '…' cannot be applied to two '[Int]' operands",
      "binary operator '…' cannot be applied to two '[Double]' operands",
      "binary operator '…' cannot be applied to two '[Float]' operands",
      text: "`{1}` goes through no array by itself. A tensor does: `Tensor([1, 2, 3]) {1} Tensor([4, 5, 6])`; for an "
        + "array there is `values.map { … }`."),
    Explanation(
      "referencing operator function '==' on … requires that '…' conform to '…'",
      text: "Swift does not know when two `{2}` values are equal. Say it where `{2}` is declared: "
        + "`struct {2}: Equatable { … }`.", ownType: 2),
    Explanation(
      "referencing operator function '…' on … requires that '…' conform to '…'",
      text:
        "There is no `{1}` for two `{3}` values yet. `static func {1} (a: {3}, b: {3}) -> {3} { … }` in an extension of "
        + "`{3}` makes one.", ownType: 3),
    Explanation(
      lines: "… + …", "… - …", "… * …", "… / …",
      messages: ["cannot convert value of type '…' to expected argument type 'Int'"],
      text: "There is no such operator for a `{1}` and this other value. A function makes one, for instance "
        + "`static func * (a: {1}, b: {1}) -> {1} { … }` in an extension of `{1}`.", ownType: 1),
    Explanation(
      "unary operator '…' cannot be applied to an operand of type '…'",
      text:
        "`{1}` before a `{2}` has no meaning yet. `static prefix func {1} (a: {2}) -> {2} { … }` in an extension of `{2}` "
        + "gives it one.", ownType: 2),
  ]
}
