extension Explanation {
  /// Models, their parameters, and how they are trained, as somebody writes it who comes from PyTorch or Keras.
  static let models: [Explanation] = parameters + layers + optimizers + trainings

  private static let parameters: [Explanation] = [
    Explanation(
      "value of type 'Parameter' has no member 'data'", "value of type 'Parameter' has no member 'grad'",
      "value of type 'Parameter' has no member 'item'", "value of type 'Parameter' has no member 'detach'",
      "value of type 'Parameter' has no member 'numpy'", "value of type 'Parameter' has no member 'tensor'",
      text: "The numbers of a parameter are the tensor `p.value`, and what has come back to them is `p.gradient`."),
    Explanation(
      "value of type 'Parameter' has no member 'requires_grad'", "value of type 'Parameter' has no member 'isFrozen'",
      "value of type 'Parameter' has no member 'requires_grad_'", "value of type 'Parameter' has no member 'freeze'",
      "value of type 'Parameter' has no member 'frozen'",
      text: "Whether a parameter learns is `p.isTrainable`. `model.freeze()` makes all of a model constants."),
    Explanation(
      "cannot convert value of type 'Parameter' to … type 'Tensor'",
      "cannot convert return expression of type 'Parameter' to return type 'Tensor'",
      "cannot convert value of type 'Parameter' to expected argument type 'Int'",
      "… requires that 'Parameter' conform to '…'", "for-in loop requires 'Parameter' to conform to 'Sequence'",
      "binary operator '…' cannot be applied to operands of type 'Parameter' and '…'",
      "binary operator '…' cannot be applied to operands of type '…' and 'Parameter'",
      "binary operator '…' cannot be applied to two 'Parameter' operands",
      text: "A parameter is no tensor but holds one, `p.value`. Compute with that, and change it by `p.value = p.value "
        + "* 0.5`."),
    Explanation(
      "cannot assign through subscript: 'parameters' is a get-only property",
      "cannot assign value of type 'Tensor' to subscript of type 'Parameter'",
      "cannot assign value of type 'Tensor' to type 'Parameter'",
      text: "The parameter itself stays, and gets other numbers: `model.parameters[0].value = …`."),
  ]

  private static let layers: [Explanation] = [
    Explanation(
      lines: "class …(nn.Module)…", "class …(Module)…", "class …(torch.nn.Module)…", "…class …: nn.Module…",
      text: "A model is a class that says `: Layer`. Its layers are properties, and `forward` says what they do: "
        + "`final class Net: Layer { let a = Linear(3, 2); func forward(_ x: Tensor) -> Tensor { relu(a(x)) } }`."),
    Explanation(
      "instance method 'forward(…)' has different argument labels from those required by protocol 'Layer' …",
      text: "The input has no name for the caller: `func forward(_ x: Tensor) -> Tensor`."),
    Explanation(
      "type '…' does not conform to protocol 'Layer'",
      text: "A layer needs a function that turns one tensor into another: `func forward(_ x: Tensor) -> Tensor`."),
    Explanation(
      "'super' cannot be used in non-class type '…'", "'super' members cannot be referenced in a root class",
      text: "There is nothing above this type, so there is no `super`. Leave the line out."),
    Explanation(
      "cannot call value of non-function type 'GPT'", "cannot call value of non-function type 'Llama'",
      text: "A model that writes gives scores for the next token by `model.logits(tokens, cache: nil)`."),
    Explanation(
      "cannot call value of non-function type '…Tokenizer'",
      text: "A tokenizer turns a text into numbers by `tokenizer.ids(of: text)`, and back by `tokenizer.text(of: "
        + "ids)`."),
    Explanation(
      "cannot call value of non-function type '…'",
      text: "A `{1}` can be called like a function if it is a layer: say `final class {1}: Layer`, and give it a "
        + "function `forward(_ x: Tensor) -> Tensor`.", ownType: 1),
    Explanation(
      "value of type 'any Layer' has no member '…'",
      text: "Which kind of layer this is is known only when the program runs. Say which you mean, `(model[0] as? "
        + "Linear)?.weight`, or give the layer a name of its own before it goes into the model."),
    Explanation(
      "value of type '…' has no member 'training'",
      text: "A model is told by `model.setTraining(true)` or `false` whether it is being trained. Each layer to which "
        + "it matters knows that, as in `dropout.isTraining`, and `evaluating { model(x) }` computes as in use."),
    Explanation(
      "value of type '…' has no member 'requires_grad_'",
      text: "`model.freeze()` makes all parameters constants, and `model.freeze(false)` lets them learn again."),
    Explanation(
      lines: "….to(\"\"…", "….to(device…", "….cuda()…", "….cpu()…",
      messages: [
        "value of type '…' has no member 'to'", "value of type '…' has no member 'cuda'",
        "value of type '…' has no member 'cpu'",
      ],
      text: "Models and tensors are in the processor's memory: there is no device to choose."),
    Explanation(
      "value of type '…' has no member 'named_parameters'", text: "Names are written out: `model.namedParameters`."),
    Explanation(
      "value of type '…' has no member 'named_modules'", "value of type '…' has no member 'modules'",
      "value of type '…' has no member 'children'",
      text: "All parts of a model with their names are `model.namedModules`."),
    Explanation(
      "value of type '…' has no member 'register_forward_hook'", "value of type '…' has no member 'register_hook'",
      text: "What the parts of a model give while it computes is kept by `model.capturing { _ = model(x) }`."),
    Explanation(
      "cannot find 'ModuleList' in scope", "cannot find 'ModuleDict' in scope", "cannot find 'ParameterList' in scope",
      text: "Layers in an array or a dictionary are found as they are: `let blocks: [Linear]`."),
    Explanation(
      "cannot find 'Conv1d' in scope", "cannot find 'Conv2d' in scope", "cannot find 'MaxPool2d' in scope",
      "cannot find 'BatchNorm1d' in scope", "cannot find 'BatchNorm2d' in scope",
      text: "The layers here are those that language models are made of, and this one is not among them."),
    Explanation(
      "cannot find 'DataLoader' in scope", "cannot find 'TensorDataset' in scope", "cannot find 'Dataset' in scope",
      text: "`fit` cuts examples into batches and mixes them by itself. By hand a batch is `x.sliced(i..<i + 32)`."),
  ]

