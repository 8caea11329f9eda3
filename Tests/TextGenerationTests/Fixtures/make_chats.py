"""Writes down the tokens that transformers makes of conversations by chat templates.

    python make_chats.py

The templates and the conversations are those of the fixtures of ChatTemplates. Versions: transformers 5.23, tokenizers 0.23.
"""

import json
import pathlib

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

HERE = pathlib.Path(__file__).parent
TEMPLATES = HERE.parent.parent / "ChatTemplatesTests/Fixtures"
MARKS = ["<s>", "</s>", "<|begin_of_text|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>", "<|im_start|>",
         "<|im_end|>", "<|user|>", "<|system|>", "<|assistant|>", "<|end|>", "<bos>", "<eos>", "<start_of_turn>",
         "<end_of_turn>", "<｜begin▁of▁sentence｜>", "<｜end▁of▁sentence｜>", "<｜User｜>", "<｜Assistant｜>"]
TEXTS = ["Why is the sea salty? Answer in one sentence. Hello! And now?", "user assistant system model 你好，世界 think think"]


def byte_pairs():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(TEXTS, trainers.BpeTrainer(
        vocab_size=330, special_tokens=MARKS, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
    return tokenizer


def metaspaces():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first", split=False)
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="first")
    tokenizer.train_from_iterator(TEXTS, trainers.BpeTrainer(
        vocab_size=400, special_tokens=["<unk>"] + MARKS + [f"<0x{byte:02X}>" for byte in range(256)], show_progress=False))
    # Bytes are tokens of the vocabulary and no marks.
    file = json.loads(tokenizer.to_str())
    file["added_tokens"] = [token for token in file["added_tokens"] if not token["content"].startswith("<0x")]
    return Tokenizer.from_str(json.dumps(file))


def main():
    given = json.loads((TEMPLATES / "expected.json").read_text())
    cases = []
    for name, tokenizer in [("byte-pairs", byte_pairs()), ("metaspaces", metaspaces())]:
        folder = HERE / "chats" / name
        folder.mkdir(parents=True, exist_ok=True)
        tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
        for chat in given["chats"]:
            # Whoever forges marks gets them in Python.
            if "text" not in chat or chat["conversation"] == 5 or "date" in chat["template"]:
                continue
            whole = PreTrainedTokenizerFast(
                tokenizer_object=tokenizer, bos_token=chat["bos"] or None, eos_token=chat["eos"],
                chat_template=(TEMPLATES / f"templates/{chat['template']}.jinja").read_text())
            messages = given["conversations"][chat["conversation"]]
            case = {"tokenizer": name, **{key: chat[key] for key in ("template", "bos", "eos", "conversation", "prompt")}}
            isGenerating = chat["template"] == "generation"
            found = whole.apply_chat_template(
                messages, add_generation_prompt=chat["prompt"], return_dict=True, return_assistant_tokens_mask=isGenerating)
            case["ids"] = found["input_ids"]
            if isGenerating:
                case["learned"] = found["assistant_masks"]
            cases.append(case)
    (HERE / "chats.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")


main()
