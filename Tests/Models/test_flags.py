"""A flag does something, or is refused by a sentence."""

import json
import shutil

import pytest
from conftest import TOKENIZED

LARGEST = 2**63 - 1


@pytest.mark.parametrize(("arguments", "words"), [
    (["evaluate", "--task", "classify", "--data", "x", "--int8"], "--int8 is for --task perplexity or --task generate."),
    (["evaluate", "--task", "classify", "--data", "x", "--temperature", 1], "--temperature is for --task generate."),
    (["evaluate", "--task", "answer", "--data", "x", "--max-tokens", 5], "--max-tokens is for --task generate."),
    (["evaluate", "--task", "answer", "--data", "x", "--seed", 0], "--seed is for --task generate."),
    (["evaluate", "--task", "answer", "--data", "x", "--beams", 2], "--beams is for --task generate."),
    (["evaluate", "--task", "perplexity", "--text", "x", "--top-k", 2], "--top-k is for --task generate."),
    (["evaluate", "--task", "perplexity", "--text", "x", "--stop", "y"], "--stop is for --task generate."),
    (["evaluate", "--task", "perplexity", "--text", "x", "--data", "y"], "--data is for --task classify or"),
    (["evaluate", "--task", "generate", "--data", "x", "--stride", 4], "--stride is for --task perplexity."),
    (["evaluate", "--task", "classify", "--data", "x", "--text", "y"], "--text is for --task perplexity."),
    (["finetune", "--task", "chat", "--data", "x", "--validation-share", 0.1], "--validation-share is for --task text or"),
    (["finetune", "--task", "answer", "--data", "x", "--validation-share", 0.1], "--validation-share is for --task text or"),
    (["finetune", "--task", "chat", "--data", "x", "--text", "y"], "--text is for --task text."),
    (["finetune", "--task", "answer", "--data", "x", "--corpus", "stories"], "--corpus is for --task text."),
    (["finetune", "--task", "classify", "--data", "x", "--patience", 3], "--patience is for --task text."),
    (["finetune", "--task", "chat", "--data", "x", "--frozen"], "--frozen is for --task classify or --task answer."),
    (["finetune", "--task", "text", "--text", "x", "--data", "y"], "--data is for --task chat or"),
    (["finetune", "--task", "text", "--text", "x", "--validation-share", 1], "above 0 and below 1"),
    (["finetune", "--task", "text", "--text", "x", "--lora", LARGEST], "--lora is 9223372036854775807."),
    (["finetune", "--task", "text", "--text", "x", "--epochs", LARGEST], "from 1 to 1,000,000"),
    (["finetune", "--task", "text", "--text", "x", "--epochs", 2, "--steps", 5], "one of --epochs, --steps and --minutes"),
    (["finetune", "--task", "text", "--text", "x", "--batch", LARGEST], "from 1 to 1,000,000"),
    (["train", "--corpus", "stories", "--depth", 2, "--layers", 2], "--layers among them"),
    (["train", "--corpus", "stories", "--depth", 2, "--features", 64], "--features among them"),
    (["train", "--corpus", "stories", "--depth", 2, "--heads", 4], "--heads among them"),
    (["train", "--corpus", "stories", "--depth", 65], "from 1 to 64"),
    (["train", "--corpus", "stories", "--vocabulary", 90], "--tokens bytepairs or unigrams"),
    (["tokenize", "--decode", "1", "word"], "Give one of them"),
    (["tokenize", "--decode", "1", "--pair", "word"], "--pair belongs to a text"),
    (["generate", "x", "--temperature", 0, "--top-k", 4], "--temperature 0 takes the likeliest"),
    (["generate", "x", "--temperature", 0, "--min-p", 0.1], "--temperature 0 takes the likeliest"),
    (["chat", "--temperature", 0, "--top-p", 0.5], "--temperature 0 takes the likeliest"),
    (["generate", "x", "--min-tokens", LARGEST], "--min-tokens is 9223372036854775807."),
    (["generate", "x", "--beams", LARGEST], "--beams is 9223372036854775807."),
    (["generate", "x", "--beams", 2, "--max-tokens", 10**9], "has room for 48 in all"),
    (["generate", "x", "--beams", 4, "--top-p", 0.5], "--top-p chooses by chance"),
    (["generate", "x", "--beams", 4, "--temperature", 1], "--temperature for a random one"),
    (["evaluate", "--task", "generate", "--data", "x", "--beams", 4, "--temperature", 1], "--temperature for a random one"),
])
def test_what_does_nothing_is_refused(model, tmp_path, arguments, words):
    output = ["--output", tmp_path / "output"] if arguments[0] == "finetune" else []
    folder = tmp_path / "new" if arguments[0] == "train" else TOKENIZED / "gpt2"
    assert words in model.refuses(*arguments, "--model", folder, *output)
    assert not any(tmp_path.iterdir())


def test_beams_are_not_random_at_temperature_0(model):
    def text(*more):
        return model.json("generate", "--model", TOKENIZED / "gpt2", "The old", "--max-tokens", 6, "--beams", 4, *more)[0]["text"]

    assert text("--temperature", 0) == text()


def test_a_measure_of_texts_writes_as_generate_does(model, tmp_path):
    folder, data = tmp_path / "model", tmp_path / "references.jsonl"
    shutil.copytree(TOKENIZED / "gpt2", folder)
    (folder / "generation_config.json").write_text(json.dumps(
        {"num_beams": 4, "length_penalty": 2.0, "early_stopping": True, "max_new_tokens": 8}))
    prompts = ["The old", "Add two", "Who built"]
    texts = [model.json("generate", "--model", folder, prompt)[0]["text"] for prompt in prompts]
    plain = [model.json("generate", "--model", folder, prompt, "--beams", 1)[0]["text"] for prompt in prompts]
    assert texts != plain

    def chrf(references, *more):
        data.write_text("".join(json.dumps({"prompt": prompt, "reference": text}) + "\n"
                                for prompt, text in zip(prompts, references, strict=True)))
        return model.json("evaluate", "--model", folder, "--task", "generate", "--data", data, *more)[0]["chrf"]

    assert chrf(texts) == pytest.approx(100) and chrf(plain) < 99
    assert chrf(plain, "--beams", 1) == pytest.approx(100) and chrf(plain, "--temperature", 0) == pytest.approx(100)


def test_a_chat_has_no_beams(model, stories, tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(stories, folder)
    settings = json.loads((folder / "generation_config.json").read_text())
    (folder / "generation_config.json").write_text(json.dumps(settings | {"num_beams": 3, "max_new_tokens": 4}))
    assert "num_beams 3" in model.refuses("chat", "--model", folder, text="The fox\n")
    assert len(model.json("chat", "--model", folder, "--temperature", 0, text="The fox\n")) == 1
