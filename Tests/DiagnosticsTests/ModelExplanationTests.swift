import Testing

@testable import Diagnostics

@Suite("The explanation of a model or a tensor as Python writes it")
struct ModelExplanationTests {
  @Test(
    "says what stands for it",
    arguments: [
      ("p.data", "value of type 'Parameter' has no member 'data'", "`p.value`"),
      ("p.requires_grad = false", "value of type 'Parameter' has no member 'requires_grad'", "`p.isTrainable`"),
      (
        "Tensor(p)", "initializer 'init(_:dtype:)' requires that 'Parameter' conform to 'NestedNumbers'",
        "holds one, `p.value`"
      ),
      ("p + 1", "binary operator '+' cannot be applied to operands of type 'Parameter' and 'Int'", "`p.value`"),
      (
        "model.parameters[0] = Tensor([1])", "cannot assign value of type 'Tensor' to subscript of type 'Parameter'",
        "`model.parameters[0].value = …`"
      ),
      ("class Net(nn.Module):", "expected ':' to begin inheritance clause", "`final class Net: Layer"),
      ("final class Net: nn.Module {", "cannot find type 'nn' in scope", "`final class Net: Layer"),
      (
        "func forward(x: Tensor) -> Tensor { x }",
        "instance method 'forward(x:)' has different argument labels from those required by protocol 'Layer' ('forward')",
        "`func forward(_ x: Tensor) -> Tensor`"
      ),
      ("model(tokens)", "cannot call value of non-function type 'GPT'", "`model.logits(tokens, cache: nil)`"),
      ("t(\"a\")", "cannot call value of non-function type 'CharacterTokenizer'", "`tokenizer.ids(of: text)`"),
      ("model[0].weight", "value of type 'any Layer' has no member 'weight'", "`(model[0] as? Linear)?.weight`"),
      ("model.training", "value of type 'Sequential' has no member 'training'", "`evaluating { model(x) }`"),
      ("model.to(device)", "value of type 'Sequential' has no member 'to'", "no device to choose"),
      ("Conv2d(1, 2)", "cannot find 'Conv2d' in scope", "not among them"),
      ("DataLoader(x)", "cannot find 'DataLoader' in scope", "`x.sliced(i..<i + 32)`"),
      ("optimizer.step(loss)", "missing argument label 'clippingNormTo:' in call", "`loss.backward()` brings"),
      ("optimizer.lr = 1", "value of type 'Adam' has no member 'lr'", "`learningRate`"),
      ("optimizer.param_groups", "value of type 'Adam' has no member 'param_groups'", "`AdamW([ParameterGroup(body"),
      ("s.step()", "value of type 'CosineSchedule' has no member 'step'", "`optimizer.learningRate = schedule"),
      (
        "model.compile(optimizer: \"adam\", loss: .crossEntropy)",
        "cannot convert value of type 'String' to expected argument type 'Optimizer'", "`optimizer: Adam(model"
      ),
      (
        "loss: \"mse\"", "cannot convert value of type 'String' to expected argument type 'Loss'",
        "`loss: .crossEntropy`"
      ),
      (
        "c.fit(x, y, validationSplit: 0.2)",
        "incorrect argument label in call (have '_:_:validationSplit:', expected '_:_:validation:')",
        "`validation: (x.sliced(80...)"
      ),
      (
        "TrainingArguments(output_dir: \"x\")", "extra argument 'output_dir' in call",
        "`arguments.outputFolder = \"run\"`"
      ),
      ("model.generate(x)", "value of type 'GPT' has no member 'generate'", "`TextGenerator(model, tokenizer)"),
      (
        "g.text(after: \"a\", temperature: 0.5)", "extraneous argument label 'temperature:' in call",
        "`GenerationConfiguration(maximumNewTokens: 20"
      ),
      ("plt.plot(x)", "cannot find 'plt' in scope", "`LineChart(values)`"),
      ("torch.manual_seed(0)", "cannot find 'torch' in scope", "`RandomSource.current.reseed(1)`"),
      ("let x = torch.randn(2)", "cannot find 'torch' in scope", "`Tensor.normal([2, 3])`"),
      ("torch.foo(2)", "cannot find 'torch' in scope", "not there in Swift"),
    ])
  func models(_ line: String, _ message: String, _ words: String) { check(line, message, words) }

