/// A run of numbers for the fused version of a step: where a parameter, its gradient and what is remembered of it begin.
struct OptimizerRun {
  let numbers: UnsafeMutablePointer<Float>
  let gradients: UnsafePointer<Float>
  /// As many places as the optimizer has names for; no optimizer here remembers more than three things. An array that
  /// lies in place, as training a small model would wait for the other kind's memory.
  let memory: InlineArray<3, UnsafeMutablePointer<Float>>
  let count: Int

  /// A part of the run.
  subscript(range: Range<Int>) -> OptimizerRun {
    let start = range.lowerBound
    return OptimizerRun(
      numbers: numbers + start, gradients: gradients + start,
      memory: [memory[0] + start, memory[1] + start, memory[2] + start], count: range.count)
  }
}
