extension Explanation {
  /// Names that mean something in Python.
  static let pythonNames: [Explanation] = [
    Explanation(
      beginnings: "…=…", lines: ["…(…=…"], messages: ["cannot find '…' in scope"],
      text: "Swift writes a colon after the name of an argument: `{here 1}: …`."),
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
      "cannot find 'str' in scope", "cannot find type 'str' in scope", "cannot find type 'string' in scope",
      text: "Swift writes `String(x)`, or `\"\\(x)\"` within a text, where Python has `str(x)`."),
    Explanation(
      "cannot find 'elif' in scope", text: "Swift writes `else if` where Python writes `elif`."),
    Explanation(
      "cannot find 'int' in scope", "cannot find type 'int' in scope",
      text: "Types begin with a capital letter: `Int`. Of a text it makes a number if there is one: `Int(\"42\") ?? 0`."
    ),
    Explanation(
      "cannot find 'float' in scope", "cannot find type 'float' in scope", "cannot find type 'double' in scope",
      text: "Types begin with a capital letter: `Double`, or `Float` for half the digits."),
    Explanation(
      "cannot find 'bool' in scope", "cannot find type 'bool' in scope",
      text: "Types begin with a capital letter: `Bool`."),
    Explanation(
      "cannot find 'list' in scope", "cannot find type 'list' in scope", "cannot find type 'List' in scope",
      text: "Swift calls a list an array. Its type is `[Int]`, and `Array(x)` makes one of a row of values."),
    Explanation(
      "cannot find 'dict' in scope", "cannot find type 'dict' in scope",
      text: "A dictionary's type is `[String: Int]`, an empty one is `var d: [String: Int] = [:]`."),
    Explanation(
      "cannot find 'sum' in scope", "value of type '[…]' has no member 'sum'",
      text: "An array adds up its values with `values.reduce(0, +)`, a tensor with `x.sum()`."),
    Explanation(
      "cannot find 'mean' in scope", "value of type '[…]' has no member 'mean'",
      text: "The mean of an array is `values.reduce(0, +) / Double(values.count)`, that of a tensor `x.mean()`."),
    Explanation(
      "cannot find 'enumerate' in scope",
      text: "Swift numbers the values of a row with `values.enumerated()`, as in "
        + "`for (i, x) in values.enumerated() { … }`."),
    Explanation(
      "cannot find 'sorted' in scope", "cannot find 'reversed' in scope", "cannot find 'map' in scope",
      "cannot find 'filter' in scope",
      text: "In Swift this belongs to the collection: `values.sorted()`, `values.reversed()`, `values.map { $0 * 2 }`."),
    Explanation(
      "cannot find 'input' in scope", text: "Swift reads a line that somebody types with `readLine() ?? \"\"`."),
    Explanation(
      "cannot find 'type' in scope", text: "A value's type is `type(of: x)`."),
    Explanation(
      "cannot find 'np' in scope", "cannot find 'numpy' in scope", "cannot find 'torch' in scope",
      "cannot find 'tf' in scope",
      text:
        "Python's packages are not there in Swift. A tensor has the same as methods, `x.sum()`, `x.exp()` is `exp(x)`, "
        + "and `Tensor.zeros([2, 3])` makes one."),
    Explanation(
      "cannot find 'math' in scope",
      text: "After `import Foundation` the functions are called without `math.`: `sqrt(2)`, `exp(1)`, `pow(2, 3)`."),
    Explanation(
      "cannot find 'random' in scope",
      text: "The type knows how to draw one: `Int.random(in: 0..<10)`, `Double.random(in: 0..<1)`."),
    Explanation(
      "value of type '…' has no member 'items'", "value of type '…' has no member 'iteritems'",
      text: "A dictionary is walked through directly: `for (key, value) in values { … }`."),
    Explanation(
      "value of type 'String' has no member 'upper'", "value of type 'String' has no member 'lower'",
      "value of type 'String' has no member 'toUpperCase'", "value of type 'String' has no member 'toLowerCase'",
      text: "Swift writes names out: `text.uppercased()`, `text.lowercased()`."),
    Explanation(
      "value of type 'String' has no member 'format'",
      text: "A value goes into a text with a backslash and parentheses, `\"x is \\(x)\"`. With two digits behind the "
        + "point it is `String(format: \"%.2f\", x)` after `import Foundation`."),
    Explanation(
      "value of type 'String' has no member 'join'",
      text: "In Swift the list joins itself: `words.joined(separator: \" \")`."),
    Explanation(
      "value of type 'String' has no member 'strip'", "value of type 'String' has no member 'trim'",
      text: "After `import Foundation` it is `text.trimmingCharacters(in: .whitespacesAndNewlines)`."),
    Explanation(
      "missing argument for parameter 'separator' in call",
      text:
        "Say at which sign to split: `text.split(separator: \" \")`. It gives pieces; `String(piece)` makes a text of one."
    ),
    Explanation(
      "'%' is unavailable: For floating point numbers use truncatingRemainder instead",
      text: "`%` is for whole numbers. Of decimal ones it is `a.truncatingRemainder(dividingBy: b)`."),
    Explanation(
      "cannot access element using subscript for tuple type …",
      text: "The parts of a tuple are reached with a point: `pair.0`, `pair.1`."),
    Explanation(
      "expected ':' following argument label and parameter name",
      text: "A parameter's name comes first, then a colon and its type: `func f(x: Int)`."),
    Explanation(
      "cannot find 'help' in scope", "cannot find 'dir' in scope",
      text:
        "A name with a question mark, alone, is explained: `Tensor?`. Tab after a dot lists what a value has."
    ),
    Explanation(
      "cannot find 'exit' in scope", "cannot find 'quit' in scope",
      text: "The code ends by itself after its last line. `%reset` forgets all values."),
    Explanation(
      "cannot find 'println' in scope", "cannot find 'printf' in scope", "cannot find 'echo' in scope",
      "cannot find 'console' in scope", "cannot find 'puts' in scope",
      text: "Swift writes a line with `print(x)`, or `print(x, terminator: \"\")` without going to the next line."),
    Explanation(
      "cannot find 'open' in scope",
      text:
        "A text file is read by `try String(contentsOfFile: \"file.txt\", encoding: .utf8)` after `import Foundation`."),
    Explanation(
      lines: "self.…", messages: ["cannot find 'self' in scope…"],
      text: "`self` is the value whose method is running, and here none is. Write the name of a value: `model.x`."),
  ]
}
