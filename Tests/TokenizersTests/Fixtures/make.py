"""Trains small tokenizers with Python's `tokenizers`, and writes down how they encode a torture list.

    python make.py FOLDER             # all tokenizers; training gives another one each time
    python make.py FOLDER NAME        # one of them
    python make.py FOLDER --mixed     # how the tokenizers in the folder encode a million bytes
    python make.py FOLDER --batches   # how they cut texts into windows and fill up batches
    python make.py FOLDER --forms     # what the normal forms make of all of Unicode
    python make.py FOLDER --unigrams  # how likely texts are with the unigrams that are learned from them
    python make.py FOLDER --cuts      # where regular expressions of many kinds cut texts
    python make.py FOLDER --odd       # small tokenizers with settings that are seldom seen together
"""

import collections
import json
import math
import pathlib
import random
import sys

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

CORPUS = [
    "The old woman lived by the sea. Every morning she walked down to the water and looked for the boats.",
    "It's 7 o'clock, and they're late; we've waited, I'm sure you'll see 1234567 birds. HELLO World! Don't.",
    "The lower the tide, the lowest boats are the slowest: low, lower, lowest, new, newer, newest, wide, wider.",
    "天地玄黄,宇宙洪荒。日月盈昃,辰宿列张。寒来暑往,秋收冬藏。她每天早上走到海边看船。",
    "def softmax(x):\n    e = np.exp(x - x.max())\n    return e / e.sum()\n",
    "Crème brûlée à la carte, naïve façade, Ångström, straße, İstanbul, Ελλάδα, Привет мир, שלום, مرحبا",
    "emoji 😀 👍🏽 👨‍👩‍👧‍👦 🇩🇪 e\u0301 \u1112\u1161\u11ab 한국어 日本語テキスト",
] * 4

TEXTS = [
    "", " ", "  ", "\n", "\t", "\r\n", "a", " a", "a ", "  a  b  ", "Hello, world!", "hello world", "HELLO WORLD",
    "The lowest boats", "it's they're I'll we've I'd don't 'tis 's 'S IT'S", "12 1234 1234567 3.14 1,000 ½ ² Ⅷ ٣",
    "a\nb\r\nc\n\n d \n  e", "tabs\tand\u00a0nbsp\u2003em\u3000wide", "under_score snake_case CamelCase",
    "http://example.com/a?b=c&d=%20#e", "user@example.org", "!!! ??? ... --- *** ((nested [brackets] {here}))",
    "$5.00 €7 £3 ¥9", "def f(x):\n    return x**2  # square", "天地玄黄", "天地 玄黄,宇宙。", "她走到海边", "汉字kanji混在",
    "日本語テキスト", "한국어", "\u1112\u1161\u11ab", "e\u0301 é E\u0301", "Crème brûlée", "İstanbul ıI", "straße STRASSE ẞ",
    "Ångström A\u030a", "ﬁ ﬂ ligature", "Ελλάδα ΣΑΣ σας", "Привет, мир!", "שלום עולם", "مرحبا بالعالم", "हिन्दी में",
    "ไทยไม่มีวรรค", "😀", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪🇫🇷", "a😀b", "x\u200by\u200dz\ufeffw", "\u202eright to left\u202c",
    "zero\u0000width", "\u0001\u0002\u007f", "\ufffd", "\ue000private", "\U0010ffff", "\u0378unassigned", "a\u0300\u0316\u0301b",
    "q\u0323\u0307 q\u0307\u0323", "\u0344", "\u212b \u2126", "[CLS] [SEP] [MASK] [PAD] [UNK]", "<s> </s> <unk> <|end|>",
    "text<|end|>text", "the[SEP]sea", "##ing ##", "▁ underline ▁x", "Ġ Ċ byte letters", "<0x41> <0xE5>", "a" * 120,
    "ab" * 40, "word " * 20, "the the the  the", " leading", "trailing ", "\n\nleading lines", "mixed \n \t space", "'", "\"'`",
    "'''", "''s", "x's'y", "１２３ ｆｕｌｌ", "𝒜𝓁𝑔𝑒𝒷𝓇𝒶", "𐍈 gothic", "\U00020000\U0002a6d6", "々〇〆", "、。！？", "—–‒", "a—b",
    "e.g. i.e. etc.", "U.S.A.", "rock'n'roll", "O'Neil", "C++ C# .NET", "1st 2nd 3rd", "10:30pm", "2026-11-27", "#hashtag @name",
    "newest widest lowest slowest", "unknownest wordishly", "antidisestablishmentarianism", "\u0d15\u0d4d\u200d", "\u00ad soft",
    "half\ud7a3", "\u2028line\u2029paragraph", "\u0085next", "\u001c\u001d\u001e\u001f", "\u180e mongolian", "\u2060joiner",
    "don\u2019t \u2018quoted\u2019", "“quotes”", "…", "a…b", "١٢٣", "¼ cup", "H₂O x²", "№ ™ © ®", "→ ⇒ ∑ ∫ √2 ≠ ≤",
    "░▒▓", "♠♥♦♣", "☎️", "1️⃣", "🏳️‍🌈", "👩🏿‍🚀", "\ud55c\uae00", "ᄒ", "\u3164", "ﷺ", "\ufb1d", "Ǆ ǅ ǆ", "ŉ", "ΐ", "ﬃ",
]


