/// What the files of a folder come to: the parts of a tokenizer, and what its marks are called.
struct FolderTokenizer {
  var parts: TokenizerParts
  var marks: [(mark: TokenizerSettings.Mark, token: AddedToken)]
}
