"""Folders of transformers whose settings are odd: read as transformers reads them, or refused by name, never half."""

import json
import re

import pytest
from conftest import TOKENIZED, changed, peers, with_peers

BODIES = """
import json, sys, torch
from transformers import AutoModel, GPT2Config, GPT2Model, LlamaConfig, LlamaModel
torch.manual_seed(int(sys.argv[2]))
gpt2 = GPT2Config(vocab_size=200, n_positions=32, n_embd=16, n_layer=2, n_head=2)
llama = LlamaConfig(vocab_size=200, max_position_embeddings=32, hidden_size=16, intermediate_size=24, num_hidden_layers=2,
                    num_attention_heads=4, num_key_value_heads=2)
ids, found = [3, 1, 4, 1, 5, 9, 2, 6], {}
for name, model in (("gpt2", GPT2Model(gpt2)), ("llama", LlamaModel(llama))):
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn(parameter.shape) * 0.3)
    model.save_pretrained(f"{sys.argv[1]}/{name}")
    again = AutoModel.from_pretrained(f"{sys.argv[1]}/{name}").eval()
    found[name] = again(torch.tensor([ids])).last_hidden_state[0].flatten().tolist()
print(json.dumps(found))
"""


@with_peers
def test_bodies_without_a_head_give_the_features_of_transformers(model, tmp_path):
    ids = [3, 1, 4, 1, 5, 9, 2, 6]
    for name, wanted in peers(BODIES, tmp_path, 7).items():
        done = model.run("logits", "--model", tmp_path / name, "--ids", ",".join(map(str, ids)), "--json")
        answer = json.loads(done.stdout)
        assert set(answer) == {"ids", "last_hidden_state"} and done.stderr == ""
        found = [number for row in answer["last_hidden_state"] for number in row]
        assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= 1e-4 * max(map(abs, wanted))
        (info,) = model.json("info", "--model", tmp_path / name)
        assert info["architecture"].endswith("Model") and "operations_per_token" not in info


WRITING = """
import json, sys
from transformers import AutoModelForCausalLM, AutoTokenizer, GenerationConfig
tokenizer, model = (kind.from_pretrained(sys.argv[1]) for kind in (AutoTokenizer, AutoModelForCausalLM))
ids = tokenizer(sys.argv[2], return_tensors="pt")
found = []
for settings in json.loads(sys.argv[3]):
    model.generation_config = GenerationConfig.from_dict(settings)
    found.append(model.generate(**ids, tokenizer=tokenizer, pad_token_id=0)[0, ids["input_ids"].shape[1]:].tolist())
print(json.dumps(found))
"""


def kept(settings):
    return {"bos_token_id": 1, "eos_token_id": 1, "max_new_tokens": 10} | settings


@with_peers
@pytest.mark.parametrize("beams", [1, 3])
@pytest.mark.parametrize("name", ["gpt2", "llama"])
def test_what_a_folder_suppresses_is_not_written(model, tmp_path, name, beams):
    prompt = "The old river"
    folder = changed(name, tmp_path / "model")
    (plain,) = peers(WRITING, folder, prompt, json.dumps([kept({"num_beams": beams})]))
    cases = [
        {"suppress_tokens": plain[:3] + [100000]}, {"begin_suppress_tokens": plain[:1]},
        {"bad_words_ids": [[plain[0]], [1]]}, {"bad_words_ids": [plain[1:3], plain[4:7]]},
        {"suppress_tokens": plain[:1], "bad_words_ids": [plain[1:3]], "begin_suppress_tokens": plain[2:4],
         "repetition_penalty": 1.3},
    ]
    cases = [kept({"num_beams": beams} | case) for case in cases]
    for case, wanted in zip(cases, peers(WRITING, folder, prompt, json.dumps(cases)), strict=True):
        (folder / "generation_config.json").write_text(json.dumps(case))
        (answer,) = model.json("generate", "--model", folder, prompt)
        assert [token["id"] for token in answer["tokens"]] == [id for id in wanted if id != 1], case


@with_peers
def test_a_folder_says_which_texts_end_the_writing(model, tmp_path):
    prompt = "The old river"
    folder = changed("gpt2", tmp_path / "model", "generation_config.json", **kept({}))
    (whole,) = model.json("generate", "--model", folder, prompt)
    stop = next(token["text"] for token in whole["tokens"][3:] if token["text"].isalnum())
    settings = kept({"stop_strings": [stop, "never written"]})
    (folder / "generation_config.json").write_text(json.dumps(settings))
    (answer,) = model.json("generate", "--model", folder, prompt)
    assert answer["end"] == "stopSequence"
    # Ours leaves the stop out of the text, as it does one of --stop; the tokens are the same.
    assert [[token["id"] for token in answer["tokens"]]] == peers(WRITING, folder, prompt, json.dumps([settings]))
    (other,) = model.json("generate", "--model", folder, prompt, "--stop", "never written either")
    assert other["text"] == whole["text"]


def test_settings_of_writing_that_are_not_supported(model, tmp_path):
    folder = changed("gpt2", tmp_path / "model", "generation_config.json", forced_eos_token_id=1)
    for command in (["generate", "The"], ["chat"]):
        assert '"forced_eos_token_id" is 1' in model.refuses(command[0], "--model", folder, *command[1:], text="x\n")


