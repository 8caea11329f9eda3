/// What the box of a kind of node looks like.
///
/// The colours are of medium brightness, so that they can be seen on a light and on a dark ground.
struct BoxLook {
  let color: String
  let radius: Double
  let border: String

  init(_ kind: ComputationGraph.Node.Kind) {
    switch kind {
    case .parameter: (color, radius, border) = ("#2b87c8", 2, "stroke-width=\"1.5\"")
    case .constant: (color, radius, border) = ("#8c8c8c", 2, "stroke-width=\"1.2\" stroke-dasharray=\"4 3\"")
    case .operation: (color, radius, border) = ("#c77f00", 12, "stroke-width=\"1.2\"")
    case .result: (color, radius, border) = ("#009e73", 12, "stroke-width=\"2.5\"")
    }
  }
}
