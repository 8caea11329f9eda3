/// Runs a function with a random source of its own: inside of it ``RandomSource/current`` begins at the seed.
///
///     let once = withRandomness(seed: 7) { RandomSource.current.generator.position }
///
/// What happens outside neither changes nor notices anything. Tasks that the function starts share the source.
public func withRandomness<Result, Failure: Error>(
  seed: UInt64, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  // `withValue` rethrows any error; the one kind that the body throws is carried around it.
  let result: Swift.Result<Result, Failure> = RandomSource.$current.withValue(RandomSource(seed: seed)) {
    do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
  }
  return try result.get()
}

/// The same for a function that waits.
public func withRandomness<Result>(
  seed: UInt64, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
) async rethrows -> Result {
  try await RandomSource.$current.withValue(RandomSource(seed: seed), operation: body, isolation: isolation)
}
