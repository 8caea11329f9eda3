import NeuralNetworks

/// Loads models that write: GPT-2 and Llama.
///
///     let model = GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
///     try model.savePretrained(to: folder)
///     try AutoModelForCausalLM.load(from: folder).parameterCount == model.parameterCount     // true
///
/// The names of this and the other loaders are those of Hugging Face's `transformers`. A folder holds `config.json` and
/// `model.safetensors`, the latter in one file or in shards.
public enum AutoModelForCausalLM {
  /// - Parameter report: Told what the checkpoint lacks; it is said on the standard output unless told otherwise.
  /// - Throws: ``CheckpointError`` for settings and tensors, `FileError` and `TensorFileError` for files.
  public static func load(
    from folder: String, report: (LoadingReport) -> Void = { $0.announce() }
  ) throws -> any CausalLanguageModel & PretrainedModel {
    let folder = try ModelFolder(folder)
    switch folder.family {
    case .gpt2:
      let configuration = try GPTConfiguration(folder.file)
      return try folder.loaded(numberCount: configuration.numberCount, report) { GPT(configuration) }
    case .llama:
      let configuration = try LlamaConfiguration(folder.file)
      return try folder.loaded(numberCount: configuration.numberCount, report) { Llama(configuration) }
    case .bert, .distilbert:
      throw CheckpointError(
        folder.file.path, .task("a model that writes", found: "model that reads (\(folder.family.rawValue))"))
    }
  }
}

/// Loads bodies without a head: BERT and DistilBERT, GPT-2 and Llama.
///
///     let body = try AutoModel.load(from: folder)
///     body(Tensor([[3, 1, 4]], dtype: .int)).shape     // [1, 3, 32]
///
/// An encoder is a ``BERT``, which has a ``BERT/summary(_:)`` besides: `body as? BERT`.
public enum AutoModel {
  /// - Parameter report: Told what the checkpoint lacks; it is said on the standard output unless told otherwise.
  /// - Throws: ``CheckpointError`` for settings and tensors, `FileError` and `TensorFileError` for files.
  public static func load(
    from folder: String, report: (LoadingReport) -> Void = { $0.announce() }
  ) throws -> any TransformerBody {
    let folder = try ModelFolder(folder)
    switch folder.family {
    case .gpt2:
      let configuration = try GPTConfiguration(folder.file)
      return try folder.loaded(numberCount: configuration.numberCount, report) { GPT(configuration, hasHead: false) }
    case .llama:
      let configuration = try LlamaConfiguration(folder.file)
      return try folder.loaded(numberCount: configuration.numberCount, report) { Llama(configuration, hasHead: false) }
    case .bert, .distilbert: return try folder.loadedEncoder(hasPooler: true, report)
    }
  }
}

/// Loads encoders that fill gaps.
public enum AutoModelForMaskedLM {
  /// - Parameter report: Told what the checkpoint lacks; it is said on the standard output unless told otherwise.
  /// - Throws: ``CheckpointError`` for settings and tensors, `FileError` and `TensorFileError` for files.
  public static func load(
    from folder: String, report: (LoadingReport) -> Void = { $0.announce() }
  ) throws -> MaskedLanguageModel {
    let folder = try ModelFolder(folder)
    var configuration = try folder.encoder(for: "a model that fills gaps")
    configuration.hasPooler = false
    return try folder.loaded(numberCount: configuration.numberCount, report) {
      MaskedLanguageModel(BERT(configuration))
    }
  }
}

