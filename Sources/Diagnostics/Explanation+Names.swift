extension Explanation {
  /// Names that mean nothing where they stand.
  static let names: [Explanation] = [
    Explanation(
      "cannot find 'None' in scope", "cannot find type 'None' in scope", "cannot find 'null' in scope",
      text: "Swift calls the absence of a value `nil`. Only an optional type, such as `Int?`, can hold it."),
    Explanation("cannot find 'True' in scope", text: "In Swift it is `true`, with a small t."),
    Explanation("cannot find 'False' in scope", text: "In Swift it is `false`, with a small f."),
    Explanation(
      "cannot find 'len' in scope",
      text: "A Swift collection knows its own length: `values.count` instead of `len(values)`."),
    Explanation(
      "cannot find 'range' in scope",
      text: "Swift writes a range with its bounds: `0..<3` is 0, 1, 2 and `0...3` includes the 3. In steps: "
        + "`stride(from: 0, to: 10, by: 2)`."),
    Explanation(
      "cannot find 'this' in scope",
      text: "Swift calls the value whose method is running `self`, and mostly it can be left out."),
    Explanation(
      "cannot find type 'pass' in scope", "cannot find 'pass' in scope",
      text: "An empty body in Swift is a pair of braces, `{}`."),
    Explanation(
      "cannot find 'str' in scope",
      text: "Swift writes `String(x)`, or `\"\\(x)\"` within a text, where Python has `str(x)`."),
    Explanation(
      "cannot find 'elif' in scope", text: "Swift writes `else if` where Python writes `elif`."),
    Explanation(
      "cannot find operator '++' in scope…", "cannot find operator '--' in scope…",
      text: "Swift has neither `++` nor `--`. Write `i += 1` or `i -= 1`."),
    Explanation(
      "cannot find operator '**' in scope…",
      text: "Swift has no `**`. For a square write `x * x`; for other powers `pow(x, 3)` after `import Foundation`."),
    Explanation(
      "cannot find operator '..' in scope…", text: "A range is `0..<10` without its end, or `0...10` with it."),
    Explanation(
      "cannot find operator '…' in scope…",
      text: "Swift knows no operator `{1}`. If two operators are meant, put a space between them."),
    Explanation(
      "cannot find type '…' in scope",
      text:
        "Swift knows no type called `{1}`. Check the spelling and the capital letter, or run the cell or the `import` that brings it."
    ),
    Explanation(
      "cannot find '…' in scope…",
      text:
        "Nothing here is called `{1}`. Check the spelling and the capital letters, run the cell that makes it, or make it: `let {1} = …`."
    ),
    Explanation(
      "no such module '…'",
      text:
        "There is no module `{1}` on this machine. Check its spelling; a package from elsewhere comes with `%install`."),
    Explanation(
      "value of type '…' has no member 'length'", "value of type '…' has no member 'size'",
      text: "A collection's number of elements is `count`."),
    Explanation(
      "value of type '…' has no member '…'",
      text: "A `{1}` has nothing called `{2}`. Type a dot after the value and press Tab to see what it has."),
    Explanation(
      "type '…' has no member '…'",
      text: "The type `{1}` itself has nothing called `{2}`. Check the spelling; Tab after the dot lists what there is."
    ),
    Explanation(
      "instance member '…' cannot be used on type '…'…",
      text:
        "`{1}` belongs to each single `{2}`, not to the type. Make a value first, `let one = {2}(…)`, and ask that one."
    ),
    Explanation(
      "static member '…' cannot be used on instance of type '…'",
      text: "`{1}` belongs to the type itself: write `{2}.{1}`."),
    Explanation(
      "'…' is inaccessible due to '…' protection level",
      text: "`{1}` is marked `{2}`: only its own type may touch it. Use what the type offers openly, or remove `{2}`."),
    Explanation(
      "ambiguous use of '…'",
      text: "Several things called `{1}` fit equally well. Say which type you want, for instance `let y: Int = …`."),
    Explanation(
      "invalid redeclaration of '…'",
      text:
        "`{1}` is made twice in this cell. To change a variable, write `{1} = …` without `let` or `var`; otherwise choose a new name."
    ),
  ]
}
