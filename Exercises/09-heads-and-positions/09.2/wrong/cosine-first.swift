// mistake: in each pair the cosine stands before the sine.
// caught by: paperRows, library, placeZero
import Glassbox

func waves(count: Int, features: Int) -> Tensor {
  let angles = Tensor.arange(count).unsqueezed(1) * pow(10_000, Tensor.arange(features / 2) * (-2 / Double(features)))
  return stacked([cos(angles), sin(angles)], axis: -1).reshaped(to: [count, features])
}

func movedOn(_ row: Tensor, by steps: Int) -> Tensor {
  let angles = pow(10_000, Tensor.arange(row.count / 2) * (-2 / Double(row.count))) * steps
  let (sine, cosine) = (row.sliced(0..., by: 2), row.sliced(1..., by: 2))
  return stacked([sine * cos(angles) + cosine * sin(angles), cosine * cos(angles) - sine * sin(angles)], axis: -1)
    .flattened()
}
