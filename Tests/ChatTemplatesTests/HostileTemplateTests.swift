import ChatTemplates
import Testing

/// A template comes with a model from somewhere: whatever it says, it ends soon, with an error or a text of a bounded length.
@Suite("Templates that mean no good") struct HostileTemplateTests {
  @Test(
    "What would take for ever, or all of the memory, is stopped",
    arguments: [
      "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
      "{{ 'a' * 99999999999 }}", "{{ [0] * 99999999999 }}", "{{ range(999999999) }}",
      "{{ range(-9223372036854775807, 9223372036854775807) }}",
      "{% set ns = namespace(a='aaaaaaaaaa') %}{% for i in range(90) %}{% set ns.a = ns.a + ns.a %}{% endfor %}{{ ns.a }}",
      "{% set ns = namespace(a='a') %}{% for i in range(90) %}{% set ns.a = ns.a|replace('a', 'aaaaaaaaaa') %}{% endfor %}",
      "{% set ns = namespace(a=[]) %}{% for i in range(9999) %}{% set ns.a = [ns.a] %}{% endfor %}",
      "{% set ns = namespace(a={}) %}{% for i in range(9999) %}{% set ns.a = {'a': ns.a} %}{% endfor %}{{ ns.a }}",
      "{% set ns = namespace(a=[1, 2]) %}{% for i in range(99) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
      "{% set ns = namespace(a=[1]) %}{% for i in range(38) %}{% set ns.a = [ns.a, ns.a] %}{% endfor %}{{ ns.a == ns.a }}",
      "{% set ns = namespace(a=1) %}{% for i in range(38) %}{% set ns.a = {'a': ns.a, 'b': ns.a} %}{% endfor %}{{ ns.a|tojson }}",
      "{% set s = 'a' * 700000 %}{% for i in range(9999) %}{% if s ~ 'b' in s %}{% endif %}{% endfor %}",
      "{% set s = 'a' * 300000 %}{% set t = s + 'b' %}{% for i in range(9999) %}{{ (s ~ s).find(t) }}{{ s.rfind(t) }}{% endfor %}",
      "{% set s = 'a' * 700000 %}{% set d = {s ~ 1: 1, s ~ 2: 2} %}{% for i in range(99999) %}{% if d[s ~ 3] %}{% endif %}{% endfor %}",
      "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
      "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(40) }}",
      "{% set ns = namespace() %}{% set ns.a = ns %}", "{{ [namespace()] }}",
      "{% for a in [1] %}{{ [loop] }}{% endfor %}",
      "{% set s = 'a' * 1000000 %}{% for a in range(99999) %}{{ s|length }}{{ s|upper|length }}{% endfor %}",
      "{% set s = 'a' * 1000000 %}{% for a in range(99999) %}{% if s == s ~ '' %}{% endif %}{% endfor %}",
      "{% for a in range(99999) %}{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }}{% endfor %}",
      "{% set d = range(99999)|list %}{% for a in d %}{% if a in d %}{% endif %}{% endfor %}",
      "{{ 2 ** 9999999 }}", "{{ 9223372036854775807 + 1 }}", "{{ -9223372036854775807 - 2 }}",
      "{{ 9223372036854775807 * 2 }}",
      "{{ 10.0 ** 400 }}", "{{ 'a'|indent(9999999999) }}", "{{ 'a'.zfill(9999999999) }}",
      "{{ [1]|tojson(indent=9999999) }}",
      "{{ ['a']|tojson(separators=('x' * 900000, 'y' * 900000)) }}",
      "{{ range(99999)|tojson(indent=64)|length }}{{ range(99999)|tojson(indent='                                                     ') }}",
    ])
  func endless(template: String) throws {
    let clock = ContinuousClock()
    let time = try clock.measure {
      #expect(throws: TemplateError.self, "\(template)") {
        try JinjaTemplate(template).filled(with: [:], limits: TemplateLimits(steps: 200_000))
      }
    }
    // Alone each takes below a second; a machine may be busy.
    #expect(time < .seconds(60), "\(template)")
  }

  @Test("Deep nesting of every kind is refused", arguments: [1_000, 20_000])
  func deep(count: Int) {
    func times(_ text: String) -> String { String(repeating: text, count: min(count, (1 << 19) / text.count)) }
    for template in [
      "{{ \(times("(")) }}", "{{ \(times("[")) }}", "{{ \(times("{1:")) }}", "{{ \(times("not ")) 1 }}",
      "{{ \(times("-")) 1 }}",
      "{{ 1\(times(" + 1")) }}", "{{ a\(times(".a")) }}", "{{ a\(times("|trim")) }}", "{{ a\(times("[0]")) }}",
      "{{ a\(times("()")) }}", "{{ 1\(times(" if 1 else 1")) }}", "{{ 1\(times(" or 1")) }}",
      "{{ 1\(times(" is odd")) }}",
      times("{% if 1 %}"), times("{% for a in b %}"), times("{% with %}"), times("{% filter trim %}"),
      times("{% set a %}"),
      times("{% macro a() %}"), "{% for \(times("(")) in a %}", "{{ 2\(times("**2")) }}",
      "{{ 'a'\(times("~'a'")) }}{{ \(times("(")) }}",
    ] {
      #expect(throws: TemplateError.self, "\(template.prefix(30))") { try JinjaTemplate(template).filled(with: [:]) }
    }
    #expect(throws: TemplateError.self) { try JinjaTemplate(String(repeating: "a", count: 1 << 20)) }
  }

  @Test("A template reaches nothing but what it is given")
  func closed() {
    for template in [
      "{{ ''.__class__.__mro__ }}", "{{ messages.__class__.__base__.__subclasses__() }}",
      "{{ namespace.__init__.__globals__ }}",
      "{{ self._TemplateReference__context }}", "{{ open('/etc/passwd') }}", "{% import 'os' as os %}",
      "{% extends 'x' %}",
      "{{ cycler.__init__ }}", "{{ ''.format(1) }}", "{{ '%s' % 1 }}",
      "{% set ns = namespace() %}{% set ns.__class__ = 1 %}",
      "{% do x %}", "{{ [].append(1) }}", "{% set messages.a = 1 %}", "{% call f() %}{% endcall %}",
    ] {
      #expect(throws: TemplateError.self, "\(template)") {
        try JinjaTemplate(template).filled(with: ["messages": [["role": "user", "content": "x"]]])
      }
    }
  }

  @Test("Damaged templates end with an error or a text, whatever was damaged", arguments: 0..<8)
  func damaged(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func below(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % max(limit, 1)
    }
    let expected = try ExpectedTemplates()
    let names = ["llama3-date", "mistral-v3", "qwen3", "deepseek", "macros", "chatml-system"]
    let sources =
      try names.map(ExpectedTemplates.template) + expected.list("odd").compactMap { $0["template"]?.stringValue }
    let pieces = [
      "{{", "}}", "{%", "%}", "-", "|", "(", ")", "[", "]", "'", "\"", " if ", " in ", ".", "\\", "9", "\u{0}", "é",
      "~", "**", "is",
    ]
    let values: [String: TemplateValue] = [
      "messages": expected.messages(3), "add_generation_prompt": true, "bos_token": "<s>", "eos_token": "</s>", "n": 7,
      "list": [3, 1, 2], "record": ["a": ["b": 1]], "word": .text("Hello", source: 0),
    ]
    for round in 0..<250 {
      var text = Array(sources[(round + Int(seed) * 31) % sources.count].unicodeScalars)
      for _ in 0...below(4) {
        let place = below(text.count + 1)
        switch below(4) {
        case 0: text.removeSubrange(place..<min(place + 1 + below(6), text.count))
        case 1: text.insert(contentsOf: pieces[below(pieces.count)].unicodeScalars, at: place)
        case 2:
          text.insert(contentsOf: text[min(below(text.count + 1), place)..<place].suffix(40), at: below(text.count + 1))
        default: if place < text.count { text[place] = pieces[below(pieces.count)].unicodeScalars.first ?? " " }
        }
      }
      do {
        let filled = try JinjaTemplate(String(String.UnicodeScalarView(text)))
          .filled(with: values, limits: TemplateLimits(steps: 20_000, characters: 20_000))
        #expect(filled.text.unicodeScalars.count <= 20_000)
      } catch is TemplateError {}
    }
  }
}
