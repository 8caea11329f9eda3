"""Makes tiny model folders with tokenizers, and writes down what the pipelines of transformers make of some texts.

    python make.py FOLDER

Versions: transformers 5.23, tokenizers 0.23, torch 2.13.
"""

import json
import pathlib
import sys

import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    AutoModel, AutoTokenizer, BertConfig, BertForMaskedLM, BertForQuestionAnswering, BertForSequenceClassification,
    DistilBertConfig, DistilBertForSequenceClassification, GPT2Config, GPT2ForSequenceClassification, GPT2LMHeadModel,
    LlamaConfig, LlamaForCausalLM, LlamaForSequenceClassification, PreTrainedTokenizerFast, pipeline)

TEXTS = [
    "The old river runs past quiet towns and carries small boats of grain toward a distant harbour.",
    "Add two eggs and stir until the dough is smooth. Bake it for half an hour.",
    "Tomorrow it rains in the north, and the wind turns to the west.",
    "河水流过安静的小镇,小船载着粮食。明天北方有雨。",
    "Who built the bridge? Ada and her brother built the bridge in 1843, when the river was low.",
]
MARKS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
LABELS = dict(id2label={0: "kitchen", 1: "weather", 2: "workshop"}, label2id={"kitchen": 0, "weather": 1, "workshop": 2})
BERT = dict(max_position_embeddings=48, hidden_size=16, intermediate_size=24, num_hidden_layers=2,
            num_attention_heads=2)


