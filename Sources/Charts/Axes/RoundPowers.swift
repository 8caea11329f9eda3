import Glibc

/// Marks at round numbers for equal ratios: powers of ten, and between them twice and five times as much if there is room.
struct RoundPowers: Equatable {
  let numbers: [Double]

  /// - Parameter range: Numbers above zero.
  init(covering range: ClosedRange<Double>) {
    // The smallest numbers of all have no tenth.
    let low = max(range.lowerBound, 1e-300)
    let high = max(range.upperBound, low)
    let first = Int(log10(low).rounded(.down))
    let last = Int(log10(high).rounded(.up))
    let decades = last - first
    let digits: [Double] = decades <= 3 ? [1, 2, 5] : [1]
    let stride = max(1, (decades + 6) / 7)
    var all = Swift.stride(from: first - stride, through: last + stride, by: stride).flatMap { exponent in
      digits.map { digit in exponent < 0 ? digit / pow(10, Double(-exponent)) : digit * pow(10, Double(exponent)) }
    }
    all = all.filter(\.isFinite)
    // Beyond the last power of ten there are numbers still.
    if all.allSatisfy({ $0 < high }) { all.append(high) }
    let start = all.lastIndex { $0 <= low } ?? 0
    let end = all.firstIndex { $0 >= high } ?? all.count - 1
    // One number alone gets a mark on each side.
    numbers = start < end ? Array(all[start...end]) : Array(all[max(start - 1, 0)...min(end + 1, all.count - 1)])
  }
}
