/// A way to go on as the compiler describes it.
struct CompletionCandidate {
  /// The same for the front end.
  let completion: Completion
  /// The number of bytes before the place that the text replaces.
  let erasedByteCount: Int
  private let context: String

  /// Reads one result; `nil` for those that nobody wants to choose, such as literals and operators.
  init?(_ answer: SourceKit.Answer) {
    guard let sourceText = answer.string("key.sourcetext") else { return nil }
    let kindName = answer.name("key.kind") ?? ""
    let template = PlaceholderText(sourceText)
    let isLabel = kindName == "source.lang.swift.pattern" || template.insertable.hasSuffix(": ")
    guard let kind = isLabel ? .param : CompletionKind(sourceKitName: kindName), !template.insertable.isEmpty else {
      return nil
    }
    let type = answer.string("key.typename") ?? ""
    completion = Completion(
      text: template.insertable, kind: kind, signature: template.signature(kind: kind, type: type),
      summary: answer.string("key.doc.brief"), module: answer.string("key.modulename"))
    erasedByteCount = answer.integer("key.num_bytes_to_erase")
    context = answer.name("key.context") ?? ""
  }

  /// The name without what the text adds to it.
  private var bareName: Substring {
    completion.text.drop { $0 == "?" || $0 == "." }
  }

  /// Whether what was typed is the beginning of the name, in whatever case.
  func completes(_ prefix: String) -> Bool {
    bareName.lowercased().hasPrefix(prefix.lowercased())
  }

  /// The place in the list, the smallest first.
  func rank(prefix: String, sessionModulePrefix: String?) -> Int {
    let isHidden = bareName.hasPrefix("_") && !prefix.hasPrefix("_")
    let hasOtherCase = !bareName.hasPrefix(prefix)
    return (isHidden ? 8 : 0) + (hasOtherCase ? 4 : 0)
      + (isOwn(sessionModulePrefix) ? 0 : completion.kind == .keyword ? 2 : 1)
  }

  private func isOwn(_ sessionModulePrefix: String?) -> Bool {
    if let prefix = sessionModulePrefix, let module = completion.module, module.hasPrefix(prefix) { return true }
    switch context.removingPrefix("source.codecompletion.context.") {
    case "local", "thisclass", "superclass", "exprspecific", "thismodule": return completion.kind != .keyword
    default: return completion.kind == .param
    }
  }
}
