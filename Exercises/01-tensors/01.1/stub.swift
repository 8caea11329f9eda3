/// The shape of a sum of two tensors, or `nil` if their shapes do not fit.
func broadcastShape(_ left: [Int], _ right: [Int]) -> [Int]? {
  [-1]  // replace this line
}
