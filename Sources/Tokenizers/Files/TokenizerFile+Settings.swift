/// Reading what stands beside the parts of a tokenizer: tokens of its own, and how texts become equally long.
extension TokenizerFile {
  /// No text is longer, in tokens; a file must not make a program fill up more.
  private static let longestText = 1 << 24

  /// - Parameter id: The token's id, if it does not stand in the section.
  static func addedToken(_ section: TokenizerSection, id: Int? = nil) throws -> AddedToken {
    var token = AddedToken(
      try section.section("content").text(), id: try id ?? section.section("id").count(),
      isSpecial: try section.flag("special", default: false))
    token.isWholeWord = try section.flag("single_word", default: false)
    token.takesSpaceBefore = try section.flag("lstrip", default: false)
    token.takesSpaceBehind = try section.flag("rstrip", default: false)
    token.isNormalized = try section.flag("normalized", default: !token.isSpecial)
    return token
  }

  static func truncation(_ section: TokenizerSection) throws -> Truncation {
    let name = try section.text("strategy", default: "LongestFirst")
    guard let strategy = Truncation.Strategy(rawValue: name) else {
      throw try section.section("strategy").unsupported(Truncation.Strategy.allCases.map(\.rawValue))
    }
    var truncation = Truncation(
      maximumLength: try section.section("max_length").count(), strategy: strategy,
      stride: try section.count("stride", default: 0))
    guard truncation.stride == 0 || truncation.stride < truncation.maximumLength else {
      throw try section.section("stride").wrong("less than max_length")
    }
    truncation.dropsBeginning = try isLeft(section)
    return truncation
  }

  static func padding(_ section: TokenizerSection) throws -> Padding {
    var padding = Padding(
      AddedToken(try section.text("pad_token", default: "[PAD]"), id: try section.count("pad_id", default: 0)),
      isAtStart: try isLeft(section), typeID: try section.count("pad_type_id", default: 0))
    if let multiple = section.optional("pad_to_multiple_of") { padding.multiple = try length(multiple) }
    if let strategy = section.optional("strategy"), strategy.json != "BatchLongest" {
      guard let fixed = strategy.optional("Fixed") else { throw strategy.unsupported(["BatchLongest", "Fixed"]) }
      padding.length = .fixed(try length(fixed))
    }
    return padding
  }

  private static func isLeft(_ section: TokenizerSection) throws -> Bool {
    let direction = try section.text("direction", default: "Right")
    guard direction == "Left" || direction == "Right" else {
      throw try section.section("direction").unsupported(["Left", "Right"])
    }
    return direction == "Left"
  }

  private static func length(_ section: TokenizerSection) throws -> Int {
    let length = try section.count()
    guard length <= longestText else { throw section.wrong("\(longestText) at most") }
    return length
  }
}
