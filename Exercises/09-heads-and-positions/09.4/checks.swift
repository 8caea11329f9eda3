import CourseChecks
import Glassbox
import Testing

@Suite struct FewerHeads {
  @Test("GPT-2 small, 1,024 tokens in 4 bytes: 72 MiB (1 point)") func small() throws {
    let got = cacheBytes(layers: 12, heads: 12, keyValueHeads: 12, size: 64, tokens: 1024, bytesPerNumber: 4)
    try Check.equal(got, 75_497_472)
  }

  @Test("Llama 2 with 70 billion weights, 4,096 tokens in 2 bytes: 1.25 GiB (1 point)") func large() throws {
    let got = cacheBytes(layers: 80, heads: 64, keyValueHeads: 8, size: 128, tokens: 4096, bytesPerNumber: 2)
    try Check.equal(got, 1_342_177_280)
  }

  @Test("as many heads of keys as of queries is nothing new (1 point)") func noneShared() throws {
    try compare(heads: 4, shared: 4)
  }

  @Test("four heads of queries on one of keys (1 point)") func allShare() throws {
    try compare(heads: 4, shared: 1)
  }

  @Test("six heads of queries on two of keys (1 point)") func neighboursShare() throws {
    try compare(heads: 6, shared: 2)
  }

  private func compare(heads: Int, shared: Int) throws {
    let (query, key, value) = withRandomness(seed: 99) {
      (Tensor.normal([heads, 3, 8]), Tensor.normal([shared, 5, 8]), Tensor.normal([shared, 5, 8]))
    }
    let expected = attention(query: query, key: key, value: value)
    try Check.close(attendGrouped(query: query, key: key, value: value), to: expected, within: 1e-4)
  }
}
