/// A number of bytes in words: `12 MB`.
struct Bytes: CustomStringConvertible {
  let count: Int

  init(_ count: Int) { self.count = count }

  var description: String {
    var value = Double(count)
    for unit in ["bytes", "KB", "MB", "GB"] {
      if value < 1000 || unit == "GB" {
        return unit == "bytes"
          ? "\(count) \(count == 1 ? "byte" : "bytes")"
          : value < 10 ? "\((value * 10).rounded() / 10) \(unit)" : "\(Int(value.rounded())) \(unit)"
      }
      value /= 1000
    }
    return "\(count) bytes"
  }
}

/// The status with which a process has ended, in words.
struct EndingStatus: CustomStringConvertible {
  let status: Int32

  init(_ status: Int32) { self.status = status }

  var description: String {
    switch status {
    case 128 + 9: "killed, perhaps for want of memory (signal 9)"
    case 128 + 6: "it stopped itself (signal 6)"
    case 128 + 11: "a bad memory access that could not be contained (signal 11)"
    case 129...: "signal \(status - 128)"
    default: "exit status \(status)"
    }
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }

  /// The duration with a unit that suits it: `3.2 ms`.
  var words: String {
    let seconds = seconds
    func text(_ value: Double, _ unit: String) -> String {
      let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
      var scale = 1.0
      for _ in 0..<digits { scale *= 10 }
      let rounded = (value * scale).rounded() / scale
      return digits == 0 ? "\(Int(rounded)) \(unit)" : "\(rounded) \(unit)"
    }
    return switch seconds {
    case 1...: text(seconds, "s")
    case 1e-3...: text(seconds * 1e3, "ms")
    case 1e-6...: text(seconds * 1e6, "µs")
    default: text(seconds * 1e9, "ns")
    }
  }
}
