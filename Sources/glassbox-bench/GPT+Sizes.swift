import LanguageModels

extension GPT {
  /// A GPT of the sizes that a case asks for, without dropout.
  convenience init(_ sizes: BenchmarkCase.Sizes) {
    self.init(
      GPTConfiguration(
        vocabularySize: sizes["vocabulary"], contextLength: sizes["block"], features: sizes["width"],
        layers: sizes["layers"], heads: sizes["heads"]))
  }
}
