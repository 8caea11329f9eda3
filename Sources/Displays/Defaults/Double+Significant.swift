import Glibc

extension Double {
  /// The number in full if it is short, else with six significant digits or all that stand before the point, as a column of a table can take it.
  package var significant: String {
    let whole = description
    guard whole.count > 8 else { return whole }
    var buffer = [CChar](repeating: 0, count: 32)
    let form = (1e5..<1e15).contains(magnitude) ? "%.1f" : "%.6g"
    let count = withVaList([self]) { vsnprintf(&buffer, buffer.count, form, $0) }
    guard count > 0 && count < buffer.count else { return whole }
    return String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
