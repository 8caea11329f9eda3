// mistake: each token is compared with a limit by itself; nothing is added up.
// caught by: reaches, exactly, ties, likeLibrary
import Glassbox

func nucleus(of probabilities: [Double], share: Double) -> [Double] {
  let limit = (1 - share) * (probabilities.max() ?? 0)
  let result = probabilities.map { $0 >= limit ? $0 : 0 }
  return result.map { $0 / result.reduce(0, +) }
}