def random_texts(count, seed):
    """Texts of scalars from all over Unicode."""
    chance = random.Random(seed)
    ranges = [(0x20, 0x7e), (0x20, 0x7e), (0x9, 0xd), (0xa0, 0x24f), (0x300, 0x36f), (0x370, 0x52f), (0x590, 0x6ff),
              (0x900, 0xdff), (0x1100, 0x11ff), (0x2000, 0x206f), (0x3000, 0x30ff), (0x4e00, 0x9fff), (0xac00, 0xd7a3),
              (0xff00, 0xffef), (0x1f300, 0x1f6ff)]
    return ["".join(chr(chance.randint(*chance.choice(ranges))) for _ in range(chance.randint(1, 24)))
            for _ in range(count)]


def byte_level(model, **options):
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.post_processor = processors.ByteLevel(**options)
    return tokenizer


def gpt2():
    tokenizer = byte_level(models.BPE(), trim_offsets=False)
    trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=["<|end|>"], show_progress=False,
                                  initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(CORPUS, trainer)
    return tokenizer


def roberta():
    tokenizer = byte_level(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    trainer = trainers.BpeTrainer(vocab_size=380, special_tokens=["<s>", "</s>", "<pad>"], show_progress=False,
                                  initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(CORPUS, trainer)
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True)])
    tokenizer.add_tokens([AddedToken("boats", single_word=True), AddedToken("softmax", normalized=False)])
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 1), ("<s>", 0), trim_offsets=True)
    return tokenizer


def llama3():
    pattern = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+"
               r"|\s+(?!\S)|\s+")
    tokenizer = Tokenizer(models.BPE(ignore_merges=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(pattern), "isolated"),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=420, special_tokens=["<s>"], show_progress=False,
                                  initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(CORPUS, trainer)
    tokenizer.post_processor = processors.Sequence([
        processors.ByteLevel(trim_offsets=True),
        processors.TemplateProcessing(single="<s> $A", pair="<s> $A <s>:1 $B:1", special_tokens=[("<s>", 0)])])
    return tokenizer


def bert(lowercase):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lowercase)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    trainer = trainers.WordPieceTrainer(vocab_size=320, show_progress=False, min_frequency=2,
                                        special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
    tokenizer.train_from_iterator(CORPUS, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    return tokenizer


def llama2():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(),
                                           decoders.Strip(" ", 1, 0)])
    trainer = trainers.BpeTrainer(vocab_size=480, show_progress=False, limit_alphabet=90, max_token_length=8,
                                  special_tokens=["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)])
    tokenizer.train_from_iterator([part for text in CORPUS for part in text.split(".")], trainer)
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A", pair="<s> $A <s>:1 $B:1",
                                                             special_tokens=[("<s>", 1)])
    return tokenizer


def metaspace():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Strip(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Metaspace(prepend_scheme="first"), pre_tokenizers.Digits(individual_digits=True),
        pre_tokenizers.Punctuation("merged_with_previous")])
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="first")
    trainer = trainers.BpeTrainer(vocab_size=300, special_tokens=["<unk>", "<|end|>"], show_progress=False)
    tokenizer.train_from_iterator(CORPUS, trainer)
    return tokenizer


