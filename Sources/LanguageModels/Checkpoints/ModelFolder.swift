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
  }

  /// The settings of an encoder, and what asked for it if this is none.
  func encoder(for task: String) throws -> BERTConfiguration {
    switch family {
    case .bert: try BERTConfiguration(bert: file)
    case .distilbert: try BERTConfiguration(distilBERT: file)
    case .gpt2, .llama: throw CheckpointError(file.path, .task(task, found: "model that writes (\(family.rawValue))"))
    }
  }

  /// The token that short texts are filled up with, `nil` if there is none; some folders write -1 for that.
  func paddingToken(below vocabularySize: Int) throws -> Int? {
    guard file["pad_token_id"] != nil else { return nil }
    let id = try file.integer("pad_token_id")
    return 0..<vocabularySize ~= id ? id : nil
  }

  /// Makes a model and puts the folder's numbers into it.
  ///
  /// It does not drop anything out until it is trained. Nothing is allocated before the sizes have been compared with what the weights hold.
  /// - Parameter numberCount: How many numbers the sizes ask for.
  func loaded<Model: PretrainedModel>(
    numberCount: Double, _ report: (LoadingReport) -> Void, _ make: () throws -> Model
  ) throws -> Model {
    let weights = try Weights(folder: path)
    let stored = try weights.numberCount()
    // A head that is not stored yet, or is tied, may add some; twice as many belong to another model.
    guard numberCount <= 2 * Double(stored) + 100_000 else {
      throw CheckpointError(file.path, .tooLarge(wanted: numberCount, stored: stored))
    }
    let model = try make()
    report(try weights.load(into: model))
    model.setTraining(false)
    // The first, random numbers have made room for those of the folder.
    releaseUnusedMemory()
    return model
  }
}
