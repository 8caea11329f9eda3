extension Explanation {
  /// What may change, what may fail and what may run at the same time.
  static let safety: [Explanation] = [
    Explanation(
      "cannot assign to value: 'self' is immutable", "…mutating …: 'self' is immutable",
      "cannot assign to property: 'self' is immutable",
      text: "A method of a `struct` may change it only if it says so: `mutating func …`."),
    Explanation(
      "cannot assign to value: '…' is a 'let' constant", "cannot assign to property: '…' is a 'let' constant",
      text: "`let` names a value once and for all. Use `var` for one that changes."),
    Explanation(
      "cannot use mutating member on immutable value: '…' is a 'let' constant",
      "left side of mutating operator isn't mutable: '…' is a 'let' constant",
      "cannot assign through subscript: '…' is a 'let' constant",
      "cannot pass immutable value as inout argument: '…' is a 'let' constant",
      text:
        "`let` names a value once and for all. Use `var` for one that changes; a parameter is copied first: `var copy = {1}`."
    ),
    Explanation(
      "cannot assign to …: '…' is a get-only property",
      text: "`{2}` is worked out anew each time, so there is nothing to store in it."),
    Explanation(
      "passing value of type '…' to an inout parameter requires explicit '&'",
      text: "The function is going to change this variable. Agree with an `&` before its name."),
    Explanation(
      "constant '…' used before being initialized", "variable '…' used before being initialized",
      text: "`{1}` has no value yet. Give it one where it is declared, or on every way that leads here."),
    Explanation(
      "call can throw but is not marked with 'try'", "call can throw, but it is not marked with 'try' …",
      "operator can throw but expression is not marked with 'try'", "call can throw…",
      text:
        "This call can fail. Write `try` before it; inside a function, also catch the error with `do { … } catch { … }` "
        + "or mark the function `throws`."),
    Explanation(
      "errors thrown from here are not handled because the enclosing catch is not exhaustive",
      text: "The `catch` names some errors, others would get through. Add a plain `catch { … }` at the end."),
    Explanation(
      "errors thrown from here are not handled", "error is not handled because …",
      text:
        "An error may leave this function, and it does not say so. Mark it: `func f() throws { … }`, or catch the error with "
        + "`do { … } catch { … }`."),
    Explanation(
      "'async' call in a function that does not support concurrency",
      "'async' … in a function that does not support concurrency",
      text: "This call waits, and only a waiting function may wait: mark yours `async`, as in `func f() async { … }`."),
    Explanation(
      "expression is 'async' but is not marked with 'await'…",
      text: "This call may have to wait. Write `await` before it; together with `try` it is `try await`."),
    Explanation(
      "call to main actor-isolated …", "main actor-isolated …",
      text:
        "This belongs to the main actor. Mark your function `@MainActor`, or call it with `await` from an `async` function."
    ),
    Explanation(
      "call to actor-isolated … in a synchronous … context",
      "actor-isolated … can not be referenced from …", "actor-isolated … cannot be accessed from …",
      text:
        "An actor lets one caller in at a time, so others have to wait: write `await` before the access, in an `async` function."
    ),
    Explanation(
      "actor-isolated … can not be mutated from …",
      text: "Only the actor itself may change this. Give the actor a method that does, and call it with `await`."),
    Explanation(
      "sending … risks causing data races…", "passing closure as a 'sending' parameter risks …",
      "capture of '…' with non-…",
      "reference to captured var '…' in concurrently-executing code…",
      "mutation of captured var '…' in concurrently-executing code…",
      text:
        "Two tasks could touch the same value at once. Pass a copy made with `let`, or keep the value in an `actor`."),
    Explanation(
      "escaping closure captures non-escaping parameter '…'", "converting non-escaping parameter '…' to …",
      "converting non-escaping value to …", "passing non-escaping parameter '…' to …",
      "assigning non-escaping parameter '…' to …",
      text: "The function keeps this closure for later. Say so in its type: `@escaping () -> Void`."),
    Explanation(
      "reference to property '…' in closure requires explicit use of 'self'…",
      "call to method '…' in closure requires explicit use of 'self'…",
      text: "The closure keeps the whole object alive, and Swift wants that to be seen: write `self.{1}`."),
  ]
}