def words():
    tokenizer = Tokenizer(models.WordLevel(unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFD(), normalizers.StripAccents()])
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.train_from_iterator(CORPUS, trainers.WordLevelTrainer(vocab_size=120, special_tokens=["<unk>"],
                                                                    show_progress=False))
    return tokenizer


def endings():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", end_of_word_suffix="</w>", continuing_subword_prefix="@@"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.decoder = decoders.BPEDecoder()
    tokenizer.train_from_iterator(CORPUS, trainers.BpeTrainer(
        vocab_size=300, special_tokens=["<unk>"], show_progress=False, end_of_word_suffix="</w>",
        continuing_subword_prefix="@@"))
    return tokenizer


def unigram():
    """As T5 has it: one mark behind each text, spaces as marks before words."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.train_from_iterator(CORPUS, trainers.UnigramTrainer(
        vocab_size=260, unk_token="<unk>", special_tokens=["<pad>", "</s>", "<unk>"], show_progress=False))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 1)])
    tokenizer.enable_padding(pad_id=0, pad_token="<pad>", pad_to_multiple_of=4, direction="left")
    tokenizer.enable_truncation(20, stride=3, strategy="only_first", direction="left")
    return tokenizer


def unigram_bytes():
    """As XLM-R has it, and with bytes for what has no token; a few scalars are left out, so that they need them."""
    trained = json.loads(unigram().to_str())["model"]["vocab"]
    vocabulary = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    vocabulary += [(f"<0x{byte:02X}>", -20.0) for byte in range(256) if byte != 0xE5]
    vocabulary += [(token, score) for token, score in trained[3:] if not set(token) & set("seacol天地")]
    vocabulary += [("<mask>", 0.0), ("sea", -9.25), ("▁the▁sea", -1.0), ("lo", -6.5), ("wl", -6.5), ("o", -7.0)]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=3, byte_fallback=True))
    tokenizer.normalizer = normalizers.NFKD()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()])
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Metaspace()])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    tokenizer.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>", AddedToken("<mask>", lstrip=True)])
    return tokenizer


def bytes_of(normalizer):
    """A token for each byte, so that every scalar of a normal form is seen, and its place."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = byte_level(models.BPE({token: number for number, token in enumerate(alphabet)}, []), trim_offsets=False)
    tokenizer.normalizer = normalizer
    return tokenizer


RULES = """65 301\tE9
FB01\t66 69
FB03\t66 66 69
200B\t
FEFF\t
AD\t
3000\t20
A\t20
9\t20
2026\t2E 2E 2E
1112 1161 11AB\tD55C
1F1E9 1F1EA\t44 45
FDFA\t635 644 649
"""


def precompiled():
    """A map of characters as SentencePiece compiles it, between byte-level tokens that show each scalar's place."""
    import io
    import tempfile

    import sentencepiece

    model = io.BytesIO()
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as rules:
        rules.write(RULES)
        rules.flush()
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(CORPUS), model_writer=model, vocab_size=200, hard_vocab_limit=False, minloglevel=2,
            normalization_rule_tsv=rules.name)
    # The map is the field 2 of the field 3: enough of protocol buffers for that.
    charsmap = dict(fields(dict(fields(model.getvalue()))[3]))[2]
    return bytes_of(normalizers.Precompiled(charsmap))


