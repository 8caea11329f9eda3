import Displays

extension CheckpointDescription {
  /// The same body under a head.
  ///
  /// - Parameters:
  ///   - head: What stands behind the family's name in Hugging Face's names: `ForMaskedLM`.
  ///   - labels: The names of the classes.
  ///   - problemType: What the scores stand for.
  ///   - paddingToken: The token that short texts are filled up with.
  func under(
    _ head: String, labels: [String]? = nil, problemType: ProblemType? = nil, paddingToken: Int? = nil
  ) -> CheckpointDescription {
    var members = configuration
    members["architectures"] = [.string(format.architecture + head)]
    if let labels {
      let named = labels.enumerated().map { (String($0.offset), $0.element) }
      members["id2label"] = .object(Dictionary(named.map { ($0.0, .string($0.1)) }) { first, _ in first })
      members["label2id"] = .object(Dictionary(named.map { ($0.1, .integer(Int($0.0) ?? 0)) }) { first, _ in first })
    }
    if let problemType { members["problem_type"] = .string(problemType.rawValue) }
    if let paddingToken { members["pad_token_id"] = .integer(paddingToken) }
    return CheckpointDescription(format: format, bodyPath: "body.", isBodyAlone: false, configuration: members)
  }
}

extension GPT: PretrainedModel {
  public var checkpointDescription: CheckpointDescription {
    CheckpointDescription(
      format: .gpt2, bodyPath: "", isBodyAlone: !hasHead,
      configuration: configuration.members([hasHead ? "GPT2LMHeadModel" : "GPT2Model"]))
  }
}

extension Llama: PretrainedModel {
  public var checkpointDescription: CheckpointDescription {
    CheckpointDescription(
      format: .llama, bodyPath: "", isBodyAlone: !hasHead,
      configuration: configuration.members([hasHead ? "LlamaForCausalLM" : "LlamaModel"]))
  }
}

extension BERT: PretrainedModel {
  public var checkpointDescription: CheckpointDescription {
    let format: CheckpointFormat = configuration.typeCount == 0 ? .distilBERT : .bert
    return CheckpointDescription(
      format: format, bodyPath: "", isBodyAlone: true,
      configuration: configuration.members([.string("\(format.architecture)Model")]))
  }
}

extension MaskedLanguageModel: PretrainedModel {
  public var checkpointDescription: CheckpointDescription { body.checkpointDescription.under("ForMaskedLM") }
}

extension SequenceClassifier: PretrainedModel {
  public var checkpointDescription: CheckpointDescription {
    body.checkpointDescription.under("ForSequenceClassification", labels: labels, problemType: problemType)
  }
}

extension CausalSequenceClassifier: PretrainedModel {
  public var checkpointDescription: CheckpointDescription {
    body.checkpointDescription.under(
      "ForSequenceClassification", labels: labels, problemType: problemType, paddingToken: paddingToken)
  }
}

extension TokenClassifier: PretrainedModel {
  public var checkpointDescription: CheckpointDescription {
    body.checkpointDescription.under("ForTokenClassification", labels: labels)
  }
}

extension QuestionAnswerer: PretrainedModel {
  public var checkpointDescription: CheckpointDescription { body.checkpointDescription.under("ForQuestionAnswering") }
}