/// Loads models that put texts into classes: BERT and DistilBERT, which look at the first token, and GPT-2 and Llama, which
/// look at the last.
public enum AutoModelForSequenceClassification {
  /// - Parameters:
  ///   - labels: The names of the classes; those of the folder unless told otherwise. Under other names than the folder's
  ///     the head begins anew, which the report says.
  ///   - paddingToken: The token that short texts are filled up with, where the folder of a decoder names none.
  ///   - report: Told what the checkpoint lacks; it is said on the standard output unless told otherwise.
  /// - Throws: ``CheckpointError`` for settings and tensors, `FileError` and `TensorFileError` for files.
  public static func load(
    from folder: String, labels: [String]? = nil, paddingToken: Int? = nil,
    report: (LoadingReport) -> Void = { $0.announce() }
  ) throws -> any SequenceClassificationModel {
    let folder = try ModelFolder(folder)
    // A head for other classes is a new one: what the folder says of its own does not hold for it.
    let problemType = try labels == nil ? folder.file.problemType() : nil
    let (labels, renewed) = try folder.classes(labels, rowsIn: ["score", "output"])
    switch folder.family {
    case .gpt2:
      let configuration = try GPTConfiguration(folder.file)
      let padding = try folder.paddingToken(below: configuration.vocabularySize) ?? paddingToken
      return try folder.loaded(numberCount: configuration.numberCount, renewing: renewed, report) {
        CausalSequenceClassifier(
          GPT(configuration, hasHead: false), labels: labels, problemType: problemType, paddingToken: padding)
      }
    case .llama:
      let configuration = try LlamaConfiguration(folder.file)
      let padding = try folder.paddingToken(below: configuration.vocabularySize) ?? paddingToken
      return try folder.loaded(numberCount: configuration.numberCount, renewing: renewed, report) {
        CausalSequenceClassifier(
          Llama(configuration, hasHead: false), labels: labels, problemType: problemType, paddingToken: padding)
      }
    case .bert, .distilbert:
      let configuration = try folder.encoder(for: "a model that classifies")
      return try folder.loaded(numberCount: configuration.numberCount, renewing: renewed, report) {
        SequenceClassifier(BERT(configuration), labels: labels, problemType: problemType)
      }
    }
  }
}

/// Loads models that put each token into a class: BERT and DistilBERT, GPT-2 and Llama.
public enum AutoModelForTokenClassification {
  /// - Parameters:
  ///   - labels: The names of the classes; those of the folder unless told otherwise. Under other names than the folder's
  ///     the head begins anew, which the report says.
  ///   - report: Told what the checkpoint lacks; it is said on the standard output unless told otherwise.
  /// - Throws: ``CheckpointError`` for settings and tensors, `FileError` and `TensorFileError` for files.
  public static func load(
    from folder: String, labels: [String]? = nil, report: (LoadingReport) -> Void = { $0.announce() }
  ) throws -> TokenClassifier {
    let folder = try ModelFolder(folder)
    let (labels, renewed) = try folder.classes(labels, rowsIn: ["output"])
    switch folder.family {
    case .gpt2:
      let configuration = try GPTConfiguration(folder.file)
      return try folder.loaded(numberCount: configuration.numberCount, renewing: renewed, report) {
        TokenClassifier(GPT(configuration, hasHead: false), labels: labels)
      }
    case .llama:
      let configuration = try LlamaConfiguration(folder.file)
      return try folder.loaded(numberCount: configuration.numberCount, renewing: renewed, report) {
        TokenClassifier(Llama(configuration, hasHead: false), labels: labels)
      }
    case .bert, .distilbert:
      var configuration = try folder.encoder(for: "a model that classifies tokens")
      configuration.hasPooler = false
      return try folder.loaded(numberCount: configuration.numberCount, renewing: renewed, report) {
        TokenClassifier(BERT(configuration), labels: labels)
      }
    }
  }
}

/// Loads encoders that find answers.
public enum AutoModelForQuestionAnswering {
  /// - Parameter report: Told what the checkpoint lacks; it is said on the standard output unless told otherwise.
  /// - Throws: ``CheckpointError`` for settings and tensors, `FileError` and `TensorFileError` for files.
  public static func load(
    from folder: String, report: (LoadingReport) -> Void = { $0.announce() }
  ) throws -> QuestionAnswerer {
    let folder = try ModelFolder(folder)
    var configuration = try folder.encoder(for: "a model that finds answers")
    configuration.hasPooler = false
    return try folder.loaded(numberCount: configuration.numberCount, report) { QuestionAnswerer(BERT(configuration)) }
  }
}
