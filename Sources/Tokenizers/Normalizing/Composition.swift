@_spi(_Unicode) import Swift

/// The normal forms of Unicode: `é` as one scalar, or as `e` and an accent. Source: Unicode Standard Annex 15.
///
/// Scalars that came after Unicode 9 are left as they are and are no marks, as in the field's programs.
extension [TextUnit] {
  /// Canonical decomposition (NFD): each scalar taken apart, and the marks behind it in their standard order.
  var decomposed: [TextUnit] {
    isBelow(0xC0) ? self : placed(ChangedScalar.apart(self) { $0.canonicalParts })
  }

  /// Canonical composition (NFC): what was taken apart, put together where there is one scalar for it.
  var composed: [TextUnit] {
    isBelow(0x300) ? self : placed(ChangedScalar.together(ChangedScalar.apart(self) { $0.canonicalParts }))
  }

  /// Compatibility decomposition (NFKD): what is only another form of a character becomes that character as well.
  var compatibilityDecomposed: [TextUnit] {
    isBelow(0xA0) ? self : placed(ChangedScalar.apart(self) { $0.compatibilityParts })
  }

  /// Compatibility composition (NFKC): after that, what has one scalar is put together.
  var compatibilityComposed: [TextUnit] {
    isBelow(0xA0) ? self : placed(ChangedScalar.together(ChangedScalar.apart(self) { $0.compatibilityParts }))
  }

  /// Whether there are only such scalars; each form leaves those alone that are below a limit of its own.
  private func isBelow(_ limit: UInt32) -> Bool { allSatisfy { $0.scalar.value < limit } }
}

extension ChangedScalar {
  /// Takes scalars apart, and sorts runs of marks by their combining class; equal ones stay as they are.
  fileprivate static func apart(_ units: [TextUnit], _ parts: (Unicode.Scalar) -> [Unicode.Scalar]) -> [ChangedScalar] {
    var result: [ChangedScalar] = []
    result.reserveCapacity(units.count)
    for unit in units {
      if unit.scalar.isASCII {
        result.append(ChangedScalar(scalar: unit.scalar, change: 0))
      } else {
        for (index, part) in parts(unit.scalar).enumerated() {
          result.append(ChangedScalar(scalar: part, change: index == 0 ? 0 : 1))
        }
      }
    }
    var position = 0
    while position < result.count {
      guard result[position].scalar.combiningClass != 0 else {
        position += 1
        continue
      }
      let end = result[position...].firstIndex { $0.scalar.combiningClass == 0 } ?? result.count
      if end - position > 1 {
        let run = result[position..<end].enumerated().sorted {
          ($0.element.scalar.combiningClass, $0.offset) < ($1.element.scalar.combiningClass, $1.offset)
        }
        result.replaceSubrange(position..<end, with: run.map(\.element))
      }
      position = end
    }
    return result
  }

  /// Puts together what has one scalar: a mark joins the last scalar that is none, unless a mark of its class or a higher
  /// one stands between.
  fileprivate static func together(_ apart: [ChangedScalar]) -> [ChangedScalar] {
    var result: [ChangedScalar] = []
    result.reserveCapacity(apart.count)
    var base: Int?
    var lastClass: UInt8?
    for next in apart {
      let nextClass = next.scalar.combiningClass
      if let base, lastClass.map({ $0 < nextClass }) ?? true, let whole = result[base].scalar.joined(to: next.scalar) {
        result[base] = ChangedScalar(scalar: whole, change: result[base].change + next.change - 1)
      } else {
        if nextClass == 0 { base = result.count }
        lastClass = nextClass == 0 ? nil : nextClass
        result.append(next)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var canonicalParts: [Unicode.Scalar] {
    isInUnicode9 ? String(Character(self))._nfd.map { $0 } : [self]
  }

  fileprivate var compatibilityParts: [Unicode.Scalar] { CompatibilityTable.parts(of: self) ?? canonicalParts }

  /// 0 for what is no mark.
  fileprivate var combiningClass: UInt8 {
    isASCII || !isInUnicode9 ? 0 : properties.canonicalCombiningClass.rawValue
  }

  /// The one scalar for this and another behind it.
  fileprivate func joined(to next: Unicode.Scalar) -> Unicode.Scalar? {
    guard next.canJoin, isInUnicode9, next.isInUnicode9 else { return nil }
    let scalars = String(String.UnicodeScalarView([self, next]))._nfc.prefix(2).map { $0 }
    return scalars.count == 1 && scalars[0].isInUnicode9 ? scalars[0] : nil
  }

  /// Whether there is anything that the scalar joins: it is a mark, or a vowel or an ending of Korean.
  private var canJoin: Bool {
    guard value >= 0x300 else { return false }
    if (0x1161...0x11C2).contains(value) { return true }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
