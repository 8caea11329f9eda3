"""Has Python's `tokenizers` read what the library has written, and says where the ids are others.

    python written.py

The folder `written` holds the files; `GLASSBOX_WRITTEN=1 swift test --filter WrittenFileTests` writes them anew.
"""

import json
import pathlib
import sys

from tokenizers import Tokenizer, models

FIXTURES = pathlib.Path(__file__).parent


def tokenizers_in(folder):
    """The tokenizer of a folder, and once more with its model from each other file."""
    whole = Tokenizer.from_file(str(folder / "tokenizer.json"))
    whole.no_truncation()
    whole.no_padding()
    yield "tokenizer.json", whole
    settings = json.loads((folder / "tokenizer.json").read_text())["model"]
    if (folder / "merges.txt").exists():
        names = ["unk_token", "continuing_subword_prefix", "end_of_word_suffix", "fuse_unk", "byte_fallback", "ignore_merges"]
        options = {name: settings[name] for name in names if settings[name] is not None}
        whole.model = models.BPE.from_file(str(folder / "vocab.json"), str(folder / "merges.txt"), **options)
        yield "merges.txt", whole
    if (folder / "vocab.txt").exists():
        whole.model = models.WordPiece.from_file(str(folder / "vocab.txt"), unk_token=settings["unk_token"])
        yield "vocab.txt", whole


def main():
    texts = json.loads((FIXTURES / "texts.json").read_text())["texts"]
    problems, count = [], 0
    for folder in sorted((FIXTURES / "written").iterdir()):
        expected = json.loads((FIXTURES / "tokenizers" / folder.name / "expected.json").read_text())
        for file, tokenizer in tokenizers_in(folder):
            for text, entry in zip(texts, expected["texts"], strict=True):
                encoding = tokenizer.encode(text, add_special_tokens=False)
                places = [place for pair in encoding.offsets for place in pair]
                back = tokenizer.decode(entry["ids"], skip_special_tokens=True)
                if (encoding.ids, places, back) != (entry["ids"], entry["offsets"], entry["text"]):
                    problems.append(f"{folder.name}/{file}: {text!r} has other tokens")
                count += 1
            pair = tokenizer.encode(texts[10], texts[13])
            if (pair.ids, pair.type_ids) != (expected["pair"]["ids"], expected["pair"]["types"]):
                problems.append(f"{folder.name}/{file}: a pair has other tokens")
    sys.exit("\n".join(problems) if problems else None if count > 2000 else "hardly any files were read")


if __name__ == "__main__":
    main()
