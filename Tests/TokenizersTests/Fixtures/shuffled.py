"""Tokenizers whose parts are put together by chance, and what Python's `tokenizers` makes of nasty texts with them.

    python shuffled.py . SEED [COUNT]

writes shuffled.json: each tokenizer as a file, and for each text a hash of its ids, places, words and of the decoded text;
null where Python gives none. Left out is what Python gives by chance or by mistake: two added tokens with one normal form, a
special token that is a piece of unigrams, and the places of texts of which something is dropped or written as bytes with a
prefix.
"""

import json
import pathlib
import random
import sys

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

TEXTS = [
    "", "   ", "\t\n", " low lower  lowest ", "The quick Brown fox's don't can't, it'll!", "天地玄黄 宇宙洪荒。abc中文x",
    "👩‍👩‍👧‍👦 family 👍🏽👍 🇩🇪🇫🇷", "é e\u0301 ñ n\u0303 Å A\u030a \u0301start", "a\r\nb\rc\n\nd\r\n",
    "\x00\x01\x7f\u200b\u200d\ufeffz\u00ad\u2028q\x85w", "x" * 150, "ab" * 130 + " " + "low" * 60, "[CLS] low [SEP] <mask> end",
    "<mask><mask> <new> new<new>er <newest>", "low<s></s> low", "ﬁ ﬂ ① ½ ㎏ Ⅷ ² ٣٤", "\u3000full\u00a0width\u2003ＡＢＣ１２３",
    "Straße İstanbul ŉ ẞ ΑΣ ΑΣΑ ǅ", "!!! ... ,,; -- __init__ a_b $5.00 #tag @you http://x.y/z?a=b&c=d",
    "नमस्ते दुनिया ไทย 한국어 ありがとう カタカナ　ﾊﾝｶｸ", "\u0301\u0301 \u0327a\u0327\u0301", "12345 1 22 333 4444 55555",
    "▁low ▁ ▁▁low</w> ##low Ġlow <0x41> <unk>", "low " * 14 + "low", "  <mask>  low", "low.<mask>.low", "𝒜𝓑𝔠 𠀀𪚥 \U0010ffff",
    "ab\x00cd", " NEW New new <NEW> <New>", "a b c d e f g h i j k l m n o p q r s t u v w x y z"]
BATCH = [0, 3, 4, 23, 29]
CORPUS = ["low lower lowest new newer newest wide wider", "the quick brown fox jumps over the lazy dog's back",
          "天地玄黄 宇宙洪荒 中文", "é ñ naïve café", "a b c d e f g", "don't can't it'll 123 45 6", "<mask> 👍🏽 한국어 नमस्ते",
          "abc cab bca ab ba", "New NEW The THE"] * 3
SPECIAL = ["<unk>", "<s>", "</s>", "<mask>", "[CLS]", "[SEP]", "[PAD]"]
BYTES = [f"<0x{byte:02X}>" for byte in range(256)]
BEHAVIORS = ["removed", "isolated", "merged_with_previous", "merged_with_next", "contiguous"]
SCHEMES = ["always", "never", "first"]
CHANCE = random.Random()


def flip(share=0.5):
    return CHANCE.random() < share


def one_of(makers):
    return CHANCE.choice(makers)()


def normalizer(depth=0):
    made = [
        lambda: normalizers.BertNormalizer(clean_text=flip(), handle_chinese_chars=flip(), strip_accents=CHANCE.choice([None, True, False]),
                                           lowercase=flip()),
        normalizers.NFC, normalizers.NFD, normalizers.NFKC, normalizers.NFKD, normalizers.Lowercase, normalizers.StripAccents,
        lambda: normalizers.Strip(left=flip(), right=flip()), lambda: normalizers.Prepend(CHANCE.choice(["▁", "xy", "é"])),
        lambda: normalizers.Replace(CHANCE.choice([" ", "low", "e", Regex(r"\s+"), Regex("[aeiou]"), Regex(r"\d")]),
                                    CHANCE.choice(["▁", "", "zz", "é"]))]
    if depth == 0:
        made += [lambda: normalizers.Sequence([normalizer(1) for _ in range(CHANCE.randint(0, 3))])] * 2
    return one_of(made)