def fields(message):
    """The numbers and bytes of a message's fields that have a length."""
    position = 0

    def number():
        nonlocal position
        value, shift = 0, 0
        while True:
            byte = message[position]
            value, shift, position = value | (byte & 127) << shift, shift + 7, position + 1
            if byte < 128:
                return value

    while position < len(message):
        key = number()
        if key & 7 == 2:
            length = number()
            yield key >> 3, message[position:position + length]
            position += length
        elif key & 7 == 0:
            number()
        else:
            position += 4 if key & 7 == 5 else 8


TOKENIZERS = {"gpt2": gpt2, "roberta": roberta, "llama3": llama3, "bert": lambda: bert(True),
              "bert-cased": lambda: bert(False), "llama2": llama2, "metaspace": metaspace, "words": words,
              "endings": endings, "unigram": unigram, "unigram-bytes": unigram_bytes,
              "nfkc": lambda: bytes_of(normalizers.NFKC()), "nfkd": lambda: bytes_of(normalizers.NFKD()),
              "precompiled": precompiled}


MIXED = ["gpt2", "llama3", "bert"]


def mixed_lines(count):
    sys.path.append(str(pathlib.Path(__file__).parents[3] / "Benchmarks/peers"))
    import mixed_text

    return mixed_text.lines(count)


def written(encoding):
    # Offsets are pairs, ids of types 0 but for the second text: both are short when told flat.
    return {"ids": encoding.ids, "offsets": [place for pair in encoding.offsets for place in pair],
            "words": [-1 if word is None else word for word in encoding.word_ids]}


def mixed(folder):
    """How many ids a million bytes of mixed text have with each tokenizer, and a hash of them (FNV-1a over the ids)."""
    lines = mixed_lines(1_000_000)
    figures = {}
    for name in MIXED:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizers" / name / "tokenizer.json"))
        ids = [number for line in lines for number in tokenizer.encode(line, add_special_tokens=False).ids]
        figures[name] = {"count": len(ids), "hash": hashed(ids)}
    (folder / "mixed.json").write_text(json.dumps(figures) + "\n")


LONG = " ".join(CORPUS[:2])
WINDOWS = [(length, stride, strategy, direction) for length, stride in [(12, 0), (14, 2), (31, 8), (40, 1), (400, 9)]
           for strategy in ["longest_first", "only_first", "only_second"] for direction in ["right", "left"]]
PADDINGS = [{}, {"length": 12}, {"pad_to_multiple_of": 8}, {"direction": "left"},
            {"length": 9, "pad_to_multiple_of": 4, "direction": "left", "pad_type_id": 1}]
BATCH = ["The lowest boats", "", "a", "Every morning she walked down to the water.", "天地玄黄"]


def hashed(numbers):
    """FNV-1a over numbers."""
    state = 0xCBF29CE484222325
    for number in numbers:
        state = (state ^ number % 2**64) * 0x100000001B3 % 2**64
    return f"{state:016x}"


def whole(encoding):
    return written(encoding) | {"types": encoding.type_ids, "special": encoding.special_tokens_mask,
                                "attention": encoding.attention_mask}


