internal import CWorkerRuntime
internal import WorkerProtocol

/// Describes variables. A `description` of the user's may trap; what was described before that is kept.
final class DescribeJob: CellJob, @unchecked Sendable {
  private let variables: [VariableReference]
  private var described: [VariableDescription] = []

  init(_ variables: [VariableReference]) {
    self.variables = variables
    super.init(run: 0)
  }

  override func perform() {
    for reference in variables {
      guard let slot = CellModules.shared.slot(reference), slot.isInitialized, let type = slot.type,
        let address = slot.address
      else {
        described.append(VariableDescription(reference: reference, type: "", value: "no value", bytes: 0))
        continue
      }
      let name = _typeName(type, qualified: false)
      let text = LearnersDisplays.shared.description(of: TypeLayout.copy(from: address, as: type), type: name)
      described.append(
        VariableDescription(
          reference: reference, type: text.type, value: text.value, shape: text.shape, bytes: text.bytes))
    }
  }

  /// One answer for each variable that was asked for.
  var answers: [VariableDescription] {
    described + variables.dropFirst(described.count).map(VariableDescription.computing)
  }
}

extension VariableDescription {
  /// The answer for a variable that cannot be looked at now.
  static func computing(_ reference: VariableReference) -> VariableDescription {
    VariableDescription(reference: reference, type: "…", value: "…", bytes: 0)
  }
}

/// Loads a library that is no cell.
final class LoadJob: CellJob, @unchecked Sendable {
  private let library: String
  private(set) var failure: String? = "loading \u{201C}it\u{201D} ended before its time"

  init(_ library: String) {
    self.library = library
    super.init(run: 0)
    failure = "\(library): its start-up code failed"
  }

  override func perform() {
    var reason: UnsafePointer<CChar>?
    if gb_load(library, &reason) == nil {
      failure = reason.map { String(cString: $0) } ?? "\(library) cannot be loaded"
    } else {
      failure = nil
    }
  }
}
