import CourseChecks
import Glassbox
import Testing

@Suite struct WayBack {
  let query, key, value, upstream: Tensor

  init() {
    (query, key, value, upstream) = withRandomness(seed: 85) {
      (Tensor.normal([4, 6]), Tensor.normal([4, 6]), Tensor.normal([4, 3]), Tensor.normal([4, 3]))
    }
  }

  var slopes: (query: Tensor, key: Tensor, value: Tensor) {
    attendBackward(query: query, key: key, value: value, upstream: upstream)
  }

  @Test("the slope of the values, against the tape (1 point)") func valueSlope() throws {
    let expected = gradient(at: value) { (attention(query: query, key: key, value: $0) * upstream).sum() }
    try Check.close(slopes.value, to: expected, within: 1e-4)
  }

  @Test("the slope of the queries (1 point)") func querySlope() throws {
    let expected = gradient(at: query) { (attention(query: $0, key: key, value: value) * upstream).sum() }
    try Check.close(slopes.query, to: expected, within: 1e-4)
  }

  @Test("the slope of the keys (1 point)") func keySlope() throws {
    let expected = gradient(at: key) { (attention(query: query, key: $0, value: value) * upstream).sum() }
    try Check.close(slopes.key, to: expected, within: 1e-4)
  }

  @Test("a value that is the same for all tokens gives queries no slope (1 point)") func rowsOfScores() throws {
    let same = Tensor.ones([4, 3])
    let slope = attendBackward(query: query, key: key, value: same, upstream: upstream).query
    try Check.close(slope, to: Tensor.zeros([4, 6]), within: 1e-4)
  }
}
