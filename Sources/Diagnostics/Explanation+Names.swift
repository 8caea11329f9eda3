extension Explanation {
  /// Names that mean nothing where they stand.
  static let names: [Explanation] = [
    Explanation(
      "cannot find operator '++' in scope…", "cannot find operator '--' in scope…",
      text: "Swift has neither `++` nor `--`. Write `i += 1` or `i -= 1`."),
    Explanation(
      "cannot find operator '**' in scope…", "no operator '**' is defined…",
      text: "Swift has no `**`. For a square write `x * x`; for other powers `pow(x, 3)`, for plain numbers after "
        + "`import Foundation`."),
    Explanation(
      "cannot find operator '..' in scope…", text: "A range is `0..<10` without its end, or `0...10` with it."),
    Explanation(
      "cannot find operator '…' in scope…",
      text: "Swift knows no operator `{1}`. If two operators are meant, put a space between them."),
    Explanation(
      "cannot find type '…' in scope",
      text:
        "Swift knows no type called `{1}`. Check the spelling and the capital letter, or run the code or the `import` that brings it."
    ),
    Explanation(
      "cannot find '…' in scope…",
      text:
        "Nothing here is called `{1}`. Check the spelling and the capital letters, run the code that makes it, or make it: `let {1} = …`."
    ),
    Explanation(
      "no such module 'math'",
      text: "Swift's mathematics comes with `import Foundation`: `sqrt(2)`, `exp(1)`, `pow(2, 3)`."),
    Explanation(
      "no such module 'random'",
      text: "Random numbers need no import: `Int.random(in: 0..<10)`, `values.randomElement()`, `values.shuffled()`."),
    Explanation(
      "no such module 'numpy'", "no such module 'torch'", "no such module 'tensorflow'", "no such module 'matplotlib'",
      "no such module 'pandas'", "no such module 'transformers'", "no such module 'sklearn'", "no such module 'scipy'",
      "no such module 'keras'", "no such module 'jax'",
      text: "Python's packages are not there in Swift. `import Glassbox` brings tensors, layers and charts."),
    Explanation(
      "no such module 'os'", "no such module 'sys'", "no such module 'time'", "no such module 'json'",
      "no such module 're'", "no such module 'datetime'", "no such module 'collections'", "no such module 'typing'",
      text:
        "Python's modules are not there in Swift. Files, dates and JSON come with `import Foundation`; much else needs "
        + "no import."),
    Explanation(
      "no such module '…'",
      text:
        "There is no module `{1}` on this machine. Check its spelling; a package from elsewhere comes with `%install`."),
    Explanation(
      "property 'length' is not available due to missing import…", "value of type '…' has no member 'length'",
      "value of type '…' has no member 'size'",
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
      beginnings: "…(…",
      messages: [
        "ambiguous use of 'exp'", "ambiguous use of 'log'", "ambiguous use of 'sqrt'", "ambiguous use of 'tanh'",
        "ambiguous use of 'sin'", "ambiguous use of 'cos'", "ambiguous use of 'pow'",
      ],
      text:
        "There is one for numbers and one for tensors, and a whole number fits neither. With a point it is a `Double`, "
        + "`{here 1}(1.0)`; the tensor's is `{here 1}(Tensor(1))`."),
    Explanation(
      "ambiguous use of '…'",
      text: "Several things called `{1}` fit equally well. Say which type you want, for instance `let y: Int = …`."),
    Explanation(
      "invalid redeclaration of '…'",
      text:
        "`{1}` is made twice here. To change a variable, write `{1} = …` without `let` or `var`; otherwise choose a new name."
    ),
  ]
}
