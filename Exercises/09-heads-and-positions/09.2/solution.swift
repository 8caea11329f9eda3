import Glassbox

/// Waves that tell places apart, `[count, features]`.
func waves(count: Int, features: Int) -> Tensor {
  let angles = Tensor.arange(count).unsqueezed(1) * speeds(features)  // [count, pairs]
  return stacked([sin(angles), cos(angles)], axis: -1).reshaped(to: [count, features])
}

/// The row of another place, from one row `[features]` and nothing else.
func movedOn(_ row: Tensor, by steps: Int) -> Tensor {
  let pairs = row.reshaped(to: [-1, 2])  // [pairs, sine and cosine 2]
  let (sine, cosine) = (pairs[.all, 0], pairs[.all, 1])
  let angles = speeds(row.count) * steps  // [pairs]
  let turned = [sine * cos(angles) + cosine * sin(angles), cosine * cos(angles) - sine * sin(angles)]
  return stacked(turned, axis: -1).flattened()
}

/// How far each pair turns in a step, `[pairs]`.
private func speeds(_ features: Int) -> Tensor {
  pow(10_000, Tensor.arange(features / 2) * (-2 / Double(features)))
}
