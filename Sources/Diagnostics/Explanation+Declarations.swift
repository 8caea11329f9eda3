extension Explanation {
  /// Types and functions that are not complete.
  static let declarations: [Explanation] = [
    Explanation(
      "type '…' does not conform to protocol 'Hashable'", "type '…' does not conform to protocol 'Equatable'",
      text:
        "Say it where `{1}` is declared: `struct {1}: Hashable { … }`. If all its parts are hashable, Swift does the rest."
    ),
    Explanation(
      "type '…' does not conform to protocol '…'",
      text:
        "`{1}` says that it is a `{2}`, but does not have everything that a `{2}` needs. The notes say what is missing."
    ),
    Explanation(
      "class '…' has no initializers",
      text:
        "A class must say how its stored properties begin. Give each a value, `var x = 0`, or write an `init(…)` that sets them."
    ),
    Explanation(
      "return from initializer without initializing all stored properties",
      text: "When `init` ends, every stored property must have a value. Set the one that is missing."),
    Explanation(
      "unnamed parameters must be written with the empty name '_'",
      text:
        "A parameter has a name and a type: `func f(x: Int)`. With `_` before the name the caller leaves it out: `func f(_ x: Int)`.",
      coversLine: true, hidesProposals: true),
    Explanation(
      "expected parameter name followed by ':'",
      text: "A parameter has a name and a type: `func f(x: Int)`. A method knows `self` without being given it.",
      coversLine: true),
    Explanation(
      "overriding declaration requires an 'override' keyword",
      text: "The class above has the same method. If it is to be replaced, write `override func …`."),
    Explanation(
      "method does not override any method from its superclass",
      text: "The class above has no such method. Check its name and parameters, or leave out `override`."),
    Explanation(
      "inheritance from non-protocol type '…'",
      text: "Only classes inherit from classes, and `{1}` is none. Keep a `{1}` as a property, or share a protocol."),
    Explanation(
      "use of protocol '…' as a type must be written 'any …'…",
      text: "Write `any {1}` for a box that holds any such value."),
    Explanation(
      "generic type '…' specialized with too few type parameters…",
      text: "`{1}` needs more types in its angle brackets: `Dictionary<String, Int>`, or shorter `[String: Int]`."),
    Explanation(
      "reference to generic type '…' requires arguments in <...>",
      text: "Say what the `{1}` holds: `{1}<Int>`, and for arrays and dictionaries shorter `[Int]`, `[String: Int]`."),
  ]
}
