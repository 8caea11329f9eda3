"""Commands that use a model, held against what transformers made of the same folders."""

import json
import math
import shutil
import struct

import pytest
from conftest import RANDOM, TOKENIZED

WRITERS = ["gpt2", "gpt2-half", "gpt2-relu", "gpt2-shards", "gpt2-untied", "gpt2-unscaled", "gpt2-layers", "llama",
           "llama-bfloat16", "llama-tied", "llama-yarn", "llama-dynamic", "llama-gelu", "llama-wide"]


def close(found, wanted, relative=1e-4):
    scale = max(abs(number) for number in wanted)
    return max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= relative * scale


@pytest.mark.parametrize("name", WRITERS)
def test_logits_are_those_of_transformers(model, name):
    wanted = json.loads((RANDOM / name / "expected.json").read_text())
    rows = len(wanted["tokens"])
    numbers = wanted["logits"]["values"]
    each = len(numbers) // rows
    for row, ids in enumerate(wanted["tokens"]):
        (answer,) = model.json("logits", "--model", RANDOM / name, "--ids", ",".join(map(str, ids)))
        assert close([number for position in answer["logits"] for number in position],
                     numbers[row * each:(row + 1) * each])


@pytest.mark.parametrize(("name", "outputs"), [
    ("bert", {"last_hidden_state", "pooler_output"}), ("bert-masked", {"logits"}), ("bert-sequence", {"logits"}),
    ("bert-token", {"logits"}), ("bert-question", {"start_logits", "end_logits"}), ("distilbert-masked", {"logits"})])
def test_logits_of_encoders_have_the_names_of_the_field(model, name, outputs):
    (answer,) = model.json("logits", "--model", RANDOM / name, "--ids", "3,1,4")
    assert set(answer) == outputs | {"ids"}


def copied(folder, target, **settings):
    """A folder of the same model with other settings."""
    shutil.copytree(folder, target)
    configuration = json.loads((target / "config.json").read_text())
    (target / "config.json").write_text(json.dumps(configuration | settings))
    return target


@pytest.mark.parametrize(("name", "types", "words"), [
    ("bert", "0,1,2", "0 to 1"), ("distilbert-masked", "0,1,0", "0 to 0"), ("gpt2", "0,1,0", "0 to 0")])
def test_types_that_a_model_does_not_tell_apart(model, name, types, words):
    assert words in model.refuses("logits", "--model", RANDOM / name, "--ids", "3,1,4", "--types", types)
    model.run("logits", "--model", RANDOM / name, "--ids", "3,1,4", "--types", "0,0,0")


def test_heads_that_are_not_known(model, tmp_path):
    answers = copied(RANDOM / "gpt2", tmp_path / "gpt2", architectures=["GPT2ForQuestionAnswering"])
    assert "finds answers" in model.refuses("logits", "--model", answers, "--ids", "3,1,4")
    choices = copied(RANDOM / "bert", tmp_path / "bert", architectures=["BertForMultipleChoice"])
    done = model.run("logits", "--model", choices, "--ids", "3,1,4")
    assert "last_hidden_state" in done.stdout and "BertForMultipleChoice" in done.stderr


@pytest.mark.parametrize("name", ["gpt2-sequence", "llama-sequence", "gpt2-token", "llama-token"])
def test_decoders_that_classify(model, name):
    wanted = json.loads((RANDOM / name / "expected.json").read_text())
    (answer,) = model.json("logits", "--model", RANDOM / name, "--ids", ",".join(map(str, wanted["tokens"][0])))
    rows = answer["logits"] if name.endswith("token") else [answer["logits"]]
    found = [number for row in rows for number in row]
    assert close(found, wanted["logits"]["values"][:len(found)])
    (answer,) = model.json("info", "--model", RANDOM / name)
    assert answer["architecture"].endswith("Classification") and answer["vocabulary"] == 40


@pytest.mark.parametrize("name", ["gpt2", "llama"])
def test_greedy_text_is_that_of_transformers(model, expected, name):
    for one in expected[name]:
        (answer,) = model.json("generate", "--model", TOKENIZED / name, one["prompt"], "--max-tokens", 12)
        assert answer["text"] == one["text"]
        plain = model.run("generate", "--model", TOKENIZED / name, one["prompt"], "--max-tokens", 12).stdout
        assert plain == one["prompt"] + one["text"] + "\n"


def test_prompts_by_lines_and_one_from_the_standard_input(model, expected):
    prompts = [one["prompt"] for one in expected["gpt2"] if "\n" not in one["prompt"]]
    answers = model.json("generate", "--model", TOKENIZED / "gpt2", "--max-tokens", 12, "--lines", text="\n".join(prompts))
    assert [answer["prompt"] for answer in answers] == prompts
    (answer,) = model.json("generate", "--model", TOKENIZED / "gpt2", "--max-tokens", 12, text=prompts[0] + "\n")
    assert answer["text"] == answers[0]["text"]


