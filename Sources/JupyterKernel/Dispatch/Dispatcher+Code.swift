import JupyterProtocol

/// Answers to questions about code, which need no running worker.
extension Dispatcher {
  func answerAboutCode(_ request: Request) async {
    await services.started.value
    do {
      switch request.type {
      case CompleteRequest.messageType:
        services.replies.send(Reply.ok(await complete(try request.message.content())), to: request)
      case InspectRequest.messageType:
        services.replies.send(Reply.ok(await inspect(try request.message.content())), to: request)
      default:
        let content: IsCompleteRequest = try request.message.content()
        services.replies.send(await language.completeness(of: content.code), to: request)
      }
    } catch {
      refuse(request, unreadable: error)
    }
  }

  private func complete(_ content: CompleteRequest) async -> CompleteReply {
    let offsets = CodePointOffsets(in: content.code)
    let completion = await language.complete(
      content.code, at: offsets.utf8Offset(ofCodePoint: content.cursorPosition))
    let start = offsets.codePoint(atUTF8Offset: completion.replacing.lowerBound)
    let end = offsets.codePoint(atUTF8Offset: completion.replacing.upperBound)
    let details = completion.matches.map { match -> JSONValue in
      var detail: [String: JSONValue] = [
        "start": .integer(start), "end": .integer(end), "text": .string(match.text),
        "type": .string(match.kind ?? ""),
      ]
      if let signature = match.signature { detail["signature"] = .string(signature) }
      return .object(detail)
    }
    return CompleteReply(
      matches: completion.matches.map(\.text), cursorStart: start, cursorEnd: end,
      metadata: ["_jupyter_types_experimental": .array(details)])
  }

  private func inspect(_ content: InspectRequest) async -> InspectReply {
    let offset = CodePointOffsets(in: content.code).utf8Offset(ofCodePoint: content.cursorPosition)
    let detail: InspectionDetail = content.detailLevel > 0 ? .full : .usual
    switch await language.inspect(content.code, at: offset, detail: detail) {
    case .found(let bundle): return InspectReply(found: true, data: bundle.data, metadata: bundle.metadata)
    case .notFound: return InspectReply(found: false)
    }
  }
}
