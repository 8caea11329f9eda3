import Glibc
import Parallelism

/// The machinery of all functions that are applied number by number.
extension Tensor {
  /// A function of a run of numbers: where they begin, where the results go, and how many there are.
  typealias VectorFunction = @Sendable (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
  /// A function of two runs of numbers.
  typealias VectorFunction2 =
    @Sendable (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void

  /// How many numbers are worth waking another thread for.
  static let smallestShare = 16_384

  /// Each number changed by the same function: by the fast one, or in double precision by the obvious one.
  func mapped(fast: VectorFunction, obvious: (Double) -> Double) -> Tensor {
    if dtype == .double {
      return reading(Double.self) { source in
        Tensor(shape) { (target: UnsafeMutablePointer<Double>) in
          for index in 0..<count { target[index] = obvious(source[index]) }
        }
      }
    }
    return converted(to: .float).reading(Float.self) { source in
      Tensor(shape) { target in
        parallel(count: count, smallest: Tensor.smallestShare) { range in
          fast(source + range.lowerBound, target + range.lowerBound, range.count)
        }
      }
    }
  }

  /// Two tensors of the same shape combined by a function that is made of several operations.
  func combined(with other: Tensor, fast: VectorFunction2) -> Tensor {
    reading(Float.self) { first in
      other.reading(Float.self) { second in
        Tensor(shape) { target in
          parallel(count: count, smallest: Tensor.smallestShare) { range in
            let start = range.lowerBound
            fast(first + start, second + start, target + start, range.count)
          }
        }
      }
    }
  }

  /// Writes a function of one tensor on the tape.
  ///
  /// - Parameters:
  ///   - input: What the function was applied to.
  ///   - saved: What the rule needs to know: the input or the result.
  ///   - fast: The rule in one go.
  ///   - recomputed: What the rule needs, computed anew from the input, for gradients of gradients.
  ///   - rule: upstream · f′, made of tensor operations.
  func recorded(
    _ operation: String, _ input: Tensor, saving saved: Tensor, fast: @escaping VectorFunction2,
    recomputed: @escaping @Sendable (Tensor) -> Tensor = { $0 },
    rule: @escaping @Sendable (_ upstream: Tensor, _ saved: Tensor) -> Tensor
  ) -> Tensor {
    guard input.tapeEntry != nil, Tape.isRecording else { return self }
    let saved = saved.withoutTape
    return recorded(operation, input) { upstream in
      if Tape.isRecording { return rule(upstream, recomputed(input)) }
      if upstream.dtype == .float, saved.dtype == .float { return upstream.combined(with: saved, fast: fast) }
      return rule(upstream, saved)
    }
  }
}
