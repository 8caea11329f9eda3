import ChatTemplates
import Testing

@Suite("What a template's mistakes are called") struct TemplateErrorTests {
  private func words(_ template: String) -> String {
    do {
      return try JinjaTemplate(template).filled(with: ["x": 1]).text
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "What is not supported is named, with line and column",
    arguments: [
      ("a\n {% include 'b' %}", 2, 5, "the tag 'include'"), ("{{ x|groupby('a') }}", 1, 6, "the filter 'groupby'"),
      ("\n\n{{ x is escaped }}", 3, 9, "the test 'escaped'"), ("{{ cycler(1) }}", 1, 4, "'cycler'"),
      ("{{ 'a'.format(1) }}", 1, 7, "the method 'format' of a text"),
      ("{% for a in b recursive %}", 1, 15, "'recursive'"), ("{{ f(*x) }}", 1, 6, "'*' in a call"),
      ("{{ strftime_now('%Z') }}", 1, 16, "the date '%Z'"), ("{{ '\\N{DASH}' }}", 1, 5, "the escape '\\N'"),
    ])
  func unsupported(template: String, line: Int, column: Int, name: String) {
    #expect(
      words(template) == "The chat template cannot be used, line \(line), column \(column): \(name) is not supported.")
  }

  @Test("Other mistakes say what was found and what was wanted")
  func others() {
    let start = "The chat template cannot be used, line 1, column"
    #expect(words("{{ x.y.z }}") == "\(start) 7: 'y' of a number has no value.")
    #expect(words("{{ y + 1 }}") == "\(start) 6: 'y' has no value.")
    #expect(words("{{ x + 'a' }}") == "\(start) 6: '+' does not work with a number and a text.")
    #expect(
      words("{% if x %}")
        == "\(start) 11: there is the end of the template where {% elif %} or {% else %} or {% endif %} should be.")
    #expect(words("ab {{ x") == "\(start) 4: {{ is never closed.")
    #expect(words("{{ raise_exception('Roles must alternate.') }}") == "The chat template says: Roles must alternate.")
    #expect(words("{{ 'a' * 99999999 }}") == "\(start) 8: there are more than 1048576 characters.")
  }
}
