"""Model folders whose small files say different things, and what `AutoTokenizer` of transformers makes of them.

    python folders.py .

writes folders.json: the files of each folder, by their numbers in a list of contents, and with that folder the names of the
marks, the added tokens, and the ids, places and texts of a few texts.
"""

import json
import os
import pathlib
import sys
import tempfile

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
os.environ["HF_HUB_OFFLINE"] = "1"

from tokenizers.pre_tokenizers import ByteLevel
from transformers import AutoTokenizer

MARKS = ["bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"]
TEXTS = ["low abc", "Ábc low. , the 水x's", " The low<b>low <x> <y> Z", "[CLS] low [SEP]<|endoftext|> abc</s><s> low", "", "low's a ' b do not c"]


def token(content, number, **flags):
    return {"id": number, "content": content, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False,
            "special": True} | flags


def template(*names):
    def parts(type_id, text):
        before = [{"SpecialToken": {"id": name, "type_id": type_id}} for name in names]
        return before + [{"Sequence": {"id": text, "type_id": type_id}}]

    return {"type": "TemplateProcessing", "single": parts(0, "A"), "pair": parts(0, "A") + parts(1, "B"),
            "special_tokens": {name: {"id": name, "ids": [1], "tokens": [name]} for name in names}}


PIECES = "[PAD] [UNK] [CLS] [SEP] [MASK] a b c ##b ##c á low . , the x 水 Á ' s ##x do not The Z <b>".split()
PIECE_MODEL = {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
               "vocab": {piece: number for number, piece in enumerate(PIECES)}}
PIECE_FILE = {
    "version": "1.0", "added_tokens": [token(piece, number) for number, piece in enumerate(PIECES[:5])],
    "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None,
                   "lowercase": True},
    "pre_tokenizer": {"type": "BertPreTokenizer"}, "post_processor": None, "decoder": None, "truncation": None, "padding": None,
    "model": PIECE_MODEL}

