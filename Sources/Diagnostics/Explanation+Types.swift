extension Explanation {
  /// Values of one type where another is wanted.
  static let types: [Explanation] = [
    Explanation(
      "binary operator '…' cannot be applied to operands of type 'Int' and 'Double'",
      "binary operator '…' cannot be applied to operands of type 'Double' and 'Int'",
      "binary operator '…' cannot be applied to operands of type 'Int' and 'Float'",
      "binary operator '…' cannot be applied to operands of type 'Float' and 'Int'",
      text:
        "Swift never turns whole numbers into decimal ones by itself, so that nothing is rounded unseen. Convert the "
        + "whole number: `Double(n)` or `Float(n)`."),
    Explanation(
      "binary operator '+' cannot be applied to operands of type 'String' and '…'",
      "binary operator '+' cannot be applied to operands of type '…' and 'String'",
      text: "Only text can be added to text. Put the value into the text with `\\( )`: `\"n is \\(n)\"`."),
    Explanation(
      "binary operator '…' cannot be applied to operands of type '…' and '…'",
      text:
        "`{1}` does not work between a `{2}` and a `{3}`. Convert one of them, for instance `{2}(…)`, so that both are the same type."
    ),
    Explanation(
      "binary operator '==' cannot be applied to two '…' operands",
      text: "Swift does not yet know when two `{1}` values are equal. Say `: Equatable` where `{1}` is declared.",
      ownType: 1),
    Explanation(
      "binary operator '…' cannot be applied to two '…' operands",
      text: "`{1}` has no meaning for `{2}` values. You can give it one: `func {1} (a: {2}, b: {2}) -> {2} { … }`."),
    Explanation(
      "value of optional type '…' must be unwrapped to refer to member '…' of wrapped base type '…'",
      text:
        "The value may be missing (`nil`), so it must be looked at first: `value?.{2}` gives `nil` if there is none, "
        + "`if let value { … }` runs only if there is one."),
    Explanation(
      "value of optional type '…' must be unwrapped to a value of type '…'",
      text:
        "A `{1}` is a `{2}` that may be missing (`nil`). Give a default with `??`, as in `n ?? 0`, or take it out with "
        + "`if let n { … }`. `!` takes it too, but stops the code if there is none."),
    Explanation(
      "'nil' requires a contextual type",
      text: "`nil` alone does not say what is missing. Name the type with a question mark: `let x: Int? = nil`."),
    Explanation(
      "'nil' cannot be assigned to type '…'", "'nil' cannot initialize specified type '…'",
      "'nil' is not compatible with expected … type '…'",
      text: "Only an optional can be empty. Declare it with a question mark: `var x: {1}? = nil`."),
    Explanation(
      "initializer for conditional binding must have Optional type, not '…'",
      text: "`if let` asks whether a value is there, and a `{1}` always is. Use it directly, without `if let`."),
    Explanation(
      "'subscript(_:)' is unavailable: cannot subscript String with an …",
      text: "Characters differ in length, so Swift's strings have no numbered places. For the third character: "
        + "`Array(text)[2]`; for the beginning and end: `text.prefix(3)`, `text.last`."),
    Explanation(
      "cannot convert value of type 'Double' to … type 'Int'", "cannot convert value of type 'Float' to … type 'Int'",
      text:
        "A decimal number becomes a whole one only on request: `Int(x)` cuts off what follows the point, `Int(x.rounded())` rounds."
    ),
    Explanation(
      "cannot convert value of type 'String' to specified type 'Int'",
      text:
        "A text is not a number, even if it looks like one. Leave out the quotation marks, or read the number from the "
        + "text: `Int(\"42\") ?? 0`."),
    Explanation(
      "cannot convert return expression of type '…' to return type '…'",
      text:
        "The function promises a `{2}` after its arrow, but this line gives a `{1}`. Convert the value or change the promise."
    ),
    Explanation(
      "cannot convert value of type '…' to specified type '…'", "cannot assign value of type '…' to type '…'",
      text:
        "The left side wants a `{2}`, the right side is a `{1}`. Convert it, `{2}(…)`, where that makes sense, or change the type on the left."
    ),
    Explanation(
      "cannot convert value of type '()' to expected argument type '…'",
      text: "Nothing comes back from here. If `=` was meant to name an argument, Swift writes a colon: `f(x: 3)`."),
    Explanation(
      "cannot convert value of type '…' to expected argument type '…'",
      text: "This argument has to be a `{2}`, but it is a `{1}`. Convert it, `{2}(…)`, or pass another value."),
    Explanation(
      "cannot convert value of type '…' to expected element type '…'",
      text: "All elements of a collection have the same type. This one is a `{1}`, the others are `{2}`."),
    Explanation(
      "heterogeneous collection literal could only be inferred to '…'…",
      text:
        "These elements have different types. Give them the same type; if the mixture is meant, write `as {1}` after it."
    ),
    Explanation(
      "type 'Int' cannot be used as a boolean…", "integer literal value '…' cannot be used as a boolean…",
      "cannot convert value of type 'Int' to expected condition type 'Bool'",
      text: "A condition must be true or false, not a number. Write the comparison: `if n != 0 { … }`."),
    Explanation(
      "optional type '…' cannot be used as a boolean…",
      text: "An optional is not true or false. Ask whether it holds a value: `if x != nil { … }` or `if let x { … }`."),
    Explanation(
      "empty collection literal requires an explicit type",
      text:
        "Swift cannot see what this collection will hold. Say it: `var a: [Int] = []` or `var d: [String: Int] = [:]`."),
    Explanation(
      "generic parameter '…' could not be inferred",
      text:
        "Nothing here says which type `{1}` is. Name the type of the result, as in `let x: Int = …`, or pass a value that shows it."
    ),
    Explanation(
      "… requires that '…' conform to '…'",
      text:
        "This works only for types that are `{3}`, and `{2}` is not. Say `: {3}` where `{2}` is declared, or use another type.",
      ownType: 2),
    Explanation(
      "… requires that '…' conform to '…'",
      text: "This works only for types that are `{3}`, and `{2}` is not. Pass a value of another type."),
    Explanation(
      "for-in loop requires '…' to conform to 'Sequence'",
      text:
        "A `{1}` is not a row of values that one could walk through. To count, write a range: `for i in 0..<5 { … }`."),
    Explanation(
      "cannot call value of non-function type '…'",
      text:
        "This is a `{1}`, not a function, so no parentheses follow it: `values.count`, not `values.count()`. Elements are "
        + "reached with square brackets."),
    Explanation(
      "no exact matches in call to subscript",
      text:
        "This collection cannot be asked with such a value in the brackets: an array wants an `Int`, a dictionary its key type."
    ),
    Explanation(
      "no exact matches in call to …",
      text:
        "There are several versions, and none takes arguments of these types. Shift-tab in the parentheses shows what they take."
    ),
    Explanation(
      "integer literal '…' overflows when stored into '…'",
      text: "{1} does not fit into a `{2}`. Take a type with more room, such as `Int`."),
    Explanation(
      "arithmetic operation '…' (on type '…') results in an overflow",
      text:
        "The result of {1} does not fit into a `{2}`. Take a type with more room, such as `Int`, or `&+`, `&*` to wrap around."
    ),
    Explanation(
      "division by zero…", text: "Nothing can be divided by zero. Check the divisor first: `if n != 0 { … }`."),
    Explanation(
      "the compiler is unable to type-check this expression in reasonable time…",
      text:
        "Too many types are possible in one expression. Split it: `let part = …` first, with the type written out, then the rest."
    ),
    Explanation(
      "cannot use optional chaining on non-optional value of type '…'",
      text:
        "A `{1}` is always there, so it needs no `?`. For a choice, put spaces around the question mark: `a > 2 ? 1 : 2`.",
      hidesProposals: true),
    Explanation(
      "adjacent operators are in non-associative precedence group '…'",
      text:
        "These operators cannot follow each other. Say with parentheses which comes first; compare twice with `a < b && b < c`."
    ),
  ]
}
