extension Explanation {
  /// Names of PyTorch and transformers, and what stands for them here.
  static let pyTorch: [Explanation] = functions + members + made + prefixed + labels + scopes

  /// What is a method there and a function here.
  private static let functions = [
    "exp", "log", "sqrt", "tanh", "sigmoid", "relu", "gelu", "silu", "abs", "sin", "cos", "erf", "sign", "square",
    "pow", "floor", "ceil", "round", "log1p", "expm1", "softmax", "log_softmax", "logsumexp", "reciprocal",
  ].map { name -> Explanation in
    let renamed = ["log_softmax": "logSoftmax(x)", "logsumexp": "logSumExp(x, axis: 0)", "pow": "pow(x, 3)"]
    return Explanation(
      MessagePattern(stringLiteral: "value of type 'Tensor' has no member '\(name)'"),
      text: "This is a function here, not a method: `\(renamed[name] ?? "\(name)(x)")`.")
  }

  /// What a tensor has by another name.
  private static let members =
    [
      ("permute", "`x.permuted([1, 0])`"), ("unsqueeze", "`x.unsqueezed(0)`"), ("squeeze", "`x.squeezed()`"),
      ("flatten", "`x.flattened()`"), ("expand", "`x.broadcast(to: [2, 3])`"), ("repeat", "`x.repeated([2, 1])`"),
      ("flip", "`x.flipped([0])`"), ("roll", "`x.rolled(by: 1, axis: 0)`"), ("chunk", "`x.chunked(into: 2)`"),
      ("t", "`x.transposed()`"), ("mm", "`a.matmul(b)`"), ("bmm", "`a.matmul(b)`"),
      ("sort", "`x.sorted()`, and `x.argsorted()` for the places"), ("argsort", "`x.argsorted()`"),
      ("topk", "`x.topK(3)`"), ("cumsum", "`x.cumulativeSum(axis: 0)`"), ("prod", "`x.product()`"),
      ("var", "`x.variance()`"), ("clamp", "`x.clipped(to: 0...1)`"), ("clip", "`x.clipped(to: 0...1)`"),
      ("masked_fill", "`x.filled(with: 0, where: mask)`"), ("masked_select", "`x.selecting(where: mask)`"),
      ("index_select", "`x.selecting(indices, axis: 0)`"),
      ("scatter_add", "`x.scatterAdding(numbers, at: indices, axis: 0)`"),
      ("scatter", "`x.scattering(numbers, at: indices, axis: 0)`"), ("tril", "`x.lowerTriangular()`"),
      ("triu", "`x.upperTriangular()`"), ("nonzero", "`x.nonZero()`"), ("eq", "`a .== b`"), ("ne", "`a .!= b`"),
      ("gt", "`a .> b`"), ("lt", "`a .< b`"), ("numel", "`x.count`"), ("ndim", "`x.rank`"), ("dim", "`x.rank`"),
      ("float", "`x.converted(to: .float)`"), ("double", "`x.converted(to: .double)`"),
      ("long", "`x.converted(to: .int)`"), ("int", "`x.converted(to: .int)`"), ("bool", "`x.converted(to: .bool)`"),
      ("to", "`x.converted(to: .int)`; there is no other device than the processor"),
      ("tolist", "`x.floats`, `x.ints` or `x.bools`, all numbers in a row"),
      ("numpy", "`x.floats`, all numbers in a row"),
      ("detach", "`stopGradient(x)`"), ("grad", "`x.gradient`"),
      ("requires_grad", "`x.asParameter()`, and `x.isOnTape` tells"),
      ("add", "`a + b`"), ("sub", "`a - b`"), ("mul", "`a * b`"), ("div", "`a / b`"), ("neg", "`-a`"),
      ("equal", "`a == b`"), ("allclose", "`a.isClose(to: b)`"), ("isclose", "`a.isClose(to: b)`"),
      ("astype", "`x.converted(to: .int)`"), ("type", "`x.dtype`, and `x.converted(to: .int)` changes it"),
      ("diag", "`x.diagonal()`"), ("tile", "`x.repeated([2, 1])`"), ("swapaxes", "`x.transposed(0, 1)`"),
      ("movedim", "`x.permuted([1, 0])`"), ("narrow", "`x.sliced(1..<3, axis: 0)`"), ("nelement", "`x.count`"),
      ("argwhere", "`x.nonZero()`"), ("data", "`stopGradient(x)`"), ("grad_fn", "`x.graph`, a picture"),
      ("isnan", "`x.isNaN()`"), ("isinf", "`x.isInfinite()`"), ("isfinite", "`x.isFinite()`"),
      ("count_nonzero", "`x.nonZeroCount()`"), ("append", "`concatenated([x, y])`"),
      ("values", "`x.max(axis: 0)` itself; the places are `x.argmax(axis: 0)`"),
      ("indices", "`x.argmax(axis: 0)`, the places of the greatest numbers"),
      ("requires_grad_", "`x.asParameter()`"), ("retain_grad", "`x.keepingGradient()`"),
    ].map { name, words in
      Explanation(
        MessagePattern(stringLiteral: "value of type 'Tensor' has no member '\(name)'"),
        text: "What PyTorch calls `\(name)` is here \(words).")
    }
    + ["add_", "sub_", "mul_", "div_", "zero_", "fill_", "copy_", "clamp_", "exp_"].map { name in
      Explanation(
        MessagePattern(stringLiteral: "value of type 'Tensor' has no member '\(name)'"),
        text: "No function changes a tensor in its place. A `var` gets another value: `x = x + 1`, `x *= y`.")
    } + [
      Explanation(
        "value of type 'Tensor' has no member 'clone'",
        text: "A tensor is a value: `var y = x` is a copy, and what happens to it does not happen to `x`."),
      Explanation(
        "value of type 'Tensor' has no member 'cuda'", "value of type 'Tensor' has no member 'cpu'",
        "value of type 'Tensor' has no member 'device'",
        text: "All tensors are in the processor's memory: there is no device to choose."),
      Explanation(
        "'view' is inaccessible due to 'internal' protection level",
        text: "The same numbers in another shape are `x.reshaped(to: [3, 1])`.", coversLine: true),
      Explanation(
        "cannot convert value of type '(UnboundedRange_) -> ()' to expected argument type …",
        text: "Each axis has its own place in the brackets, and `.all` takes a whole one: `x[.all, .all, 0]`."),
      Explanation(
        "value of type '…' has no member 'zero_grad'", text: "Gradients are forgotten by `optimizer.zeroGradients()`."),
      Explanation(
        "value of type '…' has no member 'eval'", "value of type '…' has no member 'train'",
        text: "Whether a model drops out is said by `model.setTraining(false)`, or `true`."),
      Explanation(
        "value of type '…' has no member 'state_dict'", "value of type '…' has no member 'load_state_dict'",
        text:
          "`try model.save(to: \"model.safetensors\")` writes all parameters by name, and `try model.load(from: …)` reads them."
      ),
    ]