def batches(folder):
    """Windows of long texts and pairs, and batches that were filled up."""
    figures = {}
    for name in ["gpt2", "roberta", "llama3", "bert", "unigram", "words"]:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizers" / name / "tokenizer.json"))
        own = [whole(part) for part in tokenizer.encode_batch(BATCH + [LONG])]
        tokenizer.no_padding()
        entries = []
        for length, stride, strategy, direction in WINDOWS:
            for first, second in [(LONG, None), ("Who walked?", LONG), (LONG, CORPUS[1])]:
                tokenizer.enable_truncation(length, stride=stride, strategy=strategy, direction=direction)
                try:
                    encoding = tokenizer.encode(first, second)
                except BaseException as error:  # A text has no window of this length, and neither has ours.
                    assert "too short" in str(error) or "not provided" in str(error) or "strictly less" in str(error), error
                    continue
                parts = [encoding] + encoding.overflowing
                # In all windows but the first, a second text has the type 1 here, whatever its template says.
                numbers = [number for part in map(whole, parts) for member in ("ids", "offsets", "words", "special")
                           for number in part[member]]
                entries.append({"first": first, "second": second, "length": length, "stride": stride,
                                "strategy": strategy, "direction": direction, "counts": [len(part.ids) for part in parts],
                                "hash": hashed(numbers)})
        tokenizer.no_truncation()
        padded = []
        for settings in PADDINGS:
            tokenizer.enable_padding(pad_id=2, pad_token="<pad>", **settings)
            pairs = [(text, BATCH[0]) for text in BATCH]
            padded.append({"settings": settings, "texts": [whole(part) for part in tokenizer.encode_batch(BATCH)],
                           "pairs": [whole(part) for part in tokenizer.encode_batch(pairs)]})
        figures[name] = {"windows": entries, "paddings": padded, "own": own}
    (folder / "batches.json").write_text(json.dumps({"batch": BATCH, "tokenizers": figures}, separators=(",", ":")) + "\n")


def forms(folder):
    """A hash of each normal form of all scalars, and the forms of random texts with many marks."""
    chance = random.Random(5)
    marks = [(0x300, 0x36F), (0x591, 0x5BD), (0x1DC0, 0x1DFF), (0x20D0, 0x20F0), (0x3099, 0x309A), (0x41, 0x7A),
             (0xC0, 0x24F), (0x1100, 0x11FF), (0xAC00, 0xD7A3), (0x3000, 0x33FF), (0xFB00, 0xFFEF), (0x900, 0x1CFF)]
    texts = ["".join(chr(chance.randint(*chance.choice(marks))) for _ in range(chance.randint(2, 12)))
             for _ in range(1500)]
    scalars = [chr(value) for value in range(1, 0x110000) if not 0xD800 <= value < 0xE000]
    figures = {}
    for normalizer in [normalizers.NFC(), normalizers.NFD(), normalizers.NFKC(), normalizers.NFKD()]:
        forms = [normalizer.normalize_str(scalar) + "\0" for scalar in scalars]
        figures[type(normalizer).__name__] = {"scalars": hashed(ord(character) for form in forms for character in form),
                                              "texts": [normalizer.normalize_str(text) for text in texts]}
    (folder / "forms.json").write_text(json.dumps({"texts": texts, "forms": figures}, separators=(",", ":")) + "\n")


def log_likelihood(scores, words):
    """The sum over all words of ln p, where p is the sum over all ways to cut a word into tokens."""
    # What was given up last took its probability with it; the rest has it back here.
    total = math.log(sum(math.exp(score) for score in scores.values()))
    longest = max(map(len, scores))
    sum_of_words = 0.0
    for word, count in words.items():
        forward = [1.0] + [0.0] * len(word)
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + longest) + 1):
                if word[start:end] in scores:
                    forward[end] += forward[start] * math.exp(scores[word[start:end]] - total)
        sum_of_words += count * math.log(forward[-1])
    return sum_of_words


def unigrams(folder):
    """How likely texts are with the unigrams that `tokenizers` learns from them."""
    cases = []
    for size, count, lines in [(190, None, CORPUS), (3200, 60_000, mixed_lines(60_000))]:
        tokenizer = Tokenizer(models.Unigram())
        tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first")
        tokenizer.train_from_iterator(lines, trainers.UnigramTrainer(
            vocab_size=size, unk_token="<unk>", special_tokens=["<unk>"], show_progress=False))
        words = collections.Counter(word for line in lines for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(line))
        scores = dict(json.loads(tokenizer.to_str())["model"]["vocab"][1:])
        assert len(scores) == size - 1, len(scores)
        cases.append({"bytes": count, "vocabulary": size, "words": sum(words.values()),
                      "log_likelihood": log_likelihood(scores, words)})
    (folder / "unigrams.json").write_text(json.dumps(cases) + "\n")


