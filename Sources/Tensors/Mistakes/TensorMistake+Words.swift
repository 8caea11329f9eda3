extension TensorMistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .ragged(let axis, let expected, let found):
      "A tensor needs arrays of the same length side by side: "
        + "one on level \(axis + 1) has \(found) \(found == 1 ? "element" : "elements"), the first one has \(expected)."
    case .negativeSize(let shape):
      "A size cannot be negative: \(shape)."
    case .tooLarge(let shape, let dtype, let memory):
      "A tensor \(shape) does not fit into memory: \(TensorMistake.gigabytes(shape, dtype)) are needed, "
        + "this machine has \(memory / 1_000_000_000) GB."
    case .endlessRange(let start, let end, let step):
      "arange never arrives: from \(start) to \(end) by \(step). Use a step that is not 0 and bounds that are finite."
    case .notOneNumber(let shape):
      "item needs a tensor with exactly one number; this one is \(shape). Use floats for all of them."
    case .broadcast(let operation, let left, let right):
      TensorMistake.misfit(operation, left, right)
    case .stretch(let from, let to):
      "\(from) cannot be stretched to \(to). Only axes of size 1 and new axes in front can be repeated."
    case .innerSizes(let left, let right):
      TensorMistake.innerSizes(left, right)
    case .tooLongForBLAS(let left, let right):
      "matmul takes sizes up to \(Int32.max): left \(left), right \(right)."
    case .reshape(let from, let to):
      "reshaped(to: \(to)) needs as many numbers as there are: \(from) holds \(from.reduce(1, *))"
        + (to.contains(-1) ? "." : ", \(to) would hold \(to.reduce(1, *)).")
    case .tooFewAxes(let operation, let needed, let shape):
      "\(operation) needs at least \(needed) \(needed == 1 ? "axis" : "axes"); the tensor is \(shape)."
        + (needed == 2 && shape.count == 1 ? " Did you mean  reshaped(to: [1, \(shape[0])]) ?" : "")
    case .noSuchAxis(let axis, let shape):
      shape.isEmpty
        ? "There is no axis \(axis): a single number has no axes."
        : "There is no axis \(axis): \(shape) has the axes 0 to \(shape.count - 1), or from the end -1 to -\(shape.count)."
    case .indexCount(let given, let shape):
      "\(given) \(given == 1 ? "index" : "indices") for a tensor \(shape) with \(shape.count) axes. "
        + "Give one index for each axis, or one after the other: t[i][j]."
    case .indexOutOfRange(let index, let axis, let shape):
      "Index out of range: \(index) on axis \(axis) of \(shape), where indices go from 0 to \(shape[axis] - 1)."
    case .sliceOutOfRange(let range, let axis, let shape):
      "Range out of bounds: \(range) on axis \(axis) of \(shape), which has \(shape[axis]) parts."
    case .assignment(let new, let old):
      "A part of shape \(old) can only be replaced by one of the same shape, not by \(new)."
    case .nothingToCompare(let operation, let shape):
      "\(operation) needs at least one number along the axis; the tensor is \(shape)."
    case .notAnInteger(let number, let shape):
      "No Int can hold \(number), which is in a tensor \(shape)."
    case .permutation(let order, let shape):
      "permuted needs each axis of \(shape) once: the numbers 0 to \(shape.count - 1) in some order, not \(order)."
    case .notOne(let axis, let shape):
      "squeezed removes axes of size 1; axis \(axis) of \(shape) has the size "
        + "\(shape[axis < 0 ? axis + shape.count : axis])."
    case .repeatedAxis(let axes, let shape):
      "An axis of \(shape) is named twice: \(axes)."
    case .zeroStep(let axis, let shape):
      "A step of 0 on axis \(axis) of \(shape) never gets anywhere. Use 1, 2, … or -1, -2, … to go backwards."
    case .assignedType(let new, let old):
      "Numbers of type \(new) cannot be put into a tensor of type \(old) without loss. "
        + "Use converted(to: .\(String(describing: old).lowercased())) if that is meant."
    case .changeOnTape(let shape):
      "This tensor \(shape) was computed from parameters, and its gradient needs it as it is. "
        + "Change a copy: stopGradient(t)."
    case .sameShape(let operation, let left, let right):
      "\(operation) needs two tensors of the same shape: \(left) and \(right) differ."
    case .notIndices(let operation, let dtype):
      "\(operation) needs indices, a tensor of type Int; this one holds \(dtype). "
        + "Make one by Tensor(indices: […]) or converted(to: .int)."
    case .indexBeyond(let operation, let index, let size):
      "\(operation): index \(index) is out of range; "
        + (size == 0 ? "there is nothing to choose from." : "there are \(size), numbered 0 to \(size - 1).")
    case .indexShape(let operation, let indices, let shape, let axis):
      "\(operation) needs indices with as many axes as the tensor \(shape), nowhere longer but along axis \(axis); "
        + "these are \(indices)."
    case .noFraction(let operation, let dtype):
      "\(operation) needs numbers that can change a little: Float or Double, not \(dtype)."
    case .nothingToLearn(let shape):
      "This tensor \(shape) was not computed from any parameter, so it has no gradient. "
        + "Make a parameter by asParameter() and compute with it (outside of withoutGradients)."
    case .notOneNumberToDerive(let shape):
      "backward() starts from one number, a loss; this tensor is \(shape). Did you mean  .mean().backward()  or "
        + ".sum().backward() ?"
    case .upstream(let shape, let expected):
      "A gradient has the shape of its tensor: \(expected), not \(shape)."
    case .tapeIsSpent(let operation):
      "backward() has already gone back through '\(operation)' and let go of what it needs. Compute the loss again, or call "
        + "backward(keepingGraph: true) the first time."
    case .pullbackShape(let operation, let got, let expected):
      "The pullback of '\(operation)' gave a gradient \(got) for an input \(expected)."
    case .pullbackCount(let operation, let got, let expected):
      "The pullback of '\(operation)' gave \(got) gradients for \(expected) inputs."
    case .onceOnly(let operation):
      "The gradient of '\(operation)' is computed in one go and has no gradient of its own. For gradients of gradients use "
        + "the version in plain tensor operations."
    }
  }

  /// `3.4 GB`, or `more than 9,000,000,000 GB` where the count itself overflows.
  private static func gigabytes(_ shape: [Int], _ dtype: DType) -> String {
    let bytes = shape.reduce(Double(dtype.byteCount)) { $0 * Double($1) }
    return bytes < 9e18 ? "\((bytes / 1e8).rounded() / 10) GB" : "more than 9,000,000,000 GB"
  }

  private static func innerSizes(_ left: [Int], _ right: [Int]) -> String {
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

  private static func misfit(_ operation: String, _ left: [Int], _ right: [Int]) -> String {
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
