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
    if let beams, !(1...Self.mostBeams ~= beams) {
      throw ValidationError("--beams is \(beams). It should be from 1 to \(Self.mostBeams).")
    }
    if let lengthPenalty, !lengthPenalty.isFinite {
      throw ValidationError("--length-penalty is \(lengthPenalty). It should be a number.")
    }
  }

  private static let mostBeams = 1_000

  /// The flags that are given.
  var given: [String] {
    let flags = [
      ("--beams", beams != nil), ("--early-stopping", earlyStopping != nil), ("--length-penalty", lengthPenalty != nil),
    ]
    return flags.filter(\.1).map(\.0)
  }

  /// - Throws: `ValidationError` if both the likeliest text and one by chance are asked for.
  func check(against options: GenerationOptions) throws {
    guard let beams, beams > 1 else { return }
    if options.temperature ?? 0 > 0 {
      throw ValidationError("--beams looks for the likeliest text, and --temperature for a random one. Choose one.")
    }
    if let name = options.chances.first {
      throw ValidationError("--beams looks for the likeliest text, and \(name) chooses by chance. Choose one.")
    }
  }

  /// How a search is made for a prompt of so many tokens, if there is to be one.
  /// - Parameter options: What else the command line says; with a temperature it asks for no search.
  func search(
    _ folder: GenerationDefaults, _ writing: GenerationConfiguration, _ options: GenerationOptions
  ) throws -> ((_ promptLength: Int) throws -> BeamSearch)? {
    let count = beams ?? (options.temperature == nil ? folder.beams ?? 1 : 1)
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
    guard count <= Self.mostBeams else {
      throw ValidationError(
        "generation_config.json: \"num_beams\" is \(count). It should be from 1 to \(Self.mostBeams).")
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