  /// What is made by another name.
  private static let made =
    [
      ("cat", "`concatenated([a, b], axis: 0)`"), ("stack", "`stacked([a, b])`"), ("arange", "`Tensor.arange(5)`"),
      ("CrossEntropyLoss", "`crossEntropy(logits, targets)`"), ("MSELoss", "`meanSquaredError(prediction, target)`"),
      ("BCEWithLogitsLoss", "`binaryCrossEntropy(logits: x, targets)`"),
    ].map { name, words in
      Explanation(
        MessagePattern(stringLiteral: "cannot find '\(name)' in scope"),
        text: "What PyTorch calls `\(name)` is here \(words).")
    } + [
      Explanation(
        "cannot find 'nn' in scope", "cannot find 'F' in scope", "cannot find 'optim' in scope",
        text: "Names stand without a prefix here: `Linear(3, 4)`, `softmax(x)`, `AdamW(model)`."),
      Explanation(
        "type 'Tensor' has no member 'zeros_like'", "type 'Tensor' has no member 'ones_like'",
        "type 'Tensor' has no member 'full_like'",
        text: "The shape and the type of another tensor: `Tensor.zeros(like: x)`, `Tensor.full(like: x, 7.5)`."),
      Explanation(
        "type 'Tensor' has no member 'empty'",
        text: "A shape says how large it is to be: `Tensor.zeros(x.shape)`, `Tensor.ones([2, 3])`."),
      Explanation(
        "type 'Tensor' has no member 'randint'",
        text: "Random whole numbers are `Tensor.randomIndices([3], below: 10)`."),
      Explanation(
        "type 'Tensor' has no member 'random'",
        text: "Random numbers from 0 to 1 are `Tensor.uniform([2, 3])`, those that lie around 0 `Tensor.normal([2, "
          + "3])`."),
      Explanation(
        "type 'DType…' has no member '…'", "cannot convert value of type '…' to expected argument type 'DType…'",
        text: "A tensor's numbers are of type `.float`, `.double`, `.int` or `.bool`."),
      Explanation(
        "type 'Tensor' has no member 'randn'",
        text: "Random numbers that lie around 0 are `Tensor.normal([2, 3])`."),
      Explanation(
        "type 'Tensor' has no member 'rand'", text: "Random numbers from 0 to 1 are `Tensor.uniform([2, 3])`."),
      Explanation(
        "type '…' has no member 'from_pretrained'", "type '…' has no member 'fromPretrained'",
        text: "A folder on this machine is loaded by `try {1}.load(from: \"folder\")`."),
      Explanation(
        "ambiguous use of 'infinity'", "ambiguous use of 'nan'",
        text:
          "`Float` has it and `Double` too, and nothing here says which is meant: write `Float.infinity`, `Float.nan`."),
    ]

