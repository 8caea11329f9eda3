/// The smallest, the mean and the largest number of a tensor.
struct TensorStatistics: Equatable {
  var minimum: Double
  var mean: Double
  var maximum: Double
  /// How many are infinite or no number at all; they count in none of the others.
  var notFinite: Int

  /// - Returns: `nil` if there is no finite number.
  init?(_ numbers: [Double]) {
    var (minimum, maximum, sum, finite) = (Double.infinity, -Double.infinity, 0.0, 0)
    for number in numbers where number.isFinite {
      minimum = min(minimum, number)
      maximum = max(maximum, number)
      sum += number
      finite += 1
    }
    guard finite > 0 else { return nil }
    self.minimum = minimum
    self.maximum = maximum
    mean = sum / Double(finite)
    notFinite = numbers.count - finite
  }

  var text: String {
    let format = NumberFormat(for: [minimum, mean, maximum])
    let words = "min \(format.text(minimum)) · mean \(format.text(mean)) · max \(format.text(maximum))"
    return notFinite == 0 ? words : words + " · \(notFinite) not finite"
  }
}
