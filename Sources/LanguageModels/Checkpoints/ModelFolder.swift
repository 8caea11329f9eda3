import NeuralNetworks
import Tensors

/// A folder with a model of a family that is known here.
struct ModelFolder {
  /// The families.
  enum Family: String, CaseIterable {
    case gpt2, llama, bert, distilbert
  }

  let path: String
  let file: ConfigurationFile
  let family: Family

  init(_ path: String) throws {
    self.path = path
    file = try ConfigurationFile(folder: path)
    let known = Family.allCases.map(\.rawValue).joined(separator: ", ")
    guard let type = try file.text("model_type") else {
      throw CheckpointError(file.path, .field("model_type", found: "missing", wanted: "one of \(known)"))
    }
    guard let family = Family(rawValue: type) else {
      throw CheckpointError(file.path, .unsupported("model_type", value: "\"\(type)\"", supported: known))
    }
    self.family = family
    if let quantization = file["quantization_config"] {
      let method = quantization["quant_method"]?.stringValue.map { ", by \($0.prefix(40))" } ?? ""
      throw CheckpointError(file.path, .quantized("There is a \"quantization_config\"\(method)"))
    }
  }

  /// The settings of an encoder, and what asked for it if this is none.
  func encoder(for task: String) throws -> BERTConfiguration {
    switch family {
    case .bert: try BERTConfiguration(bert: file)
    case .distilbert: try BERTConfiguration(distilBERT: file)
    case .gpt2, .llama: throw CheckpointError(file.path, .task(task, found: "model that writes (\(family.rawValue))"))
    }
  }

  /// An encoder without a head.
  /// - Parameter hasPooler: Whether there is a pooler where the family has one; without, none is read.
  func loadedEncoder(hasPooler: Bool, _ report: (LoadingReport) -> Void) throws -> BERT {
    var configuration = try encoder(for: "an encoder")
    configuration.hasPooler = configuration.hasPooler && hasPooler
    return try loaded(numberCount: configuration.numberCount, report) { BERT(configuration) }
  }

  /// The names of classes, and which layers of a head for them begin anew.
  ///
  /// - Parameters:
  ///   - wanted: The names for a head of one's own; those of the folder unless told otherwise.
  ///   - layers: What has a row for each class. The rows of the folder mean nothing under other names.
  func classes(
    _ wanted: [String]?, rowsIn layers: [String]
  ) throws -> (labels: [String], renewed: [String]) {
    let own = try file.labels()
    guard let wanted, wanted != own else { return (own, []) }
    guard !wanted.isEmpty, Set(wanted).count == wanted.count else {
      let found = "[\(wanted.prefix(4).joined(separator: ", "))]"
      throw CheckpointError(path, .field("labels", found: found, wanted: "one name or more, another for each class"))
    }
    return (wanted, layers)
  }

  /// The token that short texts are filled up with, `nil` if there is none; some folders write -1 for that.
  func paddingToken(below vocabularySize: Int) throws -> Int? {
    guard file["pad_token_id"] != nil else { return nil }
    let id = try file.integer("pad_token_id")
    return 0..<vocabularySize ~= id ? id : nil
  }

  /// Makes a model and puts the folder's numbers into it.
  ///
  /// It does not drop anything out until it is trained. Nothing is allocated before the sizes have been compared with what the
  /// weights hold.
  /// - Parameters:
  ///   - numberCount: How many numbers the sizes ask for.
  ///   - renewed: Layers that begin anew, whatever the folder has of them.
  func loaded<Model: PretrainedModel>(
    numberCount: Double, renewing renewed: [String] = [], _ report: (LoadingReport) -> Void, _ make: () throws -> Model
  ) throws -> Model {
    let weights = try Weights(folder: path)
    let stored = try weights.numberCount()
    // A head that is not stored yet, or is tied, may add some; twice as many belong to another model.
    guard numberCount <= 2 * Double(stored) + 100_000 else {
      throw CheckpointError(file.path, .tooLarge(wanted: numberCount, stored: stored))
    }
    let model = try make()
    report(try weights.load(into: model, renewing: renewed))
    model.setTraining(false)
    // The first, random numbers have made room for those of the folder.
    releaseUnusedMemory()
    return model
  }
}