  /// What begins with the name of the package.
  private static let prefixed =
    [
      ("tensor(", "`Tensor([1, 2])`"), ("zeros_like", "`Tensor.zeros(like: x)`"),
      ("ones_like", "`Tensor.ones(like: x)`"), ("full_like", "`Tensor.full(like: x, 7.5)`"),
      ("isnan", "`x.isNaN()`"), ("isinf", "`x.isInfinite()`"), ("isfinite", "`x.isFinite()`"),
      ("zeros", "`Tensor.zeros([2, 3])`"), ("ones", "`Tensor.ones([2, 3])`"),
      ("randn", "`Tensor.normal([2, 3])`"), ("randint", "`Tensor.randomIndices([3], below: 10)`"),
      ("rand", "`Tensor.uniform([2, 3])`"), ("arange", "`Tensor.arange(5)`"),
      ("manual_seed", "`RandomSource.current.reseed(1)`"), ("cat(", "`concatenated([a, b], axis: 0)`"),
      ("stack(", "`stacked([a, b])`"), ("matmul", "`a.matmul(b)`"), ("where(", "`select(mask, a, b)`"),
      ("equal(", "`a == b`"), ("allclose", "`a.isClose(to: b)`"), ("argmax", "`x.argmax(axis: -1)`"),
      ("max(", "`x.max(axis: -1)`"), ("sum(", "`x.sum(axis: -1)`"), ("mean(", "`x.mean(axis: -1)`"),
      ("save(", "`try model.save(to: \"model.safetensors\")`"),
      ("load(", "`try model.load(from: \"model.safetensors\")`"),
      ("optim.", "`AdamW(model)`, without a prefix"), ("nn.utils.clip_grad", "`optimizer.step(clippingNormTo: 1)`"),
      ("nn.", "`Linear(3, 4)`, without a prefix"),
    ].map { name, words in
      Explanation(
        lines: MessagePattern(stringLiteral: "…torch.\(name)…"), messages: ["cannot find 'torch' in scope"],
        text: "What PyTorch writes with `torch.` is here \(words).", coversLine: false, hidesProposals: false)
    }

  private static let labels = [
    Explanation(
      lines: "…dim: …", "…dim=…", "…keepdim: …", "…keepdim=…",
      messages: [
        "argument passed to call that takes no arguments", "extra argument… in call", "incorrect argument label…",
      ],
      text: "Axes are called so: `x.sum(axis: 0, keepDims: true)`."),
    Explanation(
      lines: "…lr: …", "…lr=…", messages: ["extra argument… in call", "incorrect argument label…"],
      text: "Names are written out: `Adam(model, learningRate: 0.001)`."),
  ]

  private static let scopes = [
    Explanation(
      lines: "with torch.no_grad()…", "with no_grad()…",
      text: "Without gradients is computed what stands in `withoutGradients { … }`.")
  ]
}
