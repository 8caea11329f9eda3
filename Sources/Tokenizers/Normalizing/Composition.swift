@_spi(_Unicode) import Swift

/// The canonical forms of Unicode: `é` as one scalar, or as `e` and an accent. Source: Unicode Standard Annex 15.
extension [TextUnit] {
  /// Canonical decomposition (NFD): each scalar taken apart, and the marks behind it in their standard order.
  var decomposed: [TextUnit] {
    guard contains(where: { !$0.scalar.isASCII }) else { return self }
    var units: [TextUnit] = []
    units.reserveCapacity(count)
    for unit in self {
      if unit.scalar.isASCII {
        units.append(unit)
      } else {
        for scalar in String(Character(unit.scalar))._nfd {
          units.append(TextUnit(scalar: scalar, start: unit.start, end: unit.end))
        }
      }
    }
    units.orderMarks()
    return units
  }

  /// Canonical composition (NFC): what was taken apart, put together where there is one scalar for it.
  var composed: [TextUnit] {
    guard contains(where: { !$0.scalar.isASCII }) else { return self }
    var result: [TextUnit] = []
    result.reserveCapacity(count)
    var position = 0
    // Nothing is put together across the border of two characters as a reader sees them.
    for character in text {
      let length = character.unicodeScalars.count
      let group = self[position..<position + length]
      position += length
      let scalars = String(character)._nfc.map { $0 }
      if scalars.elementsEqual(group.lazy.map(\.scalar)) {
        result += group
      } else {
        result += group.places(of: scalars)
      }
    }
    return result
  }

  /// Sorts runs of marks by their combining class; equal ones stay as they are.
  private mutating func orderMarks() {
    var position = 0
    while position < count {
      guard self[position].combiningClass != 0 else {
        position += 1
        continue
      }
      let end = self[position...].firstIndex { $0.combiningClass == 0 } ?? count
      if end - position > 1 {
        let run = self[position..<end].enumerated().sorted {
          ($0.element.combiningClass, $0.offset) < ($1.element.combiningClass, $1.offset)
        }
        replaceSubrange(position..<end, with: run.map(\.element))
      }
      position = end
    }
  }
}

extension ArraySlice<TextUnit> {
  /// The places of scalars that these were put together to: what is new stands where the first of its parts was, and the
  /// other parts are passed over.
  fileprivate func places(of scalars: [Unicode.Scalar]) -> [TextUnit] {
    var position = startIndex
    return scalars.map { scalar in
      let unit = self[Swift.min(position, endIndex - 1)]
      let parts = scalar.decomposedCount - unit.scalar.decomposedCount
      position += 1 + Swift.max(parts, 0)
      return TextUnit(scalar: scalar, start: unit.start, end: unit.end)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var decomposedCount: Int {
    isASCII ? 1 : String(Character(self))._nfd.reduce(0) { count, _ in count + 1 }
  }
}

extension TextUnit {
  fileprivate var combiningClass: UInt8 {
    scalar.isASCII ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }
}
