extension Explanation {
  /// Parts and comparisons of tensors as Python writes them, and arrays in the place of tensors.
  static let indices: [Explanation] = parts + uncalled

  private static let parts: [Explanation] = [
    Explanation(
      "cannot convert value of type 'Tensor' to expected condition type 'Bool'",
      text: "A comparison of tensors has an answer for each place. One answer is `(a .== b).all()`, `(a .> 2).any()`, "
        + "or `a == b` for whether all is the same."),
    Explanation(
      lines: "…axis: […",
      messages: ["cannot convert value of type '[Int]' to expected argument type 'Int'"],
      text: "Several axes are named so: `axes: [0, 1]`.", coversLine: false),
    Explanation(
      lines: "…[[…",
      messages: ["cannot convert value of type '[Int]' to expected argument type 'Int'"],
      text: "Several places at once are taken by `x.selecting(Tensor(indices: [0, 2]))`, of another axis with `axis: "
        + "1`.",
      coversLine: false),
    Explanation(
      lines: "…[nil…", "…, nil…]…",
      messages: ["'nil' is not compatible with expected argument type 'Int'"],
      text: "A new axis is `.newAxis`: `x[.newAxis, 0]`, or `x.unsqueezed(0)`."),
    Explanation(
      lines: "…[None…", "…, None…]…", messages: ["cannot find 'None' in scope"],
      text: "A new axis is `.newAxis`: `x[.newAxis, 0]`, or `x.unsqueezed(0)`. Swift's word for nothing is `nil`."),
    Explanation(
      lines: "max(…", "…(max(…", "… max(…", "min(…", "…(min(…", "… min(…",
      messages: [
        "cannot convert value of type 'Tensor' to expected argument type 'Int'",
        "cannot convert value of type 'Tensor' to expected argument type 'Never'",
      ],
      text: "The greatest number of a tensor is `x.max()`; `maximum(x, 0)` compares place by place."),
    Explanation(
      "operator function '…' requires that 'Tensor' conform to '…'",
      text: "A tensor is computed with tensors and numbers. An array becomes one by `Tensor([1, 2])`, and into a text "
        + "a tensor goes by `\"x is \\(x)\"`."),
    Explanation(
      "global function 'zip' requires that 'Tensor' conform to 'Sequence'",
      text: "Walk through the places of both tensors: `for i in 0..<x.shape[0] { … x[i], y[i] … }`."),
    Explanation(
      "cannot convert value of type 'String' to expected argument type 'StoredArray'",
      text: "A tensor is made of numbers. Those of a text are what a tokenizer makes of it: `Tensor(indices: "
        + "tokenizer.ids(of: text))`."),
    Explanation(
      "cannot convert value of type '(Int, …)' to expected argument type '[Int]'",
      text: "A shape stands in square brackets: `[2, 3]`."),
    Explanation(
      "type '(…)' cannot conform to 'NestedNumbers'",
      text: "A tensor is made of an array, in square brackets: `Tensor([1, 2])`."),
    Explanation(
      "cannot convert value of type '[Int]' to specified type '(…)'",
      text: "An array is taken apart place by place: `let rows = x.shape[0], columns = x.shape[1]`."),
    Explanation(
      "cannot convert value of type '[Int]' to expected argument type 'Tensor'",
      text: "A tensor is wanted, and this is an array: `Tensor(x)` makes one, and `Tensor(indices: x)` one of whole "
        + "numbers, which tokens and classes have to be."),
  ]

  /// Methods without their parentheses.
  private static let uncalled = [
    "sum", "mean", "max", "min", "argmax", "argmin", "norm", "product", "variance", "standardDeviation", "sorted",
    "transposed", "squeezed", "any", "all",
  ].map { name in
    Explanation(
      lines: MessagePattern(stringLiteral: "….\(name)"), MessagePattern(stringLiteral: "….\(name) …"),
      messages: [MessagePattern(stringLiteral: "ambiguous use of '\(name)'")],
      text: "A function is called with parentheses: `x.\(name)()`.")
  }
}