  private static let optimizers: [Explanation] = [
    Explanation(
      lines: "….step(…", messages: ["missing argument label 'clippingNormTo:' in call"],
      text: "A step is told no loss: `loss.backward()` brings the gradients to the parameters, then comes "
        + "`optimizer.step()`."),
    Explanation(
      "value of type '…' has no member 'lr'", "value of type '…' has no member 'learning_rate'",
      text: "Names are written out: `learningRate`."),
    Explanation(
      "value of type '…' has no member 'param_groups'",
      text: "The rate of all is `optimizer.learningRate`. Parts with a rate of their own are named when the optimizer "
        + "is made: `AdamW([ParameterGroup(body, learningRateScale: 0.1), ParameterGroup(head)])`."),
    Explanation(
      "value of type 'CosineSchedule' has no member 'step'", "value of type 'LinearSchedule' has no member 'step'",
      "value of type 'StepSchedule' has no member 'step'", "value of type 'OneCycleSchedule' has no member 'step'",
      text: "A schedule is asked before each step: `optimizer.learningRate = schedule.learningRate(at: i)`."),
    Explanation(
      "cannot find 'clip_grad_norm_' in scope", "cannot find 'clip_grad_value_' in scope",
      text: "Gradients are clipped in the step, `optimizer.step(clippingNormTo: 1)`, or before it, `clipGradients(of: "
        + "model, toNorm: 1)`."),
    Explanation(
      "cannot convert value of type 'String' to expected argument type 'Optimizer'",
      text: "An optimizer is made with the parameters that it changes: `optimizer: Adam(model, learningRate: 0.001)`."),
    Explanation(
      "cannot convert value of type 'String' to expected argument type 'Loss'",
      text: "A loss is named with a point: `loss: .crossEntropy`, `.meanSquaredError` or `.binaryCrossEntropy`."),
    Explanation(
      "cannot convert value of type 'String' to expected element type 'Metric'",
      "cannot convert value of type '[String]' to expected argument type '[Metric]'",
      text: "Metrics are named with a point: `metrics: [.accuracy]`."),
  ]

  private static let trainings: [Explanation] = [
    Explanation(
      lines: "….fit(…validation…",
      messages: [
        "cannot convert value of type 'Double' to expected argument type '(x: Tensor, y: Tensor)'",
        "incorrect argument label in call …", "extra argument 'validation…' in call",
      ],
      text: "`fit` holds nothing back by itself. Keep some examples apart and give it these: `validation: "
        + "(x.sliced(80...), y.sliced(80...))`."),
    Explanation(
      "extra argument 'num_train_epochs' in call", "extra argument 'output_dir' in call",
      "extra argument 'per_device_train_batch_size' in call", "extra argument 'outputFolder' in call",
      text: "`TrainingArguments(epochs: 3, batchSize: 8, learningRate: 5e-5)` is made with these three. The others are "
        + "set afterwards: `arguments.outputFolder = \"run\"`."),
    Explanation(
      "value of type '…' has no member 'generate'",
      text: "A generator writes texts: `TextGenerator(model, tokenizer).text(after: \"Once\")`."),
    Explanation(
      lines: "….text(…", "….texts(…",
      messages: [
        "extraneous argument label 'temperature:' in call", "extraneous argument label 'maximumNewTokens:' in call",
        "extraneous argument label 'topK:' in call", "extraneous argument label 'topP:' in call",
        "extra argument… in call", "extra arguments at positions … in call",
      ],
      text: "How a text is written stands in a configuration: `GenerationConfiguration(maximumNewTokens: 20, "
        + "temperature: 0.8)`."),
    Explanation(
      "extra argument 'max_new_tokens' in call", "extra argument 'do_sample' in call", "extra argument 'top_k' in call",
      "extra argument 'top_p' in call", "extra argument 'num_beams' in call",
      text: "Names are written out: `GenerationConfiguration(maximumNewTokens: 20, temperature: 0.8, topK: 50, topP: "
        + "0.9)`."
    ),
    Explanation(
      "value of type '…' has no member 'decode'", text: "Numbers become a text again by `tokenizer.text(of: ids)`."),
    Explanation(
      "value of type '…' has no member 'vocab_size'", text: "Names are written out: `vocabularySize`."),
    Explanation(
      "cannot find 'plt' in scope", "cannot find 'matplotlib' in scope",
      text: "A line is drawn by `LineChart(values)` as the last line, bars by `BarChart`, points by `ScatterChart`."),
  ]
}
