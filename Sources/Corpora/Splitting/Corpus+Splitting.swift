import Randomness

extension Corpus {
  /// Two parts of the documents: one to learn from, one to look at only.
  ///
  ///     let corpus = Corpus("digits", documents: (0..<10).map { "\($0)" })
  ///     let (training, validation) = try corpus.split(validationShare: 0.2)
  ///     validation.documents.count     // 2
  ///
  /// Documents that are alike are taken once, so nothing of the validation has been learned. Each part keeps the order.
  /// - Parameters:
  ///   - share: How much goes to the validation; at least one document if there are two.
  ///   - seed: What decides which.
  /// - Throws: ``CorpusError`` if the share is not between 0 and 1.
  public func split(
    validationShare share: Double = 0.1, seed: UInt64 = 0
  ) throws(CorpusError) -> (training: Corpus, validation: Corpus) {
    let documents = withoutDuplicates.documents
    let chosen = try heldOut(documents.count, share, seed)
    return (
      Corpus(name, documents: documents.indices.filter { !chosen.contains($0) }.map { documents[$0] }),
      Corpus(name, documents: documents.indices.filter(chosen.contains).map { documents[$0] })
    )
  }
}

/// Which of so many things are held out: at least one of two or more, and never all.
func heldOut(_ count: Int, _ share: Double, _ seed: UInt64) throws(CorpusError) -> Set<Int> {
  guard share > 0, share < 1 else { throw .share(share) }
  guard count > 1 else { return [] }
  var generator = RandomGenerator(seed: seed).split("validation")
  let wanted = Int((Double(count) * share).rounded())
  return Set(generator.choose(min(max(wanted, 1), count - 1), of: count))
}