ALPHABET = sorted(ByteLevel.alphabet())
PAIRS = ALPHABET + ["lo", "low", "Ġlow", "<|endoftext|>"]
MERGES = [["l", "o"], ["lo", "w"], ["Ġ", "low"]]
BYTES = {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": False, "use_regex": True}
PAIR_FILE = {
    "version": "1.0", "added_tokens": [token("<|endoftext|>", 259)], "normalizer": {"type": "Lowercase"}, "pre_tokenizer": BYTES,
    "post_processor": BYTES, "decoder": BYTES, "truncation": None, "padding": None,
    "model": {"type": "BPE", "dropout": None, "unk_token": "!", "continuing_subword_prefix": None, "end_of_word_suffix": None,
              "fuse_unk": True, "byte_fallback": False, "ignore_merges": True,
              "vocab": {piece: number for number, piece in enumerate(PAIRS)}, "merges": MERGES}}

LLAMA = ["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)] + list("▁abclow.,thex'sd") + ["lo", "low", "▁low"]
LLAMA_FILE = {
    "version": "1.0", "added_tokens": [token(piece, number) for number, piece in enumerate(LLAMA[:3])],
    "normalizer": {"type": "Sequence", "normalizers": [
        {"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]},
    "pre_tokenizer": None, "post_processor": template("<s>"),
    "decoder": {"type": "Sequence", "decoders": [
        {"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"}, {"type": "Fuse"},
        {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
    "truncation": None, "padding": None,
    "model": {"type": "BPE", "dropout": None, "unk_token": "<unk>", "continuing_subword_prefix": None, "end_of_word_suffix": None,
              "fuse_unk": True, "byte_fallback": True, "ignore_merges": False,
              "vocab": {piece: number for number, piece in enumerate(LLAMA)}, "merges": ["l o", "lo w", "▁ low"]}}
UNIGRAM_FILE = LLAMA_FILE | {
    "added_tokens": [], "post_processor": None,
    "model": {"type": "Unigram", "unk_id": 0, "byte_fallback": False,
              "vocab": [["<unk>", 0], ["▁", -2], ["▁low", -3], ["a", -4], ["b", -4], ["<b>", -1], ["low", -4.5], [".", -3], ["c", -4]]}}

LIST = {"vocab.txt": "\n".join(PIECES) + "\n"}
TWO = {"vocab.json": {piece: number for number, piece in enumerate(PAIRS[:-1])}, "merges.txt": "#version: 0.2\nl o\nlo w\nĠ low\n"}
GENERIC, BERT = {"tokenizer_class": "PreTrainedTokenizerFast"}, {"tokenizer_class": "BertTokenizer"}
GPT2, LLAMAS = {"tokenizer_class": "GPT2Tokenizer"}, {"tokenizer_class": "LlamaTokenizerFast"}
PADDING = {"strategy": "BatchLongest", "direction": "Left", "pad_to_multiple_of": 8, "pad_id": 259, "pad_type_id": 0,
           "pad_token": "<|endoftext|>"}
OLD = {"added_tokens.json": {"<y>": 27, "<x>": 26},
       "special_tokens_map.json": {"bos_token": "<b>", "eos_token": None, "mask_token": {
           "content": "<y>", "lstrip": True, "rstrip": False, "normalized": False, "single_word": False}}}
LISTED = {"added_tokens_decoder": {"26": token("<x>", 26, lstrip=True), "2": token("[CLS]", 2, rstrip=True)}}
LISTED["added_tokens_decoder"] = {number: {k: v for k, v in entry.items() if k != "id"}
                                  for number, entry in LISTED["added_tokens_decoder"].items()}


def folders():
    def config(**settings):
        return {"tokenizer_config.json": settings}

    def model(kind):
        return {"config.json": {"model_type": kind}}

    for name, file in [("pieces", PIECE_FILE), ("pairs", PAIR_FILE), ("llama", LLAMA_FILE)]:
        whole = {"tokenizer.json": file}
        yield f"{name} alone", whole
        yield f"{name} with switches", whole | config(
            do_lower_case=False, strip_accents=True, add_prefix_space=False, add_bos_token=True, bos_token="low")
        for kind in ["gpt2", "bert", "distilbert", "llama", "mistral"]:
            if (kind, name) in [("gpt2", "pairs"), ("bert", "pieces"), ("distilbert", "pieces"), ("llama", "llama"), ("mistral", "llama")]:
                yield f"{name} beside {kind}", whole | model(kind)
                yield f"{name} beside {kind}, generic", whole | model(kind) | config(**GENERIC)
    pieces, pairs, llama = ({"tokenizer.json": file} for file in [PIECE_FILE, PAIR_FILE, LLAMA_FILE])
    for switches in [{}, {"do_lower_case": False}, {"strip_accents": True, "do_lower_case": False}, {"strip_accents": False},
                     {"tokenize_chinese_chars": False}, {"add_bos_token": True, "bos_token": "a"}, {"cls_token": "<x>", "unk_token": "a"}]:
        yield f"BERT, {switches}", pieces | config(**BERT, **switches)
        yield f"DistilBERT, {switches}", pieces | model("distilbert") | config(tokenizer_class="DistilBertTokenizerFast", **switches)
        yield f"list, {switches}", LIST | config(**BERT, **switches)
    yield "BERT with other pieces", {"tokenizer.json": PIECE_FILE | {
        "model": PIECE_MODEL | {"continuing_subword_prefix": "@@", "max_input_chars_per_word": 2}}} | config(**BERT)
    for switches in [{}, {"add_prefix_space": True}, {"add_bos_token": True, "add_eos_token": True}, {"add_bos_token": True, "bos_token": None},
                     {"bos_token": "<b>", "pad_token": "<x>", "add_bos_token": True, "eos_token": "low", "add_eos_token": False}]:
        yield f"GPT-2, {switches}", pairs | config(**GPT2, **switches)
        yield f"two files, {switches}", TWO | config(**GPT2, **switches)
        yield f"two files beside gpt2, {switches}", TWO | model("gpt2") | config(**switches)
    yield "GPT-2, nothing around", {"tokenizer.json": PAIR_FILE | {"post_processor": None, "added_tokens": []}} | config(**GPT2)
    yield "GPT-2, padding", {"tokenizer.json": PAIR_FILE | {"padding": PADDING}} | config(**GPT2, padding_side="right")
    for switches in [{}, {"legacy": True}, {"add_prefix_space": False}, {"add_bos_token": False, "add_eos_token": True},
                     {"bos_token": "<b>"}]:
        yield f"Llama, {switches}", llama | config(**LLAMAS, **switches)
    yield "Llama by bytes", pairs | config(**LLAMAS)
    yield "Llama beside mistral", llama | model("mistral") | config(tokenizer_class="LlamaTokenizer")
    yield "Llama by config.json", llama | {"config.json": {"model_type": "llama", "tokenizer_class": "LlamaTokenizer"}}
    for name, files in [("list", LIST | config(**BERT)), ("pieces", pieces | config(**BERT)), ("pieces generic", pieces | config(bos_token="<q>")),
                        ("list by type", LIST | model("bert")), ("two files", TWO | config(**GPT2))]:
        yield f"{name}, older files", files | OLD
        yield f"{name}, older tokens", files | {"added_tokens.json": {"<y>": 50, "low": 3, "Z z": 51}}
        settings = files.get("tokenizer_config.json", {})
        yield f"{name}, both", files | OLD | {"tokenizer_config.json": settings | LISTED}
        yield f"{name}, more tokens", files | {"tokenizer_config.json": settings | {
            "additional_special_tokens": ["<x>", "low"], "image_token": "<y>", "pad_token": "Z"}}
        yield f"{name}, older list", files | {"special_tokens_map.json": {"additional_special_tokens": ["<x>", "low"]},
                                              "added_tokens.json": {"<x>": 26}}
    yield "ids that are not", {"tokenizer.json": PIECE_FILE | {"added_tokens": [
        token("low", 3), token("[SEP]", 11), token("<x>", 90), token("<y>", 2), token("", 91), token("<x>", 92, lstrip=True)]}}
    yield "a mark that is text", {"tokenizer.json": PIECE_FILE | {"added_tokens": PIECE_FILE["added_tokens"] + [
        token("low", 11, special=False, normalized=True)]}} | config(bos_token="low")
    for cleans in [True, False]:
        yield f"cleaned {cleans}, pieces", pieces | config(clean_up_tokenization_spaces=cleans)
        yield f"cleaned {cleans}, unigrams", {"tokenizer.json": UNIGRAM_FILE} | config(clean_up_tokenization_spaces=cleans)
        yield f"cleaned {cleans}, pairs", pairs | config(clean_up_tokenization_spaces=cleans)
        yield f"cleaned {cleans}, list", LIST | config(**BERT, clean_up_tokenization_spaces=cleans)
    yield "a list with spaces and doubles", {"vocab.txt": "[PAD]\r\n[UNK]\r\n[CLS]\n[SEP]\na\n[MASK]\nlow \n\na\n.\n"} | config(**BERT)
    yield "unigrams with a mark in the settings", {"tokenizer.json": UNIGRAM_FILE} | config(bos_token="<b>")


def encoded(tokenizer, text, pair=None):
    encoding = tokenizer._tokenizer.encode(text, pair) if pair else tokenizer._tokenizer.encode(text)
    entry = {"ids": encoding.ids, "offsets": [place for places in encoding.offsets for place in places]}
    if pair:
        return entry | {"types": encoding.type_ids}
    return entry | {"text": tokenizer.decode(encoding.ids), "kept": tokenizer.decode(encoding.ids, skip_special_tokens=True)}


def entry(name, files, contents):
    with tempfile.TemporaryDirectory() as folder:
        for file, content in files.items():
            text = content if isinstance(content, str) else json.dumps(content)
            pathlib.Path(folder, file).write_bytes(text.encode())
        tokenizer = AutoTokenizer.from_pretrained(folder)
        tokenizer._tokenizer.no_truncation()
        tokenizer._tokenizer.no_padding()
        marks = {mark: text for mark, text in tokenizer.special_tokens_map.items() if mark in MARKS}
        numbers = {}
        for file in sorted(files):
            text = pathlib.Path(folder, file).read_bytes().decode()
            if text not in contents:
                contents.append(text)
            numbers[file] = contents.index(text)
        return {"name": name, "files": numbers, "marks": marks,
                "added": [{"id": number, "content": token.content, "special": token.special}
                          for number, token in sorted(tokenizer.added_tokens_decoder.items())],
                "texts": [encoded(tokenizer, text) for text in TEXTS], "pair": encoded(tokenizer, TEXTS[0], TEXTS[2])}


def main():
    contents = []
    entries = [entry(name, files, contents) for name, files in folders()]
    target = pathlib.Path(sys.argv[1]) / "folders.json"
    target.write_text(json.dumps({"texts": TEXTS, "contents": contents, "folders": entries}, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(len(entries), "folders")


main()
