extension PipelineTokenizer {
  /// A token for each different character of some texts, in the form that the field's files have.
  ///
  ///     let tokenizer = PipelineTokenizer.characters(of: ["hello"], specialTokens: ["<|end|>"])
  ///     tokenizer.ids(of: "hole")     // [2, 4, 3, 1]
  ///
  /// It is a byte pair tokenizer that has joined nothing. Characters are Unicode scalars, sorted by their numbers; one that
  /// the texts do not have is left out.
  /// - Parameter specialTokens: Marks that no text contains; they have the first ids.
  public static func characters(of texts: some Sequence<String>, specialTokens: [String] = []) -> PipelineTokenizer {
    var scalars: Set<Unicode.Scalar> = []
    for text in texts { scalars.formUnion(text.unicodeScalars) }
    let characters = scalars.sorted { $0.value < $1.value }.map { String(Character($0)) }
    return PipelineTokenizer(
      model: BytePairModel(characters: Vocabulary(specialTokens + characters)), decoder: .fuse,
      added: specialTokens.enumerated().map { AddedToken($1, id: $0) })
  }
}