def pre_tokenizer(depth=0):
    made = [
        lambda: pre_tokenizers.ByteLevel(add_prefix_space=flip(), trim_offsets=flip(), use_regex=flip(0.7)),
        pre_tokenizers.BertPreTokenizer, pre_tokenizers.Whitespace, pre_tokenizers.WhitespaceSplit,
        lambda: pre_tokenizers.Metaspace(replacement=CHANCE.choice(["▁", "_"]), prepend_scheme=CHANCE.choice(SCHEMES), split=flip(0.6)),
        lambda: pre_tokenizers.Split(CHANCE.choice([" ", "low", Regex(r"\s"), Regex(r"\w+|[^\w\s]+"), Regex("[A-Z]"), Regex(r"\d{1,2}"),
                                                    Regex("(?=[A-Z])")]), CHANCE.choice(BEHAVIORS), invert=flip(0.3)),
        lambda: pre_tokenizers.Punctuation(behavior=CHANCE.choice(BEHAVIORS)), lambda: pre_tokenizers.Digits(individual_digits=flip()),
        lambda: pre_tokenizers.CharDelimiterSplit(CHANCE.choice([" ", "e", "-"]))]
    if depth == 0:
        made += [lambda: pre_tokenizers.Sequence([pre_tokenizer(1) for _ in range(CHANCE.randint(0, 3))])] * 2
    return one_of(made)


def decoder(depth=0):
    made = [
        decoders.ByteLevel, lambda: decoders.WordPiece(prefix=CHANCE.choice(["##", "@@", ""]), cleanup=flip()),
        lambda: decoders.Metaspace(replacement=CHANCE.choice(["▁", "_"]), prepend_scheme=CHANCE.choice(SCHEMES), split=flip()),
        lambda: decoders.BPEDecoder(suffix=CHANCE.choice(["</w>", "x"])), decoders.ByteFallback, decoders.Fuse,
        lambda: decoders.Strip(content=CHANCE.choice([" ", "a", "▁"]), left=CHANCE.randint(0, 2), right=CHANCE.randint(0, 2)),
        lambda: decoders.Replace(CHANCE.choice(["▁", "e", "##"]), CHANCE.choice([" ", "", "oo"]))]
    if depth == 0:
        made += [lambda: decoders.Sequence([decoder(1) for _ in range(CHANCE.randint(0, 4))])] * 3
    return one_of(made)


def model(cuts_bytes):
    kind = CHANCE.randrange(4)
    size, usual = CHANCE.randint(60, 130), {"special_tokens": SPECIAL, "show_progress": False}
    if kind == 0:
        affixes = {}
        if flip(0.3):
            affixes["continuing_subword_prefix"] = CHANCE.choice(["##", "@@"])
        if flip(0.3):
            affixes["end_of_word_suffix"] = "</w>"
        special = SPECIAL + (BYTES if flip(0.15) else [])
        return models.BPE(unk_token=CHANCE.choice(["<unk>", None]), fuse_unk=flip(), byte_fallback=len(special) > 99, ignore_merges=flip(0.3),
                          **affixes), trainers.BpeTrainer(
            vocab_size=len(special) + (256 if cuts_bytes else 0) + size, special_tokens=special, show_progress=False,
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet() if cuts_bytes and flip(0.7) else [], **affixes)
    if kind == 1:
        return models.WordPiece(unk_token="<unk>", max_input_chars_per_word=CHANCE.choice([100, 5, 200])), trainers.WordPieceTrainer(
            vocab_size=size + 60, **usual)
    if kind == 2:
        return models.WordLevel(unk_token="<unk>"), trainers.WordLevelTrainer(vocab_size=size, **usual)
    special = SPECIAL + (BYTES if flip(0.15) else [])
    return models.Unigram(), trainers.UnigramTrainer(
        vocab_size=len(special) + size, special_tokens=special, unk_token="<unk>", show_progress=False)


def post_processor(number):
    sentences = {"special_tokens": [("<s>", number("<s>")), ("</s>", number("</s>"))]}
    made = [
        lambda: processors.BertProcessing(("[SEP]", number("[SEP]")), ("[CLS]", number("[CLS]"))),
        lambda: processors.RobertaProcessing(("</s>", number("</s>")), ("<s>", number("<s>")), trim_offsets=flip(), add_prefix_space=flip()),
        lambda: processors.ByteLevel(trim_offsets=flip(0.7), add_prefix_space=flip()),
        lambda: processors.TemplateProcessing(single=CHANCE.choice(["<s> $A </s>", "$A:1 </s>:1", "<s>:2 <s> $0"]), pair="<s> $A </s> $B:1", **sentences),
        lambda: processors.Sequence([processors.ByteLevel(trim_offsets=flip(0.7)), processors.TemplateProcessing(
            single="<s> $A </s>", pair="<s> $A </s> $B:1", **sentences)]),
        lambda: None]
    return one_of(made)


