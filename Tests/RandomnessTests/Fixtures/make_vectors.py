"""Makes vectors.json: numbers that the specification gives, to hold the library's against.

Run from anywhere:  python3 make_vectors.py        (made with Python 3.11; nothing else is needed)
"""

import json
import struct
from pathlib import Path

from random_specification import Generator

SEEDS = [0, 1, 42, 2**64 - 1]
# Even and odd places, the last words of a block, and the end of the list.
STARTS = [0, 1, 3, 6, 2**34 - 2, 2**64 - 3]
TEXTS = ["", "a", "dropout", "eight by", "nine byte", "eight by\0", "Gewürz 名前 🎲"]


def many(seed, start, count, draw):
    generator = Generator(seed, start)
    return [draw(generator) for _ in range(count)]


def hexadecimal(seed, start, count, draw):
    return [x.hex() for x in many(seed, start, count, draw)]


def lists(seed, start):
    at = (seed, start)
    return {
        "seed": seed,
        "start": start,
        "words": many(*at, 10, Generator.take),
        "uniforms": hexadecimal(*at, 10, Generator.uniform_single),
        "wideUniforms": hexadecimal(*at, 5, lambda g: g.uniform_single(-3.0, 7.5)),
        "narrowUniforms": hexadecimal(*at, 5, lambda g: g.uniform_single(1.0, 1.0 + 2.0**-22)),
        "doubleUniforms": hexadecimal(*at, 5, Generator.uniform_double),
        "wideDoubleUniforms": hexadecimal(*at, 5, lambda g: g.uniform_double(-3.0, 7.5)),
        "normals": hexadecimal(*at, 10, Generator.normal_single),
        "wideNormals": hexadecimal(*at, 5, lambda g: g.normal_single(10.0, 2.5)),
        "doubleNormals": hexadecimal(*at, 10, Generator.normal_double),
        "truncated": hexadecimal(*at, 10, Generator.truncated_single),
        "truncatedAbove": hexadecimal(*at, 5, lambda g: g.truncated_single(1.0, 2.0, 9.0, 12.0)),
        "doubleTruncated": hexadecimal(*at, 10, Generator.truncated_double),
        "doubleTruncatedBelow": hexadecimal(*at, 5, lambda g: g.truncated_double(0.0, 1.0, -30.0, -9.0)),
        "truths": many(*at, 20, lambda g: g.bernoulli(0.3)),
        "dice": many(*at, 10, lambda g: g.integer(6)),
        # Every fourth first try is turned down.
        "largeIntegers": many(*at, 20, lambda g: g.integer(2**62 + 1)),
        "permutation": Generator(*at).permutation(12),
        "chosen": Generator(*at).choose(4, 10**12),
        "allChosen": Generator(*at).choose(5, 5),
        "indices": many(*at, 20, lambda g: g.index([1.0, 0.0, 2.5, 0.25, 0.0])),
    }


def splits(seed):
    generator = Generator(seed, 5)
    return {
        "seed": seed,
        "numbers": {str(n): generator.split_by_number(n).key for n in (0, 1, -1, 2**32, 2**63 - 1)},
        "texts": {text: generator.split_by_text(text).key for text in TEXTS},
        "nested": generator.split_by_text("layer").split_by_number(7).split_by_text("dropout").key,
        "unlabelled": [generator.split().key for _ in range(3)],
    }


def digest(values):
    """FNV-1a over bytes: one number for many."""
    value = 0xCBF29CE484222325
    for byte in values:
        value = ((value ^ byte) * 0x100000001B3) % 2**64
    return value


def long_lists(count):
    """More than fit into one chunk, from an odd position."""
    return {
        "count": count,
        "seed": 2024,
        "start": 3,
        "words": digest(struct.pack(f"<{count}I", *many(2024, 3, count, Generator.take))),
        "uniforms": digest(struct.pack(f"<{count}f", *many(2024, 3, count, Generator.uniform_single))),
        "normals": digest(struct.pack(f"<{count}f", *many(2024, 3, count, Generator.normal_single))),
        "doubleNormals": digest(struct.pack(f"<{count}d", *many(2024, 3, count, Generator.normal_double))),
        "truncated": digest(struct.pack(f"<{count}f", *many(2024, 3, count, Generator.truncated_single))),
        "integers": digest(struct.pack(f"<{count}q", *many(2024, 3, count, lambda g: g.integer(1000)))),
        "permutation": digest(struct.pack(f"<{count}q", *Generator(2024, 3).permutation(count))),
    }


def main():
    vectors = {
        "lists": [lists(seed, start) for seed in SEEDS for start in (STARTS if seed == 42 else [0])],
        "splits": [splits(seed) for seed in SEEDS],
        "long": long_lists(5000),
    }
    text = json.dumps(vectors, ensure_ascii=False, indent=1)
    Path(__file__).with_name("vectors.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
