extension Explanation {
  /// Tensors where numbers are wanted, and the other way round.
  static let tensors: [Explanation] = [
    Explanation(
      lines: "…Tensor(…, …)…",
      messages: ["missing argument label…", "cannot convert value of type 'Int' to expected argument type '[Int]'"],
      text:
        "The numbers of a tensor stand in square brackets: `Tensor([1, 2, 3])`, row by row `Tensor([[1, 2], [3, 4]])`."),
    Explanation(
      lines: "…Tensor.zeros(…", "…Tensor.ones(…", "…Tensor.full(…", "…Tensor.normal(…", "…Tensor.uniform(…",
      messages: ["cannot convert value of type 'Int' to expected argument type '[Int]'"],
      text: "A shape stands in square brackets: `Tensor.zeros([2, 3])`."),
    Explanation(
      "cannot convert value of type '(Tensor) -> Tensor' to expected … type '…'",
      text: "A function is no layer. The layers of functions are called `ReLU()`, `GELU()`, `Tanh()`, `Sigmoid()`."),
    Explanation(
      "… requires that 'Tensor' conform to 'RangeExpression'",
      text: "An index is an `Int`, and this is a tensor. Make one of its number: `x.intItem`. Several rows are taken "
        + "by `x.selecting(indices)`, and what a mask lets through by `x.selecting(where: mask)`."
    ),
    Explanation(
      "… requires that 'Float' conform to 'RangeExpression'", "… requires that 'Double' conform to 'RangeExpression'",
      text: "An index is a whole number: `Int(x)` makes one of a decimal number."),
    Explanation(
      "referencing operator function '<' on '…' requires that 'Tensor' conform to '…'",
      "referencing operator function '>' on '…' requires that 'Tensor' conform to '…'",
      "referencing operator function '<=' on '…' requires that 'Tensor' conform to '…'",
      "referencing operator function '>=' on '…' requires that 'Tensor' conform to '…'",
      text:
        "Tensors are compared place by place, with a point before the sign: `a .> b`. Of a tensor that holds one number, "
        + "compare that: `x.item > 0`."),
    Explanation(
      "… requires that 'Tensor' conform to 'Comparable'",
      text:
        "`maximum(a, b)` compares two tensors place by place, and `x.max()` is the greatest number of one. The number "
        + "of a tensor that holds one is `x.item`."),
    Explanation(
      "initializer … requires that 'Tensor' conform to '…'", "no exact matches in call to initializer…",
      text:
        "A number of that type cannot be made from this value. If it is a tensor that holds one number, `x.item` is that "
        + "number, `x.doubleItem` the same as a `Double` and `x.intItem` as an `Int`."),
    Explanation(
      "for-in loop requires 'Tensor' to conform to 'Sequence'",
      text: "Walk through the places of a tensor, `for i in 0..<x.shape[0] { … x[i] … }`, or through its numbers, "
        + "`for number in x.floats { … }`."),
    Explanation(
      "cannot convert return expression of type 'Tensor' to return type 'Double'",
      "cannot convert value of type 'Tensor' to … type 'Double'", "cannot assign value of type 'Tensor' to … 'Double'",
      "no 'subscript' candidates produce the expected contextual result type 'Double'",
      text: "A `Double` is wanted, and this is a tensor. If it holds one number, that is `.doubleItem`."),
    Explanation(
      "cannot convert return expression of type 'Tensor' to return type 'Float'",
      "cannot convert value of type 'Tensor' to … type 'Float'", "cannot assign value of type 'Tensor' to … 'Float'",
      "no 'subscript' candidates produce the expected contextual result type 'Float'",
      text: "A `Float` is wanted, and this is a tensor. If it holds one number, that is `.item`."),
    Explanation(
      lines: "… += …", "… -= …", "… *= …", "… /= …",
      messages: ["cannot convert value of type 'Tensor' to expected argument type 'Int'"],
      text: "What stands before the sign is changed, so it has to be a `var`; a tensor made with `let` stays as it is. "
        + "To add up losses begin with `var total = 0.0`, and then `total += loss.doubleItem`."),
    Explanation(
      lines: "…^…",
      messages: [
        "cannot convert value of type '…' to expected argument type 'Int'", "binary operator '^' cannot be applied …",
      ], text: powers, coversLine: false),
    Explanation(
      "cannot convert return expression of type 'Tensor' to return type 'Int'",
      "cannot convert value of type 'Tensor' to … type 'Int'", "cannot assign value of type 'Tensor' to … 'Int'",
      "no 'subscript' candidates produce the expected contextual result type 'Int'",
      text: "An `Int` is wanted, and this is a tensor. If it holds one number, that is `.intItem`."),
    Explanation(
      "cannot convert value of type 'Int' to expected argument type 'Tensor'",
      "cannot convert value of type 'Float' to expected argument type 'Tensor'",
      "cannot convert value of type 'Double' to expected argument type 'Tensor'",
      text:
        "A tensor is wanted, and this is a number: `Tensor(x)` makes a tensor of it. (`sqrt`, `exp` and their like for "
        + "plain numbers come with `import Foundation`.)"),
    Explanation(
      "cannot convert value of type '[…]' to … type 'Tensor'",
      "cannot convert return expression of type '[…]' to return type 'Tensor'",
      text: "A tensor is wanted, and this is an array: `Tensor(x)` makes a tensor of it."),
    Explanation(
      "cannot convert return expression of type '…' to return type 'Tensor'",
      "cannot convert value of type '…' to specified type 'Tensor'", "cannot assign value of type '…' to … 'Tensor'",
      text: "A tensor is wanted, and this is a `{1}`. `Tensor(x)` makes one of a number or an array."),
    Explanation(
      "cannot convert value of type 'Int' to expected argument type '[Int]'",
      text: "A row of whole numbers is wanted, even if it holds only one: `[3]`. A shape is such a row: `[2, 3]`."),
    Explanation(
      "value of type 'Tensor' has no member 'T'", "value of type 'Tensor' has no member 'transpose'",
      text: "Rows and columns change places with `x.transposed()`."),
    Explanation(
      "value of type 'Tensor' has no member 'reshape'", "value of type 'Tensor' has no member 'view'",
      text: "The same numbers in another shape are `x.reshaped(to: [3, 1])`."),
    Explanation(
      "value of type 'Tensor' has no member 'size'",
      text: "A tensor's extents are `x.shape`, the number of its elements is `x.count`."),
    Explanation(
      "value of type 'Tensor' has no member 'std'",
      text: "Swift writes names out: `x.standardDeviation()`."),
    Explanation(
      "cannot find 'matmul' in scope", text: "The product of matrices belongs to the first one: `a.matmul(b)`."),
    Explanation(
      "cannot find 'zeros' in scope", "cannot find 'ones' in scope", "cannot find 'randn' in scope",
      text: "Tensors are made by their type, and a shape stands in brackets: `Tensor.zeros([2, 3])`."),
    Explanation(
      "… requires the types '…' (aka 'Character') and 'String' be equivalent",
      text: "A list of texts is wanted, and this is one text. Put brackets around it: `[\"a text\"]`."),
  ]

  static let powers =
    "Swift has no sign for powers: write `b * b` for a square, and `pow(b, 3)` for others (for plain numbers after "
    + "`import Foundation`)."
}
