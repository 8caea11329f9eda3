import Displays
import Files
import Randomness

/// What a checkpoint keeps besides the model and the optimizer: `training.json`.
struct TrainingState: Equatable {
  var step: Int
  var accumulation: Int
  var best: BestEvaluation?
  var evaluationsSinceBest: Int
  var generators: [RandomGenerator]
  var plan: StepPlan?
  var evaluations: [TrainerEvaluation] = []
  var orderSettings: [String: Int] = [:]

  private static let limit = 64_000_000

  func write(to path: String) throws(FileError) {
    var members: [String: JSON] = [
      "step": .integer(step), "accumulation": .integer(accumulation),
      "evaluations_since_best": .integer(evaluationsSinceBest),
      // JSON's numbers are doubles to many readers, which have too few digits for these.
      "generators": .array(generators.map { ["key": .string("\($0.key)"), "position": .string("\($0.position)")] }),
    ]
    if let best { members["best"] = ["step": .integer(best.step), "loss": .number(best.loss)] }
    if let plan {
      members["plan"] = [
        "start": .integer(plan.start), "share": .number(plan.startShare), "steps": .integer(plan.steps),
      ]
    }
    if !orderSettings.isEmpty { members["order"] = .object(orderSettings.mapValues { .integer($0) }) }
    if !evaluations.isEmpty { members["evaluations"] = .array(evaluations.map(\.json)) }
    try WholeFile.replace(path, with: Array((JSON.object(members).text + "\n").utf8))
  }

  init(
    step: Int, accumulation: Int, best: BestEvaluation?, evaluationsSinceBest: Int, generators: [RandomGenerator],
    plan: StepPlan? = nil, evaluations: [TrainerEvaluation] = [], orderSettings: [String: Int] = [:]
  ) {
    (self.step, self.accumulation, self.best) = (step, accumulation, best)
    (self.evaluationsSinceBest, self.generators, self.plan) = (evaluationsSinceBest, generators, plan)
    (self.evaluations, self.orderSettings) = (evaluations, orderSettings)
  }

  /// - Throws: `FileError`, `InvalidJSON`, or ``TrainingError`` for the first field that is not as it should be.
  init(path: String) throws {
    let json = try JSON(parsing: WholeFile.text(path, limit: TrainingState.limit))
    func count(_ object: JSON, _ name: String, _ field: String, least: Int) throws(TrainingError) -> Int {
      if let count = object[name]?.integerValue, count >= least { return count }
      throw .state(file: path, field: field, found: object[name]?.text, wanted: "a whole number from \(least)")
    }
    step = try count(json, "step", "step", least: 0)
    accumulation = try count(json, "accumulation", "accumulation", least: 1)
    evaluationsSinceBest = try count(json, "evaluations_since_best", "evaluations_since_best", least: 0)
    if let best = json["best"] {
      guard let loss = best["loss"]?.doubleValue else {
        throw TrainingError.state(file: path, field: "best.loss", found: best["loss"]?.text, wanted: "a number")
      }
      self.best = BestEvaluation(step: try count(best, "step", "best.step", least: 0), loss: loss)
    }
    if let plan = json["plan"] {
      let start = try count(plan, "start", "plan.start", least: 0)
      guard let share = plan["share"]?.doubleValue, 0...1 ~= share else {
        throw TrainingError.state(file: path, field: "plan.share", found: plan["share"]?.text, wanted: "from 0 to 1")
      }
      self.plan = StepPlan(
        start: start, startShare: share, steps: try count(plan, "steps", "plan.steps", least: start + 1))
    }
    orderSettings = (json["order"]?.objectValue ?? [:]).compactMapValues(\.integerValue)
    evaluations = try (json["evaluations"]?.arrayValue ?? []).map { json throws(TrainingError) in
      guard let found = TrainerEvaluation(json) else {
        throw .state(file: path, field: "evaluations", found: json.text, wanted: "a step, a loss and metrics")
      }
      return found
    }
    guard let generators = json["generators"]?.arrayValue else {
      throw TrainingError.state(file: path, field: "generators", found: json["generators"]?.text, wanted: "a list")
    }
    self.generators = try generators.map { json throws(TrainingError) in
      guard let key = json["key"]?.stringValue.flatMap({ UInt64($0) }),
        let position = json["position"]?.stringValue.flatMap({ UInt64($0) })
      else {
        throw .state(file: path, field: "generators", found: json.text, wanted: "a key and a position, as text")
      }
      return RandomGenerator(key: key, position: position)
    }
  }
}
