import ChatTemplates
import Testing

/// Each template gives the text that `transformers` makes of it.
@Suite("Templates as transformers fills them in") struct TemplateFixtureTests {
  private static let date = TemplateDate(year: 2024, month: 7, day: 6, hour: 9, minute: 5, second: 7)

  @Test("Conversations by the templates of well-known models")
  func chats() throws {
    let expected = try ExpectedTemplates()
    #expect(expected.list("chats").count > 200)
    var templates: [String: JinjaTemplate] = [:]
    for chat in expected.list("chats") {
      let name = chat["template"]?.stringValue ?? ""
      let template = try templates[name] ?? JinjaTemplate(try ExpectedTemplates.template(name))
      templates[name] = template
      let values: [String: TemplateValue] = [
        "messages": expected.messages(chat["conversation"]?.integerValue ?? 0),
        "add_generation_prompt": .bool(chat["prompt"] == true), "bos_token": .text(chat["bos"]?.stringValue ?? ""),
        "eos_token": .text(chat["eos"]?.stringValue ?? ""), "tools": .null, "documents": .null,
      ]
      let place = "\(name), conversation \(chat["conversation"] ?? .null), \(chat["prompt"] ?? .null)"
      do {
        let text = try template.filled(with: values, date: { Self.date }).text
        #expect(
          text.unicodeScalars.elementsEqual((chat["text"]?.stringValue ?? "no text").unicodeScalars),
          "\(place): \(text)")
      } catch let error as TemplateError {
        guard case .raised(let words) = error.reason else {
          Issue.record("\(place): \(error)")
          continue
        }
        #expect(words == chat["error"]?.stringValue, "\(place)")
      }
    }
  }

  @Test("Small templates with one odd thing each")
  func odd() throws {
    let expected = try ExpectedTemplates()
    guard case .dictionary(let given) = ExpectedTemplates.value(expected.json["values"] ?? .null) else { return }
    let values = Dictionary(uniqueKeysWithValues: given.map { ($0.key, $0.value) })
    #expect(expected.list("odd").count > 60)
    for case_ in expected.list("odd") {
      let source = case_["template"]?.stringValue ?? ""
      let found = Result { try JinjaTemplate(source).filled(with: values, date: { Self.date }).text }
      switch (found, case_["text"]?.stringValue) {
      case (.success(let text), let wanted?):
        #expect(
          text.unicodeScalars.elementsEqual(wanted.unicodeScalars),
          "\(source)\nis     \(text.debugDescription)\nwanted \(wanted.debugDescription)")
      case (.failure(let error), let wanted?): Issue.record("\(source): \(error), wanted \(wanted)")
      case (.success(let text), nil): Issue.record("\(source) gives \(text), wanted \(case_["error"] ?? .null)")
      case (.failure, nil): break
      }
    }
  }

  @Test("What the template marks as the model's words is known")
  func generated() throws {
    let template = try JinjaTemplate(try ExpectedTemplates.template("generation"))
    let filled = try template.filled(with: [
      "messages": [["role": "user", "content": "hi"], ["role": "assistant", "content": "Hello"]], "eos_token": "</s>",
    ])
    let scalars = Array(filled.text.unicodeScalars)
    #expect(filled.generated.map { String(String.UnicodeScalarView(scalars[$0])) } == ["Hello</s>"])
  }

  @Test("Whatever a template does to a text, its writer stays known")
  func sources() throws {
    let template = try JinjaTemplate(
      "{{ '<' ~ (a|trim|upper)[1:] ~ '>' }}{{ a.split(',')[1] }}{{ [a, b]|join('|') }}{{ {'k': b}|tojson }}{{ a.replace('a', '+') }}"
    )
    let filled = try template.filled(with: ["a": .text(" xa,y ", source: 0), "b": .text("\"", source: 1)])
    #expect(filled.text == "<A,Y>y  xa,y |\"{\"k\": \"\\\"\"} x+,y ")
    let own = filled.pieces.filter { $0.source == nil }.map(\.text)
    #expect(own == ["<", ">", "|", "{\"k\": \"", "\"}", "+"])
    #expect(filled.pieces.filter { $0.source == 1 }.map(\.text) == ["\"", "\\\""])
  }
}
