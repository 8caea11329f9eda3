"""Makes signatures.json: signatures as Python's own library computes them, to hold ours against.

Run from anywhere:  python3 make_signatures.py
"""

import hashlib
import hmac
import json
import random
from pathlib import Path

KEYS = ["k", "a0436f6c-1916-498b-8eb9-e81ab9368e84", "x" * 64, "x" * 65, "schlüssel-鍵-🔑", "y" * 500]
FRAMES = [
    ["{}", "{}", "{}", "{}"],
    ["", "", "", ""],
    ['{"msg_id": "1"}', "{}", '{"a": [1, 2]}', '{"code": "print(\\"hello\\")"}'],
    ["é", "漢字", "👩‍👩‍👧", "e\u0301"],
]


def main():
    chance = random.Random(2)
    frames = FRAMES + [["".join(chance.choices("{}[]:,\"abc 😀", k=size)) for size in (1, 63, 64, 65)], ["z" * 500] * 4]
    vectors = [
        {
            "scheme": f"hmac-{digest}",
            "key": key,
            "frames": parts,
            "signature": hmac.new(key.encode(), "".join(parts).encode(), getattr(hashlib, digest)).hexdigest(),
        }
        for digest in ("sha256", "sha512")
        for key in KEYS
        for parts in frames
    ]
    path = Path(__file__).with_name("signatures.json")
    path.write_text(json.dumps(vectors, ensure_ascii=False, indent=0) + "\n")


main()