QWEN = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+"
        r"|\s+(?!\S)|\s+")
GPT4O = (r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
         r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
         r"|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+")
EXPRESSIONS = [QWEN, GPT4O, r"\d", r"\D+", r"\d{2,}", r"\w+", r"\W", r"[\w\d]+", r"[^\w\s]", r"\w+|[^\w\s]+", r".", r"a.", r"(?m)a.",
               r"^[abc]", r".$", r"\h+", r"\p{Han}+", r"\p{^Han}", r"\P{Hiragana}+", r"\p{Latin}", r"\p{Lu}", r"[[:punct:]]+",
               r"[[:^punct:]]", r"[[:word:]]+", r"[[:alpha:]\d]+", r"(?=[A-Z])", r"(?=\p{Lu}|\d)", r"x*", r"[aeiou]+",
               r"\s+", r"[\[\].]", r"\.", r"\R"]
CUT_TEXTS = ["a—b", "helloWorldFooB 12a", "it's 12 1234 ½ ² Ⅷ ٣ 〩૭ 一二三", "e\u0301 q\u0323\u0307 ☎️ 1️⃣", "b\na\r\nc a\rd\x0be\x85f\u2028g",
             "汉字·kanji混在、日本語。ー々〆", "$5.00 + €7 = [x] ^ `a` |b| ~c", "ABCdef 0xFFzz", "axxb", "", "naïve ﬁ Ǆ ǅ ǆ ŉ", "_a_b-c",
             "x\u200by\u200dz\ufeffw"]


def cuts(folder):
    """The pieces of texts by `Split`, with each expression and each behaviour."""
    entries = []
    for number, expression in enumerate(EXPRESSIONS):
        for turn, (behavior, name) in enumerate([
                ("removed", "Removed"), ("isolated", "Isolated"), ("merged_with_previous", "MergedWithPrevious"),
                ("merged_with_next", "MergedWithNext"), ("contiguous", "Contiguous")]):
            for invert in [False, True]:
                if turn > 1 and number % 3 != turn % 3:
                    continue
                split = pre_tokenizers.Split(Regex(expression), behavior, invert=invert)
                entries.append({"expression": expression, "behavior": name, "invert": invert,
                                "pieces": [[piece for piece, _ in split.pre_tokenize_str(text)] for text in CUT_TEXTS]})
    replaced = [{"expression": expression, "texts": [normalizers.Replace(Regex(expression), "-").normalize_str(text)
                                                     for text in CUT_TEXTS]} for expression in EXPRESSIONS]
    (folder / "cuts.json").write_text(json.dumps({"texts": CUT_TEXTS, "cuts": entries, "replaced": replaced},
                                                 ensure_ascii=False, separators=(",", ":")) + "\n")