def shaken(model, seed):
    """The model with other numbers than its first ones, so that biases and norms matter too."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=generator) * 0.3)
    return model.eval()


def word_pieces(folder):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    tokenizer.train_from_iterator(TEXTS, trainers.WordPieceTrainer(vocab_size=160, special_tokens=MARKS))
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    whole = PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]",
                                    sep_token="[SEP]", mask_token="[MASK]", model_max_length=48)
    whole.model_input_names = ["input_ids", "token_type_ids", "attention_mask"]
    whole.save_pretrained(folder)
    return whole


def byte_pairs(folder, begins):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    marks = ["<|begin|>", "<|endoftext|>"]
    tokenizer.train_from_iterator(TEXTS, trainers.BpeTrainer(vocab_size=300, special_tokens=marks,
                                                             initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    if begins:
        tokenizer.post_processor = processors.TemplateProcessing(single="<|begin|> $A", pair="<|begin|> $A $B",
                                                                 special_tokens=[("<|begin|>", 0)])
    whole = PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<|begin|>" if begins else "<|endoftext|>",
                                    eos_token="<|endoftext|>", pad_token="<|endoftext|>")
    whole.save_pretrained(folder)
    return whole


def searched(name, model, tokenizer, prompts):
    """The likeliest texts by beams, ended by texts, by lengths and by several tokens, as generation_config.json says it."""
    cases = []
    for prompt in prompts:
        inputs = tokenizer(prompt, return_tensors="pt")
        length = inputs["input_ids"].shape[1]
        # Pieces of what is written without an end that are whole characters: one, and two that may stand in two tokens.
        free = model.generate(**inputs, num_beams=3, max_new_tokens=12, do_sample=False, eos_token_id=None)[0, length:].tolist()
        whole = [part for part in tokenizer.decode(free).split("\ufffd") if part]
        pieces = [whole[-1][-1], max(whole, key=len)[:2]]
        for settings in [
            {"max_new_tokens": 12, "num_beams": 3}, {"max_new_tokens": 12, "num_beams": 4, "stop_strings": pieces[:1]},
            {"max_new_tokens": 12, "num_beams": 2, "stop_strings": pieces},
            {"max_length": length + 5, "num_beams": 3}, {"max_length": length + 7},
            {"max_new_tokens": 12, "eos_token_id": [1, free[2], free[6]], "num_beams": 3},
            {"max_new_tokens": 12, "eos_token_id": [1, free[2]], "min_length": length + 6, "num_beams": 3},
            {"max_new_tokens": 12, "eos_token_id": [free[0], 1], "min_new_tokens": 2},
            {"max_new_tokens": 12, "no_repeat_ngram_size": 1, "repetition_penalty": 1.4, "num_beams": 3},
        ]:
            made = model.generate(**inputs, do_sample=False, tokenizer=tokenizer, pad_token_id=0, **settings)
            ids = made[0, length:].tolist()
            ends = settings.get("eos_token_id", [1])
            ids = ids[:next((place for place, token in enumerate(ids) if token in ends), len(ids))]
            text = tokenizer.decode(ids)
            # What ends a text is no part of it here.
            found = [text.index(stop) for stop in settings.get("stop_strings", []) if stop in text]
            stops = settings.get("stop_strings", [])
            cases.append({"folder": name, "prompt": prompt, "stops": stops, "text": text[:min(found)] if found else text,
                          "settings": {key: value for key, value in settings.items() if key != "stop_strings"}})
    return cases


def main(target):
    target = pathlib.Path(target)
    expected = {}

    def folder(name):
        path = target / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    for number, (name, begins) in enumerate([("gpt2", False), ("llama", True)]):
        tokenizer = byte_pairs(folder(name), begins)
        sizes = dict(vocab_size=len(tokenizer), bos_token_id=0 if begins else 1, eos_token_id=1)
        model = (LlamaForCausalLM(LlamaConfig(**sizes, max_position_embeddings=48, hidden_size=16, intermediate_size=24,
                                              num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2))
                 if begins else GPT2LMHeadModel(GPT2Config(**sizes, n_positions=48, n_embd=16, n_layer=2, n_head=2)))
        shaken(model, number).save_pretrained(folder(name))
        write = pipeline("text-generation", model=model, tokenizer=tokenizer, device="cpu")
        prompts = ["The old river", "明天", "Add two eggs\n"]
        expected[name] = [
            {"prompt": prompt, "text": write(prompt, max_new_tokens=12, do_sample=False, return_full_text=False)[0]["generated_text"]}
            for prompt in prompts]
        expected["beams"] = expected.get("beams", []) + searched(name, model, tokenizer, prompts)

    name = "bert-masked"
    tokenizer = word_pieces(folder(name))
    model = shaken(BertForMaskedLM(BertConfig(vocab_size=len(tokenizer), **BERT)), 3)
    model.save_pretrained(folder(name))
    fill = pipeline("fill-mask", model=model, tokenizer=tokenizer, device="cpu", top_k=4)
    gaps = ["The old [MASK] runs past towns.", "[MASK] 天北方有 [MASK]。", "Bake it[MASK]half an hour"]
    expected[name] = []
    for text in gaps:
        found = fill(text)
        found = found if isinstance(found[0], list) else [found]
        expected[name].append({"text": text, "gaps": [[{"id": one["token"], "probability": one["score"]} for one in gap]
                                                        for gap in found]})

    for number, (name, make) in enumerate([
        ("bert-sequence", lambda size: BertForSequenceClassification(BertConfig(vocab_size=size, **BERT, **LABELS))),
        ("distilbert-several", lambda size: DistilBertForSequenceClassification(DistilBertConfig(
            vocab_size=size, max_position_embeddings=48, dim=16, hidden_dim=24, n_layers=2, n_heads=2, **LABELS,
            problem_type="multi_label_classification")))]):
        tokenizer = word_pieces(folder(name))
        if name.startswith("distil"):
            tokenizer.model_input_names = ["input_ids", "attention_mask"]
        model = shaken(make(len(tokenizer)), 4 + number)
        model.save_pretrained(folder(name))
        classify = pipeline("text-classification", model=model, tokenizer=tokenizer, device="cpu", top_k=None)
        expected[name] = [{"text": text, "scores": {one["label"]: one["score"] for one in classify([text])[0]}}
                          for text in TEXTS]

    for number, (name, begins) in enumerate([("gpt2-sequence", False), ("llama-sequence", True)]):
        tokenizer = byte_pairs(folder(name), begins)
        sizes = dict(vocab_size=len(tokenizer), bos_token_id=0 if begins else 1, eos_token_id=1, pad_token_id=1, **LABELS)
        model = (LlamaForSequenceClassification(LlamaConfig(
            **sizes, max_position_embeddings=96, hidden_size=16, intermediate_size=24, num_hidden_layers=2,
            num_attention_heads=4, num_key_value_heads=2)) if begins else
            GPT2ForSequenceClassification(GPT2Config(**sizes, n_positions=96, n_embd=16, n_layer=2, n_head=2)))
        model = shaken(model, 8 + number)
        model.save_pretrained(folder(name))
        classify = pipeline("text-classification", model=model, tokenizer=tokenizer, device="cpu", top_k=None)
        # All at once, so that short texts are filled up.
        found = classify(TEXTS, batch_size=len(TEXTS))
        expected[name] = [{"text": text, "scores": {one["label"]: one["score"] for one in scores}}
                          for text, scores in zip(TEXTS, found)]

    name = "bert-question"
    tokenizer = word_pieces(folder(name))
    model = shaken(BertForQuestionAnswering(BertConfig(vocab_size=len(tokenizer), **BERT)), 6)
    model.save_pretrained(folder(name))
    expected[name] = []
    for question, context in [("Who built it?", TEXTS[4]), ("Where is rain?", TEXTS[2]), ("Bake?", TEXTS[1]), ("雨?", TEXTS[3])]:
        batch = tokenizer(question, context, return_tensors="pt", return_offsets_mapping=True)
        offsets = batch.pop("offset_mapping")[0].tolist()
        sequence = batch.sequence_ids(0)
        with torch.no_grad():
            out = model(**batch)
        allowed = torch.tensor([part == 1 for part in sequence])
        start = torch.where(allowed, out.start_logits[0], torch.tensor(-10000.0)).softmax(-1)
        end = torch.where(allowed, out.end_logits[0], torch.tensor(-10000.0)).softmax(-1)
        grid = torch.triu(torch.outer(start, end)).tril(14)
        best = int(grid.argmax())
        first, last = divmod(best, grid.shape[1])
        words = batch.word_ids(0)
        inside = [place for place, part in enumerate(sequence) if part == 1]
        while first - 1 in inside and words[first - 1] == words[first]:
            first -= 1
        while last + 1 in inside and words[last + 1] == words[last]:
            last += 1
        expected[name].append({"question": question, "context": context, "probability": float(grid.max()),
                               "answer": context[offsets[first][0]:offsets[last][1]]})

    name = "bert-masked"
    tokenizer = AutoTokenizer.from_pretrained(target / name)
    body = AutoModel.from_pretrained(target / name, add_pooling_layer=False).eval()
    expected["features"] = []
    for text in TEXTS[:3]:
        with torch.no_grad():
            hidden = body(**tokenizer(text, return_tensors="pt")).last_hidden_state[0]
        expected["features"].append({"text": text, "shape": list(hidden.shape), "first": hidden[0].tolist(),
                                     "last": hidden[-1].tolist()})
    (target / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n")


main(sys.argv[1])
