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
    case .tooLongForBLAS(let operation, let shapes):
      "\(operation) takes sizes up to \(Int32.max), not \(shapes.map { "\($0)" }.joined(separator: " and "))."
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
      "Index out of range: \(index) on axis \(axis) of \(shape), "
        + (shape[axis] == 0
          ? "which has no parts."
          : "where indices go from 0 to \(shape[axis] - 1), or from the end from -1 to -\(shape[axis]).")
    case .sliceOutOfRange(let range, let axis, let shape):
      "Range out of bounds: \(range) on axis \(axis) of \(shape), which has \(shape[axis]) parts."
        + (range.contains("-") ? " Other than an index, the bounds of a range do not count from the end." : "")
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
    case .assignedNumber(let number, let dtype):
      "\(number) cannot be put into a tensor of type \(dtype), which holds "
        + (dtype == .bool ? "true and false, or 1 and 0 for them. " : "integers. ")
        + "Convert the tensor first: t = t.converted(to: .float)."
    case .computedIntoParameter(let shape):
      "A parameter \(shape) is not computed, so no part of it can be replaced by something computed from parameters. "
        + "Replace it by stopGradient(value), or inside of withoutGradients."
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
    case .otherResult(let operation, let first, let again):
      "\(operation) computes its function once more on the way back, and then it gave \(again), not \(first) as before. Let it do "
        + "the same each time."
    case .otherInput(let operation, let shape):
      "\(operation) computes its function once more on the way back, and then it used a parameter or result \(shape) that it had "
        + "not used before. Let it do the same each time."
    case .nothingToJoin(let operation):
      "\(operation) needs at least one tensor; the array is empty."
    case .joining(let first, let other, let axis):
      "concatenated needs shapes that agree on all axes but axis \(axis): \(first) and \(other) do not."
    case .splitting(let sizes, let axis, let shape):
      "Axis \(axis) of \(shape) cannot be split into parts of size \(sizes.map(String.init).joined(separator: ", ")). "
        + "Sizes are not negative and add up to \(shape[axis])."
    case .chunkCount(let count, let shape):
      "\(shape) cannot be cut into \(count) parts. "
        + (count < 1 ? "Ask for 1 or more." : "So many tensors do not fit into memory, even with nothing in them.")
    case .padding(let widths, let shape):
      "padded needs two widths for each axis of \(shape), before and after, none of them negative; these are \(widths)."
    case .repetitions(let counts):
      "Something can be repeated 0 times or more, not \(counts)."
    case .countForEach(let counts, let axis, let shape):
      "repeatedElements needs a count for each of the \(shape[axis]) parts on axis \(axis) of \(shape); there are \(counts)."
    case .flattening(let from, let through, let shape):
      "flattened goes from one axis of \(shape) to a later one, not from \(from) through \(through)."
    case .normOrder(let order):
      "The order of a norm is a number: 1 for the sum of the sizes, 2 for the length, .infinity for the largest size; "
        + "not \(order)."
    case .topCount(let count, let size, let shape):
      "topK: there are \(size) numbers along this axis of \(shape), so \(count) of them cannot be had."
    case .einsum(let pattern, let problem):
      "einsum cannot read '\(pattern)': \(problem)"
    case .notSquare(let operation, let shape):
      "\(operation) needs as many equations as unknowns, a matrix [n, n]; this one is \(shape)."
    case .rightSide(let shape, let matrix):
      "solve needs a right side with \(matrix[matrix.count - 1]) rows for a matrix \(matrix), or a vector; it is \(shape)."
    case .singular(let number, let count, let size):
      "solve: \(count == 1 ? "the matrix" : "matrix \(number) of \(count)") is singular: one of its \(size) rows is made of the "
        + "others, so there is no solution, or more than one."
    case .notFinite(let operation, let number, let place, let shape):
      "\(operation) needs finite numbers; number \(place) of \(shape) is \(number)."
    case .notConverged(let operation, let shape):
      "\(operation) has not arrived at a result for \(shape)."
    case .equalSingularValues(let values):
      "The vectors of svd have a gradient only if all singular values differ, and none is 0 unless the matrix is square; "
        + "these are \(values). The gradient of the values alone exists."
    case .notVector(let operation, let shape):
      "\(operation) needs vectors, with one axis; this tensor is \(shape). Did you mean  matmul  or  * ?"
    case .weightShape(let shape):
      "The weight of a layer is [outputs, inputs, …], with sizes above 0; this shape is \(shape)."
    }
  }
}