def test_chance_has_a_seed(model):
    def write(*more):
        return model.json("generate", "--model", TOKENIZED / "gpt2", "The", "--temperature", 1, "--max-tokens", 16, *more)[0]["text"]

    assert write("--seed", 3) == write("--seed", 3)
    assert len({write("--seed", seed) for seed in range(5)}) > 1


def test_eight_bits_change_little(model):
    def probabilities(*more):
        (answer,) = model.json("generate", "--model", TOKENIZED / "llama", "The old", "--max-tokens", 1, *more)
        return answer["tokens"][0]

    whole, rounded = probabilities(), probabilities("--int8")
    assert whole["id"] == rounded["id"]
    assert abs(whole["probability"] - rounded["probability"]) < 0.02


def test_beams_find_a_text_at_least_as_likely(model):
    def likelihood(*more):
        (answer,) = model.json("generate", "--model", TOKENIZED / "gpt2", "The old", "--max-tokens", 6, *more)
        product = 1
        for token in answer["tokens"]:
            product *= token["probability"]
        return product

    assert likelihood("--beams", 4) >= likelihood() * 0.9999


def test_when_a_search_by_beams_is_content(model, expected):
    def text(*more):
        (answer,) = model.json("generate", "--model", TOKENIZED / "gpt2", "The old", "--max-tokens", 6, "--beams", 3, *more)
        return answer["text"]

    assert text("--early-stopping", "false") == text()
    for content in ("true", "never"):
        assert isinstance(text("--early-stopping", content, "--length-penalty", 0.5), str)


