/// The parts of the sentences that need some thought.
extension TensorMistake {
  /// `3.4 GB`, or `more than 9,000,000,000 GB` where the count itself overflows.
  static func gigabytes(_ shape: [Int], _ dtype: DType) -> String {
    let bytes = shape.reduce(Double(dtype.byteCount)) { $0 * Double($1) }
    return bytes < 9e18 ? "\((bytes / 1e8).rounded() / 10) GB" : "more than 9,000,000,000 GB"
  }

  /// Why two matrices cannot be multiplied, and what could.
  static func innerSizes(_ left: [Int], _ right: [Int]) -> String {
    let inner = left[left.count - 1]
    let outer = right[right.count - 2]
    var words = "matmul needs the inner sizes to agree.\n"
    words += marked(left, [left.count - 1], right, [right.count - 2], remark: "\(inner) and \(outer) differ")
    let (rows, columns) = (left[left.count - 2], right[right.count - 1])
    if columns == inner {
      words += "\nDid you mean  left.matmul(right.transposed())  ->  \(left.dropLast() + [outer]) ?"
    } else if rows == outer {
      words += "\nDid you mean  left.transposed().matmul(right)  ->  \(left.dropLast(2) + [inner, columns]) ?"
    }
    return words
  }

  /// Why two tensors cannot be combined number by number, and what could.
  static func misfit(_ operation: String, _ left: [Int], _ right: [Int]) -> String {
    // Shapes are matched from the end; of a matrix product only the axes in front are.
    let (leftAxes, rightAxes) = operation == "matmul" ? (left.count - 2, right.count - 2) : (left.count, right.count)
    let distance = (1...Swift.max(Swift.min(leftAxes, rightAxes), 1)).first { distance in
      let (a, b) = (left[leftAxes - distance], right[rightAxes - distance])
      return a != b && a != 1 && b != 1
    }
    guard let distance else { return "\(operation) cannot combine \(left) and \(right)." }
    let (leftAxis, rightAxis) = (leftAxes - distance, rightAxes - distance)
    return "\(operation) needs sizes that are equal, or 1 on one side, counted from the last axis.\n"
      + marked(left, [leftAxis], right, [rightAxis], remark: "\(left[leftAxis]) and \(right[rightAxis]) differ")
      + suggestion(operation, left, right)
  }

  private static func suggestion(_ operation: String, _ left: [Int], _ right: [Int]) -> String {
    guard operation != "matmul", left.count == 2, right.count == 1, right[0] == left[0] else { return "" }
    return "\nDid you mean  left \(operation) right.reshaped(to: [\(right[0]), 1])  ->  \(left) ?"
  }

  /// Both shapes side by side, with `^^` under the sizes that do not fit.
  private static func marked(
    _ left: [Int], _ leftAxes: Set<Int>, _ right: [Int], _ rightAxes: Set<Int>, remark: String
  ) -> String {
    let (leftText, leftMarks) = markedShape(left, leftAxes)
    let (rightText, rightMarks) = markedShape(right, rightAxes)
    let top = "   left  \(leftText)        right \(rightText)"
    let gap = "   left  ".count + leftText.count + "        right ".count
    var marks = String(repeating: " ", count: "   left  ".count) + leftMarks
    marks += String(repeating: " ", count: gap - marks.count) + rightMarks
    return "\(top)\n\(marks)      \(remark)"
  }

  private static func markedShape(_ shape: [Int], _ axes: Set<Int>) -> (text: String, marks: String) {
    var text = "["
    var marks = " "
    for (axis, size) in shape.enumerated() {
      let digits = String(size)
      text += (axis > 0 ? ", " : "") + digits
      marks += (axis > 0 ? "  " : "") + String(repeating: axes.contains(axis) ? "^" : " ", count: digits.count)
    }
    while marks.last == " " { marks.removeLast() }
    return (text + "]", marks)
  }
}