def odd(folder):
    """Settings that are legal, and that few tokenizers have together."""
    special = ["<unk>", "<s>", "</s>", "<mask>"]
    byte_tokens = [f"<0x{byte:02X}>" for byte in range(256)]

    def trained(model, cut, trainer):
        tokenizer = Tokenizer(model)
        tokenizer.pre_tokenizer = cut
        tokenizer.train_from_iterator(["ae\u0301 ae\u0301 be\u0301e\u0301 abc abc", "👍🏽 👍🏽 the the boats"], trainer)
        return tokenizer

    def pairs(vocabulary, special, **options):
        return trainers.BpeTrainer(vocab_size=vocabulary, special_tokens=special, show_progress=False, **options)

    prefixed = trained(models.BPE(unk_token="<unk>", continuing_subword_prefix="##"), pre_tokenizers.WhitespaceSplit(),
                       pairs(90, special, continuing_subword_prefix="##"))
    prefixed.decoder = decoders.WordPiece()
    suffixed = trained(models.BPE(unk_token="<unk>", byte_fallback=True, end_of_word_suffix="</w>"),
                       pre_tokenizers.WhitespaceSplit(), pairs(330, special + byte_tokens, end_of_word_suffix="</w>"))
    suffixed.decoder = decoders.BPEDecoder()
    marked = trained(models.BPE(unk_token="<unk>"), pre_tokenizers.Metaspace(split=False), pairs(60, special))
    marked.decoder = decoders.Metaspace()
    pointed = trained(models.BPE(unk_token="<unk>"), pre_tokenizers.Sequence(
        [pre_tokenizers.Punctuation(), pre_tokenizers.Metaspace(prepend_scheme="first")]), pairs(60, special))
    pointed.normalizer = normalizers.NFKC()
    pointed.decoder = decoders.Metaspace(prepend_scheme="first")
    spaced = trained(models.BPE(), pre_tokenizers.ByteLevel(add_prefix_space=False),
                     pairs(280, special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    spaced.decoder = decoders.ByteLevel()
    spaced.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 1))
    spaced.add_special_tokens([AddedToken("<mask>", lstrip=True, rstrip=False)])
    spaced.add_tokens([AddedToken("<new>", lstrip=True, rstrip=True)])
    texts = ["abc the", "ae\u0301 e\u0301e\u0301 zzz", "  abc  the ", "the <mask> boats <new>  abc", " <mask>", "<mask> <new> ", "👍🏽👍", "… the … boats"]
    entries = []
    for tokenizer in [prefixed, suffixed, marked, pointed, spaced]:
        encodings = [tokenizer.encode(text) for text in texts]
        entries.append({"tokenizer": tokenizer.to_str(), "encodings": [
            written(encoding) | {"text": tokenizer.decode(encoding.ids)} for encoding in encodings]})
    (folder / "odd.json").write_text(json.dumps({"texts": texts, "tokenizers": entries}, separators=(",", ":")) + "\n")


def main():
    folder = pathlib.Path(sys.argv[1])
    others = {"--mixed": mixed, "--batches": batches, "--forms": forms, "--unigrams": unigrams, "--cuts": cuts, "--odd": odd}
    if sys.argv[2:] and sys.argv[2] in others:
        return others[sys.argv[2]](folder)
    texts = TEXTS + random_texts(60, 7)
    (folder / "texts.json").write_text(json.dumps({"corpus": CORPUS[:7], "repeated": 4, "texts": texts}) + "\n")
    (folder / "tokenizers").mkdir(exist_ok=True)
    for name in sys.argv[2:] or TOKENIZERS:
        tokenizer = TOKENIZERS[name]()
        target = folder / "tokenizers" / name
        target.mkdir(exist_ok=True)
        tokenizer.save(str(target / "tokenizer.json"), pretty=False)
        tokenizer = Tokenizer.from_file(str(target / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        entries = []
        for text in texts:
            encoding = tokenizer.encode(text, add_special_tokens=False)
            entries.append(written(encoding) | {"text": tokenizer.decode(encoding.ids, skip_special_tokens=True)})
        pair = tokenizer.encode(texts[10], texts[13], add_special_tokens=True)
        long = tokenizer.encode(texts[10], texts[21], add_special_tokens=False)
        tokenizer.enable_truncation(14)
        cut = tokenizer.encode(texts[10], texts[21], add_special_tokens=True)
        (target / "expected.json").write_text(json.dumps({
            "texts": entries, "pair": written(pair) | {"types": pair.type_ids, "special": pair.special_tokens_mask},
            "whole": long.ids, "truncated": cut.ids}, separators=(",", ":")) + "\n")


main()
