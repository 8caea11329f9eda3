/// An amount of memory that prints itself as people write it: `12 bytes`, `3.4 kB`, `120 MB`.
package struct ByteCount: CustomStringConvertible {
  package var bytes: Int

  package init(_ bytes: Int) { self.bytes = bytes }

  package var description: String {
    if bytes == 1 { return "1 byte" }
    if bytes < 1_000 { return "\(bytes) bytes" }
    var amount = Double(bytes) / 1_000
    var units = ["kB", "MB", "GB", "TB"][...]
    while amount >= 999.95, units.count > 1 {
      amount /= 1_000
      units = units.dropFirst()
    }
    let rounded = amount < 99.95 ? (amount * 10).rounded() / 10 : amount.rounded()
    let digits = rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    return "\(digits) \(units.first ?? "TB")"
  }
}