def test_what_the_folder_says_of_writing_counts_where_nothing_else_is_said(model, tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(TOKENIZED / "gpt2", folder)

    def write(settings, *more):
        (folder / "generation_config.json").write_text(json.dumps(settings))
        return model.json("generate", "--model", folder, "The old", *more)[0]

    plain = write({}, "--max-tokens", 6)
    assert len(write({"max_new_tokens": 3})["tokens"]) == 3
    assert write({"max_new_tokens": 3}, "--max-tokens", 6)["text"] == plain["text"]
    daring = {"do_sample": True, "temperature": 5.0, "top_k": 0, "max_new_tokens": 16}
    assert len({write(daring, "--seed", seed)["text"] for seed in range(4)}) > 1
    assert write(daring, "--temperature", 0, "--max-tokens", 6)["text"] == plain["text"]
    beams = write({}, "--beams", 3, "--max-tokens", 6, "--length-penalty", 2, "--early-stopping", "never")
    settings = {"num_beams": 3, "length_penalty": 2.0, "early_stopping": "never", "max_new_tokens": 6}
    assert write(settings)["text"] == beams["text"]
    assert write(settings, "--beams", 1)["text"] == plain["text"]
    (folder / "generation_config.json").write_text(json.dumps({"num_beams": 3, "do_sample": True}))
    assert "Choose --beams" in model.refuses("generate", "--model", folder, "The old")
    (folder / "generation_config.json").write_text(json.dumps({"early_stopping": "soon"}))
    assert "early_stopping" in model.refuses("generate", "--model", folder, "The old")


@pytest.mark.parametrize("number", range(54))
def test_texts_by_beams_and_their_ends(model, expected, tmp_path, number):
    one = expected["beams"][number]
    folder = tmp_path / "model"
    shutil.copytree(TOKENIZED / one["folder"], folder)
    (folder / "generation_config.json").write_text(json.dumps({"eos_token_id": 1} | one["settings"]))
    stops = [word for stop in one["stops"] for word in ("--stop", stop)]
    (answer,) = model.json("generate", "--model", folder, one["prompt"], *stops)
    assert answer["text"] == one["text"]


def test_a_length_that_leaves_no_room_is_said(model, tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(TOKENIZED / "gpt2", folder)
    for settings in ({"max_length": 3}, {"max_length": 3, "num_beams": 2}):
        (folder / "generation_config.json").write_text(json.dumps(settings))
        words = model.refuses("generate", "--model", folder, "The old river")
        assert "max_length" in words and "7" in words
    (answer,) = model.json("generate", "--model", folder, "The old river", "--max-tokens", 2)
    assert len(answer["tokens"]) == 2


def spoilt(folder, target, name, place, number=math.nan):
    """A copy of a model's folder with a number that is none."""
    shutil.copytree(folder, target)
    contents = bytearray((target / "model.safetensors").read_bytes())
    (length,) = struct.unpack("<Q", contents[:8])
    start = 8 + length + json.loads(contents[8:8 + length])[name]["data_offsets"][0] + 4 * place
    contents[start:start + 4] = struct.pack("<f", number)
    (target / "model.safetensors").write_bytes(contents)
    return target


def test_a_spoilt_model_is_said_to_be_one(model, tmp_path):
    writer = spoilt(TOKENIZED / "llama", tmp_path / "llama", "model.layers.1.self_attn.v_proj.weight", 16 + 5)
    for arguments in (["x"], ["x", "--json"], ["x", "--beams", "3", "--max-tokens", "4"], ["x", "--int8"], ["x", "--temperature", "1"]):
        words = model.refuses("generate", "--model", writer, *arguments)
        assert "blocks.1.attention.value.weight is nan at [1, 5]" in words and "smaller learning rate" in words
    assert "value.weight is nan at [1, 5]" in model.refuses("generate", "--model", writer, "--lines", "--batch", "2", text="x\ny\n")
    assert "value.weight is nan at [1, 5]" in model.refuses("logits", "--model", writer, "--ids", "3,1", "--json")
    text = tmp_path / "text.txt"
    text.write_text("The old river runs past quiet towns.")
    assert "value.weight is nan" in model.refuses("evaluate", "--model", writer, "--task", "perplexity", "--text", text)
    for command, folder, rest in [
            ("classify", "bert-sequence", ["x"]), ("fill-mask", "bert-masked", ["x [MASK]"]), ("embed", "bert-masked", ["x"]),
            ("answer", "bert-question", ["--question", "Who?", "--context", "Ada did."])]:
        reader = spoilt(TOKENIZED / folder, tmp_path / command, "bert.encoder.layer.0.output.dense.bias", 3, math.inf)
        words = model.refuses(command, "--model", reader, *rest)
        assert "blocks.0.feedForward.down.bias is inf at [3]" in words and "Get the model's file anew" in words


def test_gaps_classes_and_answers(model, expected):
    texts = [one["text"] for one in expected["bert-masked"]]
    for answer, one in zip(model.json("fill-mask", "--model", TOKENIZED / "bert-masked", *texts, "--top", 4),
                           expected["bert-masked"], strict=True):
        assert [[choice["id"] for choice in gap] for gap in answer["gaps"]] == [
            [choice["id"] for choice in gap] for gap in one["gaps"]]
    for name in ("bert-sequence", "distilbert-several", "gpt2-sequence", "llama-sequence"):
        texts = "\n".join(one["text"] for one in expected[name])
        for answer, one in zip(model.json("classify", "--model", TOKENIZED / name, text=texts), expected[name], strict=True):
            assert answer["scores"] == pytest.approx(one["scores"], abs=1e-5)
    for one in expected["bert-question"]:
        (answer,) = model.json("answer", "--model", TOKENIZED / "bert-question", "--question", one["question"],
                               "--context", one["context"])
        assert answer["answers"][0]["text"] == one["answer"]


def test_tokens_there_and_back(model):
    (answer,) = model.json("tokenize", "--model", TOKENIZED / "bert-masked", "The river 河")
    assert answer["tokens"][0] == "[CLS]" and answer["tokens"][-1] == "[SEP]"
    (back,) = model.json("tokenize", "--model", TOKENIZED / "bert-masked", "--plain", "--decode",
                         ",".join(map(str, answer["ids"])))
    assert back["text"] == "the river 河"


def test_info_counts(model):
    (answer,) = model.json("info", "--model", TOKENIZED / "gpt2", "--layers")
    assert answer["parameters"] == 12160 and answer["layers"] == 2 and answer["architecture"] == "GPT2LMHeadModel"
    assert answer["layers_by_name"]["blocks.0.attention.projection.weight"] == [48, 16]
    assert "12,160" in model.run("info", "--model", TOKENIZED / "gpt2").stdout


@pytest.mark.parametrize(("arguments", "words"), [
    (["logits", "--ids", "3,999"], "999 is not among 0 to 299"),
    (["logits", "--ids", "3,x"], '"x" is no whole number'),
    (["logits", "--ids", ",".join(["1"] * 49)], "looks at 48 at most"),
    (["generate", "river " * 60], "looks at 48 at most"),
    (["generate", "x", "--top-p", "1.5", "--temperature", "1"], "above 0 and at most 1"),
    (["generate", "x", "--top-k", "4"], "needs --temperature"),
    (["generate", "x", "--max-tokens", "0"], "from 1 to 1,000,000,000"),
    (["generate", "x", "--early-stopping", "never"], "several --beams"),
    (["generate", "x", "--beams", "2", "--early-stopping", "soon"], "'true', 'false' or 'never'"),
    (["generate", "x", "--no-repeat-ngram-size", "0"], "1 or more"),
    (["answer", "--question", "x", "--context", "x"], "a model that finds answers"),
    (["fill-mask", "[MASK]"], "a model that fills gaps"),
    (["embed", "x"], "an encoder"),
    (["chat"], "<|system|>"),
])
def test_what_cannot_be_done_is_said(model, arguments, words):
    command, *rest = arguments
    assert words in model.refuses(command, "--model", TOKENIZED / "gpt2", *rest)


def test_a_folder_that_is_none(model, tmp_path):
    assert "config.json" in model.refuses("info", "--model", tmp_path)
    (tmp_path / "config.json").write_text("[" * 100000)
    assert "config.json" in model.refuses("info", "--model", tmp_path)
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "gpt2", "n_embd": 10**12, "n_layer": 2, "n_head": 2,
                                                      "vocab_size": 40, "n_positions": 24}))
    model.refuses("generate", "--model", tmp_path, "x")
