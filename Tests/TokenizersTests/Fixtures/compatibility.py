"""Writes `Sources/Tokenizers/Normalizing/CompatibilityTable.swift` from the tables of Python's `tokenizers`.

    python compatibility.py ../../../Sources/Tokenizers/Normalizing/CompatibilityTable.swift
"""

import pathlib
import sys
import textwrap

from tokenizers import normalizers

HEAD = '''/// What compatibility decomposition takes apart beyond the canonical one: `ﬁ` is `f` and `i`, `²` is `2`.
///
/// Written by `Tests/TokenizersTests/Fixtures/compatibility.py`. Swift's own library has these tables only in the large
/// part of Foundation, which would have to be loaded before the first cell runs.
enum CompatibilityTable {
  /// The scalars that a scalar stands for, if it is only another form of them.
  static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? { parts[scalar.value] }

  private static let parts: [UInt32: [Unicode.Scalar]] = {
    var parts: [UInt32: [Unicode.Scalar]] = [:]
    var next: UInt32 = 0
    for entry in entries.split(whereSeparator: \\.isWhitespace) {
      let sides = entry.split(separator: "=")
      if sides.count == 2, let start = UInt32(sides[0], radix: 16) { next = start }
      let written = sides[sides.count - 1].split(separator: "+")
      let values = written[0].split(separator: ",").compactMap { UInt32($0, radix: 16) }
      for step in 0...(written.count == 2 ? UInt32(written[1], radix: 16) ?? 0 : 0) {
        let stepped = values.dropLast() + values.suffix(1).map { $0 + step }
        parts[next] = stepped.compactMap(Unicode.Scalar.init)
        next += 1
      }
    }
    return parts
  }()

  /// `A0=20` says that U+00A0 is U+0020; an entry without `=` is for the scalar behind the last one; `+9` says that the
  /// nine scalars that follow go on with the scalars that follow.
  private static let entries = """
'''


def decomposed(normalizer):
    scalars = [chr(value) for value in range(1, 0x110000) if not 0xD800 <= value < 0xE000]
    return {scalar: normalizer.normalize_str(scalar) for scalar in scalars}


def runs():
    """Stretches of scalars whose parts go on by one: the first scalar, how many, the first one's parts."""
    canonical, compatible = decomposed(normalizers.NFD()), decomposed(normalizers.NFKD())
    found = []
    for scalar, text in compatible.items():
        if text == canonical[scalar]:
            continue
        value, parts = ord(scalar), [ord(part) for part in text]
        if found:
            start, count, first = found[-1]
            if value == start + count and parts == first[:-1] + [first[-1] + count]:
                found[-1] = (start, count + 1, first)
                continue
        found.append((value, 1, parts))
    return found


def main():
    words, next_value = [], None
    for start, count, parts in runs():
        word = "" if start == next_value else f"{start:X}="
        word += ",".join(f"{part:X}" for part in parts) + (f"+{count - 1:X}" if count > 1 else "")
        words.append(word)
        next_value = start + count
    lines = textwrap.wrap(" ".join(words), 115, break_long_words=False, break_on_hyphens=False)
    text = HEAD + "".join(f"    {line}\n" for line in lines) + '    """\n}\n'
    pathlib.Path(sys.argv[1]).write_text(text)


main()
