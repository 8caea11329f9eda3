import Displays
import Files
import LanguageModels
import NeuralNetworks
import TensorFiles
import Tensors

extension LoRA {
  /// Writes `adapter_model.safetensors` and `adapter_config.json` to a folder, as the field's `peft` does; what learns whole is
  /// kept beside the adapters.
  ///
  /// - Throws: `FileError` or `TensorFileError` if something cannot be written.
  public func save(to folder: String) throws {
    try WholeFile.makeFolder(folder)
    var tensors: [String: Tensor] = [:]
    for (name, _, adapter) in adapters {
      tensors["\(storedName(name)).lora_A.weight"] = stopGradient(adapter.down.value)
      tensors["\(storedName(name)).lora_B.weight"] = stopGradient(adapter.up.value)
    }
    for (name, parameter) in wholeParameters { tensors[storedName(name, end: "")] = stopGradient(parameter.value) }
    try Tensor.save(tensors, to: "\(folder)/adapter_model.safetensors")
    let wholes = whole.map { storedName($0.name).split(separator: ".").last.map(String.init) ?? $0.name }
    let modules = Set(adapters.map { storedName($0.name).split(separator: ".").last.map(String.init) ?? $0.name })
    let settings: JSON = [
      "peft_type": "LORA", "r": .integer(rank), "lora_alpha": .number(alpha), "lora_dropout": .number(dropout),
      "target_modules": .array(modules.sorted().map { .string($0) }), "bias": "none", "inference_mode": true,
      "fan_in_fan_out": .boolean(isStoredTransposed), "base_model_name_or_path": nil,
      "task_type": taskType.map { .string($0) } ?? nil,
      "modules_to_save": wholes.isEmpty ? nil : .array(wholes.map { .string($0) }),
    ]
    try WholeFile.replace("\(folder)/adapter_config.json", with: Array((settings.text + "\n").utf8))
  }

  /// Puts the numbers of a folder into the adapters.
  ///
  /// - Throws: ``LoRAError`` if they are for other layers or settings, else as the files are wrong. Nothing has changed
  ///   then.
  public func load(from folder: String) throws {
    let settingsFile = "\(folder)/adapter_config.json"
    let settings = try JSON(parsing: WholeFile.text(settingsFile, limit: 1_000_000))
    for (name, wanted) in [("r", Double(rank)), ("lora_alpha", alpha)] where settings[name]?.doubleValue != wanted {
      throw LoRAError.setting(file: settingsFile, name: name, found: settings[name]?.text, wanted: "\(wanted)")
    }
    // Each of these makes other numbers of the same tensors.
    let plain: [(name: String, value: JSON)] = [
      ("use_rslora", false), ("use_dora", false), ("rank_pattern", [:]), ("alpha_pattern", [:]),
    ]
    for (name, value) in plain {
      guard let found = settings[name], found != value, found != .null else { continue }
      throw LoRAError.setting(file: settingsFile, name: name, found: found.text, wanted: value.text)
    }
    let file = "\(folder)/adapter_model.safetensors"
    let tensors = try Tensor.loadAll(file)
    let changes = try adapters.flatMap { name, _, adapter in
      try [("lora_A", adapter.down), ("lora_B", adapter.up)].map { end, parameter throws(LoRAError) in
        let name = "\(storedName(name)).\(end).weight"
        guard let numbers = tensors[name], numbers.shape == parameter.shape else {
          throw .tensor(file: file, name: name, found: tensors[name]?.shape, wanted: parameter.shape)
        }
        return (parameter, numbers)
      }
    }
    let wholeChanges = try wholeParameters.map { name, parameter throws(LoRAError) in
      let name = storedName(name, end: "")
      guard let numbers = tensors[name], numbers.shape == parameter.shape else {
        throw .tensor(file: file, name: name, found: tensors[name]?.shape, wanted: parameter.shape)
      }
      return (parameter, numbers)
    }
    let known = adapters.flatMap { name, _, _ in ["lora_A", "lora_B"].map { "\(storedName(name)).\($0).weight" } }
    let others = Set(tensors.keys).subtracting(known).subtracting(wholeParameters.map { storedName($0.name, end: "") })
    if let name = others.min() { throw LoRAError.unknownTensor(file: file, name: name) }
    let isMerged = isMerged
    unmerge()
    for (parameter, numbers) in changes + wholeChanges { parameter.value = numbers }
    if isMerged { merge() }
  }

  /// The parameters of what learns whole, by name.
  private var wholeParameters: [(name: String, parameter: Parameter)] {
    whole.flatMap { name, module in module.namedParameters.map { ("\(name).\($0.0)", $0.1) } }
  }

  /// What `peft` calls the task of the model.
  private var taskType: String? {
    switch model {
    case is any CausalLanguageModel: "CAUSAL_LM"
    case is any SequenceClassificationModel: "SEQ_CLS"
    case is TokenClassifier: "TOKEN_CLS"
    case is QuestionAnswerer: "QUESTION_ANS"
    default: nil
    }
  }

  /// Whether the adapted matrices are stored the other way around, as GPT-2's.
  private var isStoredTransposed: Bool { adapters.first.flatMap { stored("\($0.name).weight") }?.isTransposed ?? false }

  /// How a layer is called in the field's checkpoints, with the prefix of `peft`.
  private func storedName(_ layer: String) -> String { storedName("\(layer).weight", end: ".weight") }

  /// How a parameter is called there, without its end.
  private func storedName(_ parameter: String, end: String) -> String {
    guard let description = (model as? any PretrainedModel)?.checkpointDescription, let stored = stored(parameter)
    else { return "base_model.model.\(parameter.dropLast(end.count))" }
    let isPrefixed = stored.isBody && !description.isBodyAlone
    let name = (isPrefixed ? "\(description.format.prefix)." : "") + stored.name
    return "base_model.model.\(name.dropLast(end.count))"
  }

  private func stored(_ parameter: String) -> CheckpointFormat.StoredName? {
    guard let description = (model as? any PretrainedModel)?.checkpointDescription else { return nil }
    return description.format.stored(parameter, body: description.bodyPath)
  }
}