  @Test(
    "says how a part of a tensor is taken",
    arguments: [
      ("if x .== y {", "cannot convert value of type 'Tensor' to expected condition type 'Bool'", "`(a .== b).all()`"),
      ("x[[0, 1]]", "cannot convert value of type '[Int]' to expected argument type 'Int'", "`x.selecting("),
      ("x.sum(axis: [0, 1])", "cannot convert value of type '[Int]' to expected argument type 'Int'", "`axes: [0, 1]`"),
      ("x[nil, 0]", "'nil' is not compatible with expected argument type 'Int'", "`x[.newAxis, 0]`"),
      ("max(x, 0)", "cannot convert value of type 'Tensor' to expected argument type 'Int'", "`maximum(x, 0)`"),
      ("x + \"a\"", "operator function '+' requires that 'Tensor' conform to 'Sequence'", "`\"x is \\(x)\"`"),
      (
        "Tensor(\"a\")", "cannot convert value of type 'String' to expected argument type 'StoredArray'",
        "`Tensor(indices: tokenizer.ids(of: text))`"
      ),
      (
        "Tensor.zeros((2, 3))", "cannot convert value of type '(Int, Int)' to expected argument type '[Int]'",
        "`[2, 3]`"
      ),
      ("x.mean", "ambiguous use of 'mean'", "`x.mean()`"),
      ("x.equal(y)", "value of type 'Tensor' has no member 'equal'", "`a == b`"),
      ("x.add_(1)", "value of type 'Tensor' has no member 'add_'", "`x = x + 1`"),
      ("Tensor([1], dtype: .float32)", "type 'DType?' has no member 'float32'", "`.float`, `.double`"),
      ("Tensor.zeros_like(x)", "type 'Tensor' has no member 'zeros_like'", "`Tensor.zeros(like: x)`"),
      ("x.isnan()", "value of type 'Tensor' has no member 'isnan'", "`x.isNaN()`"),
      ("x.round()", "value of type 'Tensor' has no member 'round'", "`round(x)`"),
      ("torch.zeros_like(x)", "cannot find 'torch' in scope", "`Tensor.zeros(like: x)`"),
      ("f([1])", "cannot convert value of type '[Int]' to expected argument type 'Tensor'", "`Tensor(indices: x)`"),
      (
        "[1, 2] + 1", "binary operator '+' cannot be applied to operands of type '[Int]' and 'Int'",
        "`Tensor([1, 2, 3]) +"
      ),
      ("Tensor.arange(0, 10)", "missing argument labels 'from:to:' in call", "here they are `from:to:`"),
    ])
  func parts(_ line: String, _ message: String, _ words: String) { check(line, message, words) }

  @Test("names the sizes that do not fit") func sizes() {
    check(
      "a.then(b)",
      "instance method 'then' requires the types 'Sized.Features<8>' and 'Sized.Features<9>' be equivalent",
      "gives 8 features, and the next one takes 9")
    check(
      "a.matmul(a)", "cannot convert value of type 'Matrix<2, 3>' to expected argument type 'Matrix<3, 3>'",
      "this is a `Matrix<2, 3>`, and what goes here is a `Matrix<3, 3>`")
  }

  @Test("is not given to what only follows from an unknown name")
  func consequences() throws {
    for source in ["model.logits(3, cache: nil)", "model.fit(.all)"] {
      let report = try Compiler.report(of: source + "\n")
      #expect(report.contains("cannot find 'model' in scope"))
      #expect(!report.contains("contextual"))
    }
    #expect(try Compiler.report(of: "let x = nil\n").contains("contextual"))
  }

  @Test("tells of layers only where one's own type is called") func ownTypes() {
    let message = "cannot call value of non-function type 'Net'"
    let own = Explanation.find(for: message, in: ExplainedSource(line: "net(x)", rest: "(x)") { $0 == "Net" })
    #expect(own?.sentences.contains("`final class Net: Layer`") == true)
    let other = Explanation.find(for: message, in: ExplainedSource(line: "net(x)", rest: "(x)"))
    #expect(other?.sentences.contains("Layer") == false)
  }

  private func check(_ line: String, _ message: String, _ words: String) {
    let found = Explanation.find(for: message, in: ExplainedSource(line: line, rest: line))
    #expect(found?.sentences.contains(words) == true, "\(found?.sentences ?? "nothing")")
  }
}