def tokenizer():
    cut = pre_tokenizer() if flip(0.9) else None
    found, trainer = model(cut is not None and "ByteLevel" in str(cut))
    made = Tokenizer(found)
    if flip(0.7):
        made.normalizer = normalizer()
    if cut is not None:
        made.pre_tokenizer = cut
    made.train_from_iterator(CORPUS, trainer)
    for _ in range(CHANCE.randint(0, 4)):
        content = CHANCE.choice(["<new>", "new", "low ", "<mask>", "é", "中文", " x", "newest", "..", "👍", "<newest>"])
        is_piece = isinstance(found, models.Unigram) and content not in ["<new>", "<newest>"]
        token = AddedToken(content, single_word=flip(0.4), lstrip=flip(0.4), rstrip=flip(0.4), normalized=flip())
        (made.add_special_tokens if flip(0.4) and not is_piece else made.add_tokens)([token])
    processor = post_processor(made.token_to_id)
    if processor is not None:
        made.post_processor = processor
    if flip(0.9):
        made.decoder = decoder()
    if flip(0.7):
        made.enable_truncation(CHANCE.randint(5, 14), stride=CHANCE.randint(0, 2), direction=CHANCE.choice(["left", "right"]))
        made.enable_padding(direction=CHANCE.choice(["left", "right"]), pad_id=made.token_to_id("[PAD]"), pad_type_id=CHANCE.randint(0, 2),
                            pad_token="[PAD]", length=CHANCE.choice([None, 20, 5]), pad_to_multiple_of=CHANCE.choice([None, 8, 3]))
    return Tokenizer.from_str(made.to_str())


class Hash:
    """FNV-1a."""

    def __init__(self):
        self.state = 0xCBF29CE484222325

    def add(self, numbers):
        for number in [len(numbers), *numbers]:
            self.state = ((self.state ^ (number & 0xFFFFFFFFFFFFFFFF)) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF

    def text(self):
        return f"{self.state:016x}"


def places_count(made):
    found = json.loads(made.to_str())["model"]
    if found["type"] != "BPE":
        return True
    has_affixes = found["continuing_subword_prefix"] or found["end_of_word_suffix"]
    return bool(found["unk_token"]) and not (found["byte_fallback"] and has_affixes)


def hashed(made, text, has_places):
    encoding = made.encode(text)
    hashes = Hash()
    hashes.add(encoding.ids)
    if has_places:
        hashes.add([place for places in encoding.offsets for place in places])
        hashes.add([-1 if word is None else word for word in encoding.word_ids])
    for skips in [False, True]:
        hashes.add([ord(scalar) for scalar in made.decode(encoding.ids, skip_special_tokens=skips)])
    return hashes.text()


def rows(made, texts):
    """A batch as the file says, and the windows on each text."""
    hashes = Hash()
    for row in made.encode_batch(texts):
        hashes.add(row.ids + row.attention_mask + row.type_ids)
    made.no_padding()
    for row in made.encode_batch(texts):
        for window in [row, *row.overflowing]:
            hashes.add(window.ids)
    return hashes.text()


def entry():
    made = tokenizer()
    file = made.to_str()
    plain = Tokenizer.from_str(file)
    plain.no_truncation()
    plain.no_padding()
    has_places, texts = places_count(made), []
    for text in TEXTS:
        try:
            texts.append(hashed(plain, text, has_places))
        except BaseException as error:  # what the library panics with is no Exception
            if isinstance(error, KeyboardInterrupt):
                raise
            texts.append(None)
    batch = [number for number in BATCH if texts[number] is not None] if made.truncation else []
    return {"tokenizer": file, "places": has_places, "texts": texts, "batch": batch,
            "rows": rows(made, [TEXTS[number] for number in batch]) if made.truncation else None}


def main():
    folder = pathlib.Path(sys.argv[1])
    CHANCE.seed(int(sys.argv[2]))
    count, entries = int(sys.argv[3]) if len(sys.argv) > 3 else 48, []
    while len(entries) < count:
        try:
            entries.append(entry())
        except Exception:  # parts that do not go together, such as a vocabulary too small for its characters
            continue
    text = json.dumps({"texts": TEXTS, "tokenizers": entries}, ensure_ascii=False, separators=(",", ":"))
    (folder / "shuffled.json").write_text(text + "\n")


main()