# GPT2Config(vocab_size=…) of transformers keeps the mark of the real GPT-2.
def test_a_mark_for_the_beginning_that_the_model_does_not_know(model, tmp_path):
    folder = changed("gpt2", tmp_path / "model", "generation_config.json", bos_token_id=50256)
    assert "(bos_token_id) is 50256" in model.refuses("generate", "--model", folder, "")
    model.run("generate", "--model", folder, "The", "--max-tokens", 2)


def test_ids_beyond_the_model(model, tmp_path):
    marks = {"type": "TemplateProcessing", "single": [{"Sequence": {"id": "A"}}, {"SpecialToken": {"id": "[SEP]"}}],
             "pair": [{"Sequence": {"id": "A"}}, {"Sequence": {"id": "B"}}],
             "special_tokens": {"[SEP]": {"id": "[SEP]", "ids": [99999], "tokens": ["[SEP]"]}}}
    folder = changed("bert-sequence", tmp_path / "marks", "tokenizer.json", post_processor=marks)
    assert "99999 ([SEP])" in model.refuses("classify", "--model", folder, "the river")
    padding = {"strategy": "BatchLongest", "direction": "Right", "pad_id": 99999, "pad_token": "[PAD]", "pad_type_id": 0}
    folder = changed("bert-sequence", tmp_path / "padding", "tokenizer.json", padding=padding)
    assert "padding.pad_id is 99999" in model.refuses("classify", "--model", folder, "the river", "a")


def test_a_tokenizer_of_a_larger_model(model, tmp_path):
    more = [{"id": 900, "content": "<more>", "special": False}]
    texts, lines = tmp_path / "text.txt", tmp_path / "lines.jsonl"
    texts.write_text("The old river runs past quiet towns. " * 40)
    lines.write_text(json.dumps({"text": "a", "label": "x"}) + "\n" + json.dumps({"text": "b", "label": "y"}) + "\n")
    answers = tmp_path / "answers.jsonl"
    answers.write_text(json.dumps({"question": "who", "context": "Ada did", "answer": "Ada"}) + "\n")
    gpt2 = changed("gpt2", tmp_path / "gpt2", "tokenizer.json", added_tokens=more)
    bert = changed("bert-masked", tmp_path / "bert", "tokenizer.json", added_tokens=more + [
        {"id": 4, "content": "[MASK]", "special": True}])
    chats = tmp_path / "chats.jsonl"
    chats.write_text(json.dumps({"prompt": "a", "answer": "b"}) + "\n")
    output = ["--output", tmp_path / "new", "--steps", 1]
    for command in [
        ["finetune", "--model", gpt2, "--task", "text", "--text", texts, *output],
        ["finetune", "--model", bert, "--task", "classify", "--data", lines, *output],
        ["finetune", "--model", bert, "--task", "answer", "--data", answers, *output],
        ["embed", "--model", bert, "the river"], ["fill-mask", "--model", bert, "the [MASK]"],
        ["generate", "--model", gpt2, "The"],
    ]:
        # As in Python, the next id is the token's, whatever the file says.
        assert re.search(r"The tokenizer has (161|301) tokens, and the model knows (160|300)", model.refuses(*command)), command
    assert not (tmp_path / "new" / "config.json").exists()


def test_half_a_model_is_said_to_be_one(model, tmp_path):
    folder = changed("gpt2", tmp_path / "half", n_layer=1)
    done = model.run("generate", "--model", folder, "The", "--max-tokens", 2, "--json")
    assert json.loads(done.stdout)["tokens"] and "tensors of the checkpoint" in done.stderr and "h.1." in done.stderr


def test_a_model_of_numbers_says_no_classes(model, tmp_path):
    folder = changed("bert-sequence", tmp_path / "folder", problem_type="regression")
    # transformers prints the number itself; a share of a probability would be another one.
    assert "problem_type is regression" in model.refuses("classify", "--model", folder, "the sea")
    assert model.json("logits", "--model", folder, "--ids", "2,5,3")


def test_weights_that_are_quantized_are_refused(model, tmp_path):
    folder = changed("llama", tmp_path / "eight", quantization_config={"quant_method": "bitsandbytes", "load_in_8bit": True})
    for command in (["info"], ["generate", "The"]):
        assert "bitsandbytes" in model.refuses(command[0], "--model", folder, *command[1:])
    model.run("info", "--model", changed("llama", tmp_path / "plain", quantization_config=None))


def test_other_classes_get_a_new_head(model, tmp_path):
    data, output = tmp_path / "topics.tsv", tmp_path / "new"
    texts = [("add two eggs", "a"), ("it rains", "b")]
    data.write_text("".join(f"{text} {number}\t{label}\n" for number in range(5) for text, label in texts))
    done = model.run("finetune", "--model", TOKENIZED / "bert-sequence", "--task", "classify", "--data", data, "--output",
                     output, "--steps", 2)
    assert "no numbers for output.weight, output.bias" in done.stderr
    assert json.loads((output / "config.json").read_text())["id2label"] == {"0": "a", "1": "b"}
    empty = changed("bert-sequence", tmp_path / "empty", id2label={})
    assert '"id2label" is {}' in model.refuses("classify", "--model", empty, "the river")
