import ArgumentParser
import TextGeneration

/// How the likeliest whole text is looked for.
struct BeamOptions: ParsableArguments {
  enum Content: String, CaseIterable, ExpressibleByArgument {
    case `true`, `false`, never

    var earlyStopping: EarlyStopping {
      switch self {
      case .true: .whenFull
      case .false: .whenNoneIsBetter
      case .never: .whenNoneCanBecomeBetter
      }
    }
  }

  @Option(help: "How many texts are followed at once for the likeliest whole; 1 unless the folder says otherwise.")
  var beams: Int?

  @Option(
    help: ArgumentHelp(
      """
      When a search by beams ends: true, as soon as as many texts have ended as there are beams; false, when none that \
      goes on is better as it stands; never, when none can become better. false unless the folder says otherwise.
      """))
  var earlyStopping: Content?

  @Option(
    help: ArgumentHelp(
      """
      What a search by beams divides a text's log-probability by: the length to the power of this; 1 unless the folder \
      says otherwise.
      """, valueName: "power"))
  var lengthPenalty: Double?

  func validate() throws {
    if let beams, beams < 1 { throw ValidationError("--beams is \(beams). It should be 1 or more.") }
    if let lengthPenalty, !lengthPenalty.isFinite {
      throw ValidationError("--length-penalty is \(lengthPenalty). It should be a number.")
    }
  }

  /// How a search is made for a prompt of so many tokens, if there is to be one.
  /// - Parameter hasTemperature: Whether the command line asks for a choice by chance.
  func search(
    _ folder: GenerationDefaults, _ writing: GenerationConfiguration, hasTemperature: Bool
  ) throws -> ((_ promptLength: Int) throws -> BeamSearch)? {
    let count = beams ?? (hasTemperature ? 1 : folder.beams ?? 1)
    guard count > 1 else {
      if earlyStopping != nil || lengthPenalty != nil {
        throw ValidationError(
          "\(earlyStopping != nil ? "--early-stopping" : "--length-penalty") is for a search by several --beams.")
      }
      return nil
    }
    if beams == nil, folder.temperature != nil {
      throw ValidationError(
        "generation_config.json asks for num_beams and do_sample at once: beams that are drawn by chance, which hang on the "
          + "random numbers of one program and are not supported here. Choose --beams, or --temperature.")
    }
    return { promptLength in
      let longest = writing.newTokens(after: promptLength)
      guard longest > 0 else {
        throw ValidationError(
          "The prompt has \(promptLength) tokens, and max_length of generation_config.json allows "
            + "\(promptLength + longest) in all. Shorten it, or say --max-tokens.")
      }
      var search = BeamSearch(
        beams: count, maximumNewTokens: longest, lengthPenalty: .power(lengthPenalty ?? folder.lengthPenalty ?? 1),
        earlyStopping: earlyStopping?.earlyStopping ?? folder.earlyStopping ?? .whenNoneIsBetter)
      (search.repetitionPenalty, search.noRepeatNGramSize) = (writing.repetitionPenalty, writing.noRepeatNGramSize)
      (search.suppressedTokens, search.suppressedFirstTokens) = (
        writing.suppressedTokens, writing.suppressedFirstTokens
      )
      search.suppressedSequences = writing.suppressedSequences
      search.minimumNewTokens = max(writing.minimumNewTokens, writing.minimumLength - promptLength, 0)
      return search
    }
  }
}
