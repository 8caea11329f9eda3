"""Tokenizers whose token for unknown text is not in their vocabulary, and which texts Python's `tokenizers` refuses.

    python unknown.py .

writes unknown.json: each tokenizer as a file, and the ids of each text, null where Python raises an error. The texts are all of
up to three of a few characters, so that what is unknown stands before, between and behind what is known.
"""

import itertools
import json
import pathlib
import sys

from tokenizers import Tokenizer

TEXTS = ["".join(text) for length in range(4) for text in itertools.product("abzé ", repeat=length)] + ["ab" * 40, "ab" * 40 + "z"]
BYTES = {f"<0x{byte:02X}>": 10 + number for number, byte in enumerate("é".encode())}
PAIRS = {"a": 0, "b": 1, "ab": 2}
ENDED = {"a": 0, "b": 1, "a.": 2, "b.": 3, "ab.": 4}


def unigrams(*tokens, **more):
    return {"type": "Unigram", "unk_id": None, "vocab": [[token, -1.0 - number / 8] for number, token in enumerate(tokens)]} | more


def byte_pairs(vocabulary=PAIRS, merges=("a b",), unknown="<u>", **more):
    return {"type": "BPE", "unk_token": unknown, "vocab": vocabulary, "merges": list(merges)} | more


def word_pieces(*tokens, longest=100):
    return {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": longest,
            "vocab": {token: number for number, token in enumerate(tokens)}}


MODELS = [
    word_pieces("a", "##b", "aba"), word_pieces("a", "##a", "##b", "b", longest=2),
    {"type": "WordLevel", "unk_token": "?", "vocab": {"a": 0, "ab": 1, "éa": 2}},
    byte_pairs(), byte_pairs(fuse_unk=True), byte_pairs(unknown=None), byte_pairs(unknown="b"),
    byte_pairs(PAIRS | BYTES, byte_fallback=True), byte_pairs(PAIRS | BYTES, byte_fallback=True, unknown=None),
    byte_pairs(PAIRS | dict(list(BYTES.items())[:1]), byte_fallback=True),
    byte_pairs(ENDED, ["a b."], end_of_word_suffix="."), byte_pairs({"a": 0, "##b": 1, "ab": 2}, ["a ##b"], continuing_subword_prefix="##"),
    byte_pairs(PAIRS | {"zé": 3}, ignore_merges=True),
    unigrams("ab", "b"), unigrams("a", "b", "ab", "za"), unigrams("a", "ab", "éb", "z"), unigrams("aé", "a", "é", unk_id=1),
    unigrams("a", *BYTES, byte_fallback=True), unigrams("a", *BYTES, byte_fallback=True, unk_id=0),
]


def ids(tokenizer, text):
    try:
        return tokenizer.encode(text).ids
    except Exception:
        return None


def main():
    entries = []
    for model in MODELS:
        file = json.dumps({"version": "1.0", "pre_tokenizer": {"type": "WhitespaceSplit"}, "model": model})
        tokenizer = Tokenizer.from_str(file)
        entries.append({"tokenizer": file, "ids": [ids(tokenizer, text) for text in TEXTS]})
    fixture = {"texts": TEXTS, "tokenizers": entries}
    (pathlib.Path(sys.argv[1]) / "unknown.json").write_text(json.dumps(fixture, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
