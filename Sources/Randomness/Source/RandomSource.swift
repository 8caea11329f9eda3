internal import Interruption
import Synchronization

/// A random generator that many can share: whoever draws from it moves it on for all the others.
///
///     let source = RandomSource(seed: 42)
///     source.split("dropout")           // a source of its own for a name
///
/// Models take their first weights, and dropout its masks, from ``current`` unless they are told otherwise. A program that
/// does the same things in the same order draws the same numbers each time. Where several threads draw from one source,
/// no number comes twice, but who gets which depends on who comes first: give each thread a source of its own by ``split()``.
public final class RandomSource: Sendable {
  private let state: Mutex<RandomGenerator>

  /// Where random numbers come from unless something else is asked for: inside of ``withRandomness(seed:_:)`` that one's,
  /// else one source with seed 0 for the whole process.
  ///
  ///     RandomSource.current.reseed(42)
  @TaskLocal public static var current = RandomSource(seed: 0)

  /// Which source is drawn from in the place of another one: see ``DrawnRandomness``.
  @TaskLocal static var standIn: (@Sendable (RandomSource) -> RandomSource)?

  /// Makes a source that begins where a generator with this seed does.
  public convenience init(seed: UInt64) { self.init(RandomGenerator(seed: seed)) }

  /// Makes a source that goes on where a generator stands.
  public init(_ generator: RandomGenerator) { state = Mutex(generator) }

  /// Begins anew with another seed.
  public func reseed(_ seed: UInt64) { generator = RandomGenerator(seed: seed) }

  /// Where the source stands. Whoever keeps it can go on later exactly here:
  ///
  ///     let saved = RandomSource.current.generator
  ///     RandomSource.current.generator = saved
  public var generator: RandomGenerator {
    get { active.ownGenerator }
    set { active.state.withUninterruptedLock { $0 = newValue } }
  }

  /// This source, unless another one stands in for it just now.
  private var active: RandomSource { RandomSource.standIn?(self) ?? self }

  /// Where this source stands, whoever stands in for it.
  var ownGenerator: RandomGenerator { state.withUninterruptedLock { $0 } }

  /// A new source each time, whose numbers have nothing to do with those of this one.
  public func split() -> RandomSource { RandomSource(active.state.withUninterruptedLock { $0.split() }) }

  /// The source for a name: the same for the same name, wherever this source stands.
  public func split(_ name: String) -> RandomSource { RandomSource(generator.split(name)) }

  /// The source for a number: a layer, an epoch, a worker.
  public func split(_ number: Int) -> RandomSource { RandomSource(generator.split(number)) }

  /// A generator that stands at the next words, which this source goes past. So nothing is drawn while the lock is held,
  /// and a mistake on the way cannot leave it locked.
  package func reserve(words: Int) -> RandomGenerator {
    active.state.withUninterruptedLock { generator in
      defer { generator.skip(words) }
      return generator
    }
  }
}
