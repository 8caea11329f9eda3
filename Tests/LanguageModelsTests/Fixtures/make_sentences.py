"""Folders of a small sentence encoder whose small files say different things, and the vectors that sentence-transformers
gives for them.

    python make_sentences.py .

writes sentences.json. The model is folders/bert, and its vocabulary is made here.
"""

import json
import pathlib
import shutil
import sys
import tempfile

from sentence_transformers import SentenceTransformer

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + [f"w{number}" for number in range(5, 40)]
SENTENCES = ["w5 w6 w7", "w8", "", "w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26", "w30 zzz W31"]
MODULES = [{"idx": number, "name": str(number), "path": path, "type": f"sentence_transformers.models.{kind}"}
           for number, (path, kind) in enumerate([("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")])]
SIXTEEN = {"word_embedding_dimension": 16}
PROMPTS = {"prompts": {"query": "w20 w21 ", "passage": "w22 "}, "default_prompt_name": None}


def variants():
    """The name of each folder, and its small files."""
    mean = SIXTEEN | {"pooling_mode_mean_tokens": True}
    for name in ["cls_token", "mean_tokens", "max_tokens"]:
        yield name, {"modules.json": MODULES, "1_Pooling/config.json": SIXTEEN | {f"pooling_mode_{name}": True}}
    for mode in ["cls", "mean", "max"]:
        yield f"mode {mode}", {"modules.json": MODULES[:2], "1_Pooling/config.json": {"embedding_dimension": 16, "pooling_mode": mode}}
    yield "one mode in a list", {"modules.json": MODULES, "1_Pooling/config.json": {"embedding_dimension": 16, "pooling_mode": ["max"]}}
    yield "no mode at all", {"modules.json": MODULES, "1_Pooling/config.json": SIXTEEN | {"pooling_mode_cls_token": False}}
    yield "no modules", {}
    base = {"modules.json": MODULES, "1_Pooling/config.json": mean}
    yield "a length of its own", base | {"sentence_bert_config.json": {"max_seq_length": 6, "do_lower_case": False}}
    yield "the tokenizer's length", base | {"tokenizer_config.json": {"tokenizer_class": "BertTokenizer", "model_max_length": 8}}
    yield "both lengths", base | {"sentence_bert_config.json": {"max_seq_length": 9},
                                  "tokenizer_config.json": {"tokenizer_class": "BertTokenizer", "model_max_length": 7}}
    yield "no length", base | {"sentence_bert_config.json": {"max_seq_length": None},
                               "tokenizer_config.json": {"tokenizer_class": "BertTokenizer", "model_max_length": 10**30}}
    yield "prompts", base | {"config_sentence_transformers.json": PROMPTS}
    yield "a default prompt", base | {"config_sentence_transformers.json": PROMPTS | {"default_prompt_name": "query"}}
    yield "an empty prompt", base | {"1_Pooling/config.json": mean | {"include_prompt": False}, "config_sentence_transformers.json": {
        "prompts": {"query": "w20 ", "none": ""}, "default_prompt_name": "none"}}


def main():
    target = pathlib.Path(sys.argv[1])
    entries = []
    for name, files in variants():
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary, "model")
            shutil.copytree(target / "folders" / "bert", folder)
            files = {"vocab.txt": "\n".join(WORDS) + "\n"} | files
            for file, content in files.items():
                path = folder / file
                path.parent.mkdir(exist_ok=True)
                path.write_text(content if isinstance(content, str) else json.dumps(content))
            (folder / "2_Normalize").mkdir(exist_ok=True)
            model = SentenceTransformer(str(folder), device="cpu")
            vectors = [model.encode([sentence], convert_to_numpy=True)[0].tolist() for sentence in SENTENCES]
            entry = {"name": name, "vectors": vectors, "files": {
                file: content if isinstance(content, str) else json.dumps(content) for file, content in files.items()}}
            if name == "prompts":
                entry["queries"] = [model.encode([sentence], prompt_name="query", convert_to_numpy=True)[0].tolist()
                                    for sentence in SENTENCES]
            entry["length"] = min(model.max_seq_length, model[0].config.max_position_embeddings)
            entries.append(entry)
    (target / "sentences.json").write_text(json.dumps({"sentences": SENTENCES, "folders": entries}) + "\n")
    print(len(entries), [entry["length"] for entry in entries])


main()
