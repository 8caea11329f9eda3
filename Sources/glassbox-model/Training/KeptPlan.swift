import ArgumentParser
import Displays
import Files

/// What a folder says of the training that has begun there: how long it is, and how it is done.
struct KeptPlan {
  /// How many steps there are, or how much time.
  var steps: Int?
  var seconds: Double?
  /// The highest learning rate.
  var peak: Double?
  var patience: Int?

  static func file(in folder: String) -> String { "\(folder)/training.json" }

  /// Writes it down for those who go on.
  func write(for plan: TrainingPlan) throws {
    try WholeFile.makeFolder(plan.folder)
    let settings = plan.allSettings.compactMap { setting in setting.value.map { (setting.name, JSON.string($0)) } }
    let members: [String: JSON?] = [
      "steps": steps.map { .integer($0) }, "seconds": seconds.map { .number($0) },
      "learning_rate": peak.map { .number($0) }, "patience": patience.map { .integer($0) },
      "settings": .object(Dictionary(settings) { first, _ in first }),
    ]
    let text = JSON.object(members.compactMapValues(\.self)).text + "\n"
    try WholeFile.replace(Self.file(in: plan.folder), with: Array(text.utf8))
  }

  init(steps: Int?, seconds: Double?, peak: Double, patience: Int) {
    (self.steps, self.seconds, self.peak, self.patience) = (steps, seconds, peak, patience)
  }

  /// The plan of the training that is gone on with. How many steps there are in its time says the checkpoint. More steps
  /// than were planned may be asked for.
  /// - Throws: `ValidationError` if there is none, or one that would go on in another way than without the break.
  init(of plan: TrainingPlan) throws {
    try TrainingPlan.checkBegun(in: plan.folder)
    let file = Self.file(in: plan.folder)
    let json = try JSON(parsing: WholeFile.text(file, limit: 100_000))
    seconds = json["seconds"]?.doubleValue.flatMap { $0 > 0 ? $0 : nil }
    steps = seconds == nil ? json["steps"]?.integerValue.flatMap { $0 >= 1 ? $0 : nil } : nil
    peak = json["learning_rate"]?.doubleValue
    patience = json["patience"]?.integerValue
    guard seconds != nil || steps != nil, let settings = json["settings"]?.objectValue else {
      throw ValidationError(
        "\(file) does not say how long the training is, or how it is done. Begin anew in another folder.")
    }
    for setting in plan.allSettings {
      let began = settings[setting.name]?.stringValue
      if let mistake = setting.mistake(began: began, folder: plan.folder) { throw ValidationError(mistake) }
    }
    try checkLength(plan)
  }

  private mutating func checkLength(_ plan: TrainingPlan) throws {
    let began = seconds.map { "--minutes \($0 / 60)" } ?? "--steps \(steps ?? 0)"
    func mistake(_ wanted: String, _ advice: String) -> ValidationError {
      ValidationError(
        "The training in \(plan.folder) began with \(began), and now it is \(wanted). \(advice), or leave it out.")
    }
    if let minutes = plan.length.minutes, seconds != minutes * 60 {
      throw mistake("--minutes \(minutes)", "Give \(began)")
    }
    guard let wanted = plan.wantedSteps else { return }
    guard let planned = steps else { throw mistake("\(wanted) steps", "Give \(began)") }
    guard wanted >= planned else { throw mistake("\(wanted) steps", "Give \(planned) or more") }
    steps = wanted
  }
}
