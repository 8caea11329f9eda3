import Evaluation
import LanguageModels
import NeuralNetworks
import Tensors

/// A model with the head that its folder names.
struct LoadedModel {
  let module: any Module
  /// Its sizes by name.
  let sizes: [(String, Int)]
  /// What it costs, if it writes.
  let estimate: Estimate?
  /// Everything that it gives for a row of tokens, by name.
  let outputs: (_ tokens: Tensor, _ types: Tensor?) -> [(name: String, values: Tensor)]
  /// How many tokens there are, and how many it looks at.
  let vocabularySize: Int
  let contextLength: Int
  /// How many parts of a text it tells apart.
  let typeCount: Int

  init(folder: String, _ facts: ModelFacts, report: (LoadingReport) -> Void) throws {
    let (family, architecture) = (facts.family, facts.architecture ?? "")
    if architecture.hasSuffix("ForSequenceClassification") {
      let model = try AutoModelForSequenceClassification.load(from: folder, report: report)
      self.init(model, model.body) { [("logits", model($0, types: $1, mask: nil))] }
    } else if architecture.hasSuffix("ForTokenClassification") {
      let model = try AutoModelForTokenClassification.load(from: folder, report: report)
      self.init(model, model.body) { [("logits", model($0, types: $1))] }
    } else if architecture.hasSuffix("ForQuestionAnswering") {
      let model = try AutoModelForQuestionAnswering.load(from: folder, report: report)
      self.init(model, model.body) { tokens, types in
        let scores = model(tokens, types: types)
        return [("start_logits", scores.start), ("end_logits", scores.end)]
      }
    } else if family == "gpt2" || family == "llama", !["GPT2Model", "LlamaModel"].contains(architecture) {
      let model = try AutoModelForCausalLM.load(from: folder, report: report)
      self.init(model, model) { tokens, _ in [("logits", model.logits(tokens, cache: nil))] }
    } else if architecture.hasSuffix("ForMaskedLM") || architecture.hasSuffix("ForPreTraining") {
      let model = try AutoModelForMaskedLM.load(from: folder, report: report)
      self.init(model, model.body) { [("logits", model($0, types: $1))] }
    } else {
      if !architecture.isEmpty, !architecture.hasSuffix("Model") {
        Output.note("The head of \(architecture) is not known here: what there is are the features.")
      }
      let model = try AutoModel.load(from: folder, report: report)
      self.init(model, model) { tokens, types in
        let hidden = model(tokens, types: types)
        guard let encoder = model as? BERT, encoder.pooler != nil else { return [("last_hidden_state", hidden)] }
        return [("last_hidden_state", hidden), ("pooler_output", encoder.summary(hidden))]
      }
    }
  }

  private init(
    _ module: any Module, _ body: any Module, _ outputs: @escaping (Tensor, Tensor?) -> [(name: String, values: Tensor)]
  ) {
    (self.module, self.outputs) = (module, outputs)
    if let encoder = body as? BERT {
      let found = encoder.configuration
      estimate = nil
      (vocabularySize, contextLength) = (found.vocabularySize, found.contextLength)
      typeCount = max(found.typeCount, 1)
      sizes = [
        ("vocabulary", found.vocabularySize), ("context", found.contextLength), ("layers", found.layers),
        ("heads", found.heads), ("features", found.features),
      ]
      return
    }
    let found: ModelSizes? =
      switch body {
      case let gpt as GPT: ModelSizes(gpt.configuration)
      case let llama as Llama: ModelSizes(llama.configuration)
      default: nil
      }
    // What it costs to write can be said of a model that writes.
    let writes = (module as? GPT)?.hasHead ?? (module as? Llama)?.hasHead ?? false
    estimate = writes ? found.map { Estimate($0) } : nil
    (vocabularySize, contextLength) = (found?.vocabulary ?? 0, found?.context ?? .max)
    typeCount = 1
    sizes =
      found.map { found in
        [
          ("vocabulary", found.vocabulary), ("context", found.context), ("layers", found.layers),
          ("heads", found.heads), ("key_value_heads", found.keyValueHeads), ("features", found.features),
          ("hidden", found.hidden),
        ]
      } ?? []
  }
}
