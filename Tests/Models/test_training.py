"""Commands that train and measure models."""

import json
import math
import os
import shutil
import signal
import subprocess
import time

import pytest
from conftest import PEERS, PROGRAM, TOKENIZED

SIZES = ["--layers", "1", "--features", "32", "--heads", "2", "--context", "48", "--batch", "8"]


def losses(folder):
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    return [line["loss"] for line in lines if "loss" in line]


def wait_for_steps(folder, count):
    """Waits until a training has gone so far, or has had ample time."""
    log, deadline = folder / "log.jsonl", time.monotonic() + 60
    while time.monotonic() < deadline and not (log.exists() and len(log.read_text().splitlines()) >= count):
        time.sleep(0.02)


def test_a_trained_model_writes_and_is_measured(model, stories, tmp_path):
    numbers = losses(stories)
    assert len(numbers) == 30 and numbers[-1] < numbers[0] - 0.3
    (answer,) = model.json("generate", "--model", stories, "The ", "--max-tokens", 20)
    assert len(answer["tokens"]) <= 20
    text = tmp_path / "text.txt"
    text.write_text("The fox ran home. The moon was round.\n")
    (measured,) = model.json("evaluate", "--model", stories, "--task", "perplexity", "--text", text)
    assert measured["perplexity"] == pytest.approx(math.exp(measured["nats_per_token"]), rel=1e-9)
    assert measured["perplexity"] < 70


def test_a_new_model_ends_where_its_texts_end(model, tmp_path):
    text, folder = tmp_path / "text.txt", tmp_path / "model"
    text.write_text("\n\n".join([f"abc de{letter}" for letter in "fghijklmnop"]))
    model.run("train", "--model", folder, "--text", text, "--steps", 150, "--context", 16, "--layers", 1, "--features", 32,
              "--heads", 2, "--noise", 0, "--learning-rate", 0.01)
    (answer,) = model.json("generate", "--model", folder, "abc", "--max-tokens", 40)
    assert answer["end"] == "stopToken" and answer["text"].startswith(" de") and len(answer["text"]) < 10
    # The mark begins a text too, where there is no other beginning.
    (answer,) = model.json("generate", "--model", folder, "", "--max-tokens", 3)
    assert answer["text"] == "abc"


def test_a_model_is_not_written_over(model, stories):
    assert "--resume" in model.refuses("train", "--model", stories, "--corpus", "stories")


def test_a_model_that_is_begun_anew_is_kept(model, tmp_path):
    folder = tmp_path / "model"
    model.run("train", "--model", folder, "--corpus", "stories", "--steps", 2, *SIZES)
    before = (folder / "model.safetensors").read_bytes()
    model.run("train", "--model", folder, "--corpus", "stories", "--steps", 3, "--seed", 5, "--overwrite", *SIZES)
    assert (tmp_path / "model.old-1" / "model.safetensors").read_bytes() == before
    assert len(losses(folder)) == 3


def test_after_an_interrupt_it_goes_on_as_without_one(model, tmp_path):
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    arguments = ["train", "--corpus", "stories", "--steps", "60", *SIZES]
    model.run(*arguments, "--model", whole)
    process = subprocess.Popen([PROGRAM, "model", *arguments, "--model", broken], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    wait_for_steps(broken, 3)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "--resume" in errors
    model.run(*arguments, "--model", broken, "--resume")
    assert (whole / "model.safetensors").read_bytes() == (broken / "model.safetensors").read_bytes()
    assert losses(whole) == losses(broken)


def test_only_what_was_begun_is_gone_on_with(model, tmp_path):
    folder = tmp_path / "model"
    for command in (["train", "--model", folder, "--corpus", "stories"],
                    ["finetune", "--model", TOKENIZED / "gpt2", "--task", "text", "--corpus", "stories", "--output", folder]):
        assert "no training" in model.refuses(*command, "--resume") and not folder.exists()
    begun = ["train", "--model", folder, "--corpus", "stories", *SIZES]
    model.run(*begun, "--steps", 2, "--learning-rate", 0.01)
    assert "--seed 1" in model.refuses(*begun, "--resume", "--seed", 2)
    model.run(*begun, "--steps", 4, "--resume")
    records = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    # A third of the way down the wave of the cosine, from 0.01 to a tenth of it.
    assert [record["learning_rate"] for record in records if record["step"] == 3 and "loss" in record] == [
        pytest.approx(0.001 + 0.009 * 0.75)]


def test_minutes_in_place_of_steps(model, tmp_path):
    begin = time.monotonic()
    (answer,) = model.json("train", "--model", tmp_path / "model", "--corpus", "chinese-poems", "--minutes", "0.05",
                           "--patience", 0, *SIZES)
    assert answer["end"] == "finished" and answer["steps"] == answer["planned_steps"] > 8
    # Three seconds were asked for. A loaded machine may take several times as long; an hour would be another thing.
    assert time.monotonic() - begin < 60


def test_minutes_are_kept_and_whoever_goes_on_keeps_the_plan(model, tmp_path):
    # Large enough that the text is not shown too often within the time.
    arguments = ["train", "--corpus", "stories", "--minutes", "0.15", "--patience", "0", "--layers", "3", "--features", "96"]
    process = subprocess.Popen([PROGRAM, "model", *arguments, "--model", tmp_path / "broken"], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    wait_for_steps(tmp_path / "broken", 12)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    shutil.copytree(tmp_path / "broken", tmp_path / "again")
    for name in ("broken", "again"):
        (answer,) = model.json(*arguments, "--model", tmp_path / name, "--resume")
        assert answer["end"] == "finished" and answer["steps"] == answer["planned_steps"]
        assert f"of {answer['planned_steps']}." in errors
    assert losses(tmp_path / "broken") == losses(tmp_path / "again")
    assert (tmp_path / "broken" / "model.safetensors").read_bytes() == (tmp_path / "again" / "model.safetensors").read_bytes()
    (answer,) = model.json(*arguments, "--model", tmp_path / "whole")
    # How well the time is kept hangs on the machine; TimeLimitTests measure it by a clock of their own.
    assert answer["end"] == "finished" and answer["steps"] == answer["planned_steps"]
    rates = [json.loads(line)["learning_rate"] for line in (tmp_path / "whole" / "log.jsonl").read_text().splitlines()
             if "learning_rate" in line]
    # A tenth, but for half a step of the few that a loaded machine takes.
    assert rates[-1] < 0.15 * max(rates)


def test_a_text_ends_where_the_model_was_taught_to_end(model, tmp_path):
    texts, folder, taught = tmp_path / "texts.txt", tmp_path / "model", tmp_path / "taught"
    texts.write_text("\n\n".join(f"ab {number}" for number in range(300)))
    model.run("train", "--model", folder, "--text", texts, "--steps", 200, "--layers", 1, "--features", 32, "--heads", 2,
              "--context", 16, "--batch", 8)
    (written,) = model.json("generate", "--model", folder, "ab ", "--max-tokens", 30)
    assert written["text"].isdigit() and written["end"] != "length"
    (begun,) = model.json("generate", "--model", folder, "", "--max-tokens", 30)
    assert begun["text"].startswith("ab ")
    model.run("finetune", "--model", folder, "--task", "text", "--text", texts, "--steps", 1, "--output", taught)
    assert json.loads((taught / "generation_config.json").read_text()) == {"bos_token_id": 0, "eos_token_id": 0}


def test_a_training_that_cannot_begin_leaves_no_model(model, tmp_path):
    texts = tmp_path / "texts.txt"
    texts.write_text("short")
    assert "block" in model.refuses("train", "--model", tmp_path / "model", "--text", texts)
    assert not (tmp_path / "model").exists()


def test_of_a_training_the_best_model_is_kept(model, tmp_path):
    folder = tmp_path / "model"
    # A model that is far too large for the text, at a high rate: what is held out soon gets worse.
    arguments = ["train", "--model", folder, "--corpus", "chinese-poems", "--layers", 2, "--features", 64, "--heads", 2,
                 "--context", 32, "--noise", 0, "--learning-rate", 0.01, "--keep", "best"]
    (answer,) = model.json(*arguments, "--steps", 400)
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    found = {line["step"]: line["evaluation_loss"] for line in lines if "evaluation_loss" in line}
    best = min(found, key=found.get)
    assert answer["end"] == "noProgress" and answer["steps"] < answer["planned_steps"] == 400
    assert answer["best_step"] == best < answer["steps"] == max(found) == best + 5 * 20
    assert answer["validation_loss"] == pytest.approx(found[best], abs=0.05) and found[best] < found[max(found)]
    words = model.run(*arguments, "--steps", 30, "--patience", 0, "--overwrite").stdout
    assert "30 steps" in words and "on held-out texts" in words


def test_of_a_text_with_rare_tokens_the_last_model_is_kept(model, tmp_path):
    text, folder = tmp_path / "text.txt", tmp_path / "model"
    # 400 characters, each about three times.
    text.write_text("\n\n".join("".join(chr(0x4E00 + (17 * i * i + 31 * j) % 400) for j in range(30)) for i in range(40)))
    (answer,) = model.json("train", "--model", folder, "--text", text, "--layers", 1, "--features", 32, "--heads", 2,
                           "--context", 16, "--learning-rate", 0.01, "--dropout", 0, "--noise", 0, "--steps", 400)
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    found = {line["step"]: line["evaluation_loss"] for line in lines if "evaluation_loss" in line}
    assert answer["steps"] == answer["planned_steps"] == 400 and answer["best_step"] is None
    # The loss has risen, and nothing has ended for that.
    assert answer["validation_loss"] == pytest.approx(found[400], abs=0.05) and found[400] > min(found.values())


def test_a_text_is_not_shown_too_often(model, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("The fox ran home. The moon was round.\n\nThe hen sat still. The sun was low.\n\n")
    (answer,) = model.json("train", "--model", tmp_path / "model", "--text", text, "--minutes", 5, "--context", 8,
                           "--layers", 1, "--features", 16, "--heads", 2)
    assert answer["planned_steps"] == 50


def test_epochs_of_texts(model, stories, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("\n\n".join(f"The fox number {number} ran home over the hill." for number in range(40)))
    arguments = ["finetune", "--model", stories, "--task", "text", "--text", text, "--batch", 4, "--json", "--output"]
    steps = {}
    for epochs in (None, 1, 5):
        done = model.run(*arguments, tmp_path / f"output-{epochs}", *([] if epochs is None else ["--epochs", epochs]))
        blocks = (int(done.stderr.split(" tokens to learn from")[0].split()[-1]) - 1) // 48
        steps[epochs] = json.loads(done.stdout)["steps"]
        assert steps[epochs] == math.ceil((3 if epochs is None else epochs) * blocks / 4)
    assert steps[1] < steps[None] < steps[5]


@pytest.mark.parametrize("tokens", ["bytepairs", "unigrams"])
def test_a_llama_of_pieces(model, tmp_path, tokens):
    folder = tmp_path / "model"
    model.run("train", "--model", folder, "--corpus", "stories", "--family", "llama", "--tokens", tokens,
              "--vocabulary", 400, "--steps", 3, *SIZES)
    (answer,) = model.json("info", "--model", folder)
    assert answer["family"] == "llama" and answer["tokenizer_vocabulary"] == 400


def test_a_model_learns_to_answer_in_a_chat(model, stories, tmp_path):
    data = tmp_path / "chat.jsonl"
    turns = [{"role": "user", "content": "How are you"}, {"role": "assistant", "content": "well"}]
    data.write_text(json.dumps({"messages": turns}) + "\n" + json.dumps({"prompt": "How are you", "answer": "well"}) + "\n")
    chat = tmp_path / "chat"
    model.run("finetune", "--model", stories, "--task", "chat", "--data", data, "--output", chat, "--steps", 80,
              "--batch", 2, "--learning-rate", 0.01)
    (answer,) = model.json("chat", "--model", chat, text="How are you\n")
    assert answer["assistant"] == "well"
    template = json.loads((chat / "tokenizer_config.json").read_text())["chat_template"]
    assert "add_generation_prompt" in template
    # Of the marks <|endoftext|>, <|system|>, <|user|>, <|assistant|> and <|end|> the first and the last end an answer.
    assert json.loads((chat / "generation_config.json").read_text())["eos_token_id"] == [0, 4]


@pytest.mark.skipif(not PEERS.exists(), reason="there is no Python with transformers")
def test_transformers_reads_a_new_model_with_its_tokenizer_and_its_chat(model, stories, tmp_path):
    data = tmp_path / "chat.jsonl"
    data.write_text(json.dumps({"prompt": "How are you", "answer": "well"}) + "\n")
    chat = tmp_path / "chat"
    model.run("finetune", "--model", stories, "--task", "chat", "--data", data, "--output", chat, "--steps", 2)
    script = """
import json, sys, torch
from transformers import AutoModelForCausalLM, AutoTokenizer
tokenizer, model = (kind.from_pretrained(sys.argv[1]) for kind in (AutoTokenizer, AutoModelForCausalLM))
turns = [{"role": "user", "content": "How are you"}]
text = tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
ids = tokenizer(text)["input_ids"]
print(json.dumps({"text": text, "ids": ids, "logits": model(torch.tensor([ids])).logits[0, -1].tolist(),
                  "words": tokenizer.tokenize("The fox")}))
"""
    done = subprocess.run([PEERS, "-c", script, chat], capture_output=True, text=True, check=True,
                          env=os.environ | {"HF_HUB_OFFLINE": "1"})
    theirs = json.loads(done.stdout.splitlines()[-1])
    assert theirs["text"] == "<|user|>How are you<|end|><|assistant|>"
    (words,) = model.json("tokenize", "--model", chat, "The fox")
    assert theirs["words"] == words["tokens"]
    (ours,) = model.json("logits", "--model", chat, "--ids", ",".join(map(str, theirs["ids"])))
    scale = max(abs(number) for number in theirs["logits"])
    assert max(abs(a - b) for a, b in zip(ours["logits"][-1], theirs["logits"], strict=True)) < 1e-4 * scale
    # Of the marks <|endoftext|>, <|system|>, <|user|>, <|assistant|>, <|end|>, which are the first tokens.
    assert [theirs["ids"][0], *theirs["ids"][-2:]] == [2, 4, 3]


TEMPLATE = """{% for message in messages %}
{{- '<|' + message.role + '|> ' + message['content']|trim + '<|end|>' }}
{%- endfor %}
{%- if add_generation_prompt %}{{ '<|assistant|> ' }}{% endif %}
"""


def test_the_template_of_a_folder_writes_the_chat(model, stories, tmp_path):
    own, chat, data = tmp_path / "own", tmp_path / "chat", tmp_path / "chat.jsonl"
    shutil.copytree(stories, own)
    (own / "chat_template.jinja").write_text(TEMPLATE)
    data.write_text((json.dumps({"prompt": " How are you ", "answer": "well"}) + "\n") * 2)
    model.run("finetune", "--model", own, "--task", "chat", "--data", data, "--output", chat, "--steps", 80,
              "--batch", 2, "--learning-rate", 0.01)
    assert json.loads((chat / "tokenizer_config.json").read_text())["chat_template"] == TEMPLATE
    (answer,) = model.json("chat", "--model", chat, text="How are you\n")
    assert answer["assistant"].strip() == "well"
    (own / "chat_template.jinja").write_text("{% if messages %}\n  {% include 'other' %}")
    assert "line 2, column 6: the tag 'include' is not supported" in model.refuses("chat", "--model", own)
    (own / "chat_template.jinja").write_text("{{ raise_exception('Nobody may speak.') }}")
    assert "Nobody may speak." in model.refuses("chat", "--model", own, text="hi\n")


@pytest.mark.parametrize("more", [[], ["--frozen"], ["--lora", "2"]])
def test_a_classifier(model, tmp_path, more):
    data = tmp_path / "topics.tsv"
    kitchen = ["add two eggs", "stir the dough", "bake the bread", "a boat of grain"] * 5
    weather = ["it rains in the north", "the wind turns west", "tomorrow it rains", "the river was low"] * 5
    lines = [f"{text} {number}\tkitchen" for number, text in enumerate(kitchen)]
    lines += [f"{text} {number}\tweather" for number, text in enumerate(weather)]
    data.write_text("\n".join(lines) + "\n")
    output = tmp_path / "classifier"
    (answer,) = model.json("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data,
                           "--output", output, "--epochs", 12, "--batch", 8, "--learning-rate", 0.01, *more)
    assert answer["labels"] == ["kitchen", "weather"]
    (measured,) = model.json("evaluate", "--model", output, "--task", "classify", "--data", data)
    # A body with random weights tells little of a text: what learns on top of it is better than chance, no more.
    assert measured["accuracy"] == 1 if not more else measured["accuracy"] > 0.5
    assert measured["examples"] == 40


def test_a_decoder_learns_classes(model, tmp_path):
    data = tmp_path / "topics.tsv"
    texts = [("add two eggs", "kitchen"), ("stir the dough", "kitchen"), ("it rains", "weather"), ("the wind", "weather")]
    data.write_text("".join(f"{number} {text}\t{label}\n" for number in range(5) for text, label in texts))
    for name in ("gpt2", "llama"):
        output = tmp_path / name
        model.run("finetune", "--model", TOKENIZED / name, "--task", "classify", "--data", data, "--output", output,
                  "--steps", 60, "--batch", 8, "--learning-rate", 0.01)
        (measured,) = model.json("evaluate", "--model", output, "--task", "classify", "--data", data)
        assert measured["accuracy"] == 1
        (found,) = model.json("classify", "--model", output, "3 it rains")
        assert found["label"] == "weather"
        assert json.loads((output / "config.json").read_text())["pad_token_id"] == 1


def test_a_model_learns_where_answers_are(model, tmp_path):
    data = tmp_path / "questions.jsonl"
    contexts = [("Ada built the bridge", "Ada"), ("the river runs past towns", "river"), ("boats of grain", "boats")]
    data.write_text("".join(json.dumps({"question": "who built it", "context": context, "answer": answer}) + "\n"
                            for context, answer in contexts))
    output = tmp_path / "answers"
    model.run("finetune", "--model", TOKENIZED / "bert-masked", "--task", "answer", "--data", data, "--output", output,
              "--steps", 60, "--batch", 3, "--learning-rate", 0.01)
    (measured,) = model.json("evaluate", "--model", output, "--task", "answer", "--data", data)
    assert measured["exact_match"] == 1


def test_texts_are_compared_with_references(model, tmp_path):
    data = tmp_path / "references.jsonl"
    (answer,) = model.json("generate", "--model", TOKENIZED / "gpt2", "The old river", "--max-tokens", 6)
    data.write_text(json.dumps({"prompt": "The old river", "reference": answer["text"]}) + "\n")
    (measured,) = model.json("evaluate", "--model", TOKENIZED / "gpt2", "--task", "generate", "--data", data,
                             "--max-tokens", 6)
    assert measured["chrf"] == pytest.approx(100)
    # What is written has one word of Latin letters, and so no pair of them.
    assert [measured[name] for name in ("rouge_1", "rouge_2", "rouge_l")] == [1, 0, 1]


@pytest.mark.parametrize(("content", "words"), [
    ('{"text": "x"}\n', "line 1"), ("no json\n", "line 1 is no JSON"), ("[1]\n", "wanted is an object"), ("\n", "no examples"),
    ('{"text": "x", "label": "a"}\n', "two or more"), ('{"text": " ", "label": "a"}\n', "the text is empty"),
    ('{"text": "x", "label": [1]}\n', '"label" is [1]. It should be a text, a whole number'),
    ('{"text": "x", "label": 0.5}\n', '"label" is 0.5. It should be'), ('{"text": 1, "label": 1}\n', '"text" is 1. It should be'),
    ('{"text": "x", "label": " "}\n', '"label" is empty'), ('[\n {"text": "x", "label": "a"}\n]\n', "begins with a list")])
def test_examples_that_are_none(model, tmp_path, content, words):
    data = tmp_path / "data.jsonl"
    data.write_text(content)
    assert words in model.refuses("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data,
                                  "--output", tmp_path / "output")


@pytest.mark.parametrize(("name", "content", "labels"), [
    ("marked.jsonl", '\ufeff{"text": "the sea", "label": "wet"}\r\n{"text": "the hill", "label": "dry"}\r\n', ["dry", "wet"]),
    ("numbers.jsonl", "".join('{"text": "sea %d", "label": %d}\n' % (number, number) for number in range(11)), list(map(str, range(11)))),
    ("truths.jsonl", '{"text": "the sea", "label": true}\n{"text": "the hill", "label": false}\n', ["false", "true"]),
    ("marked.tsv", "\ufefftext\tlabel\nthe sea\twet\nthe hill\tdry\n", ["dry", "wet"]),
    ("sentences.tsv", "Sentence\tLabel\nthe sea\twet\nthe hill\tdry\n", ["dry", "wet"]),
    ("bare.tsv", "the label\twet\nthe hill\tdry\n", ["dry", "wet"]),
    ("blanks.tsv", "the sea\twet\nthe hill\tdry \nthe pond\t wet\n", ["dry", "wet"])])
def test_files_as_other_programs_write_them(model, tmp_path, name, content, labels):
    data = tmp_path / name
    data.write_bytes(content.encode())
    output = tmp_path / "output"
    model.run("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data, "--output", output,
              "--steps", 1)
    assert json.loads((output / "config.json").read_text())["id2label"] == {str(i): label for i, label in enumerate(labels)}
    (measured,) = model.json("evaluate", "--model", output, "--task", "classify", "--data", data)
    assert measured["labels"] == labels and measured["examples"] >= len(labels)


def test_a_class_of_one_example_is_told(model, tmp_path):
    data = tmp_path / "headed.tsv"
    data.write_text("remark\tclass\n" + "the sea\twet\nthe hill\tdry\n" * 3)
    done = model.run("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data, "--output",
                     tmp_path / "output", "--steps", 1)
    assert "Of class there is one example only." in done.stderr


def test_instructions_come_with_what_they_are_for(model, stories, tmp_path):
    data, losses = tmp_path / "data.jsonl", []
    for row in ({"instruction": "add", "input": "to to", "output": "well"}, {"prompt": "add\n\nto to", "answer": "well"},
                {"instruction": "add", "output": "well"}):
        data.write_text(json.dumps(row) + "\n")
        output = tmp_path / str(len(losses))
        model.run("finetune", "--model", stories, "--task", "chat", "--data", data, "--output", output, "--steps", 1)
        losses.append(json.loads((output / "log.jsonl").read_text().splitlines()[0])["loss"])
    assert losses[0] == losses[1] != losses[2]


def test_numbers_stand_for_the_classes_of_a_model(model, tmp_path):
    named, numbered = tmp_path / "named.jsonl", tmp_path / "numbered.jsonl"
    named.write_text('{"text": "the sea", "label": "wet"}\n{"text": "the hill", "label": "dry"}\n')
    numbered.write_text('{"text": "the sea", "label": 1}\n{"text": "the hill", "label": 0}\n')
    output = tmp_path / "output"
    model.run("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", named, "--output", output,
              "--steps", 1)
    measured = [model.json("evaluate", "--model", output, "--task", "classify", "--data", data) for data in (named, numbered)]
    assert measured[0] == measured[1]
    numbered.write_text('{"text": "the sea", "label": 2}\n')
    assert "no class" in model.refuses("evaluate", "--model", output, "--task", "classify", "--data", numbered)


def test_classes_that_no_example_has_do_not_count(model, tmp_path):
    data, output = tmp_path / "data.tsv", tmp_path / "output"
    data.write_text("".join(f"the sea {number}\t{label}\n" for number, label in enumerate(["wet", "dry", "cold", "warm"] * 3)))
    model.run("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data, "--output", output,
              "--steps", 1)
    found = model.json("classify", "--model", output, "the sea 1", "the hill")
    data.write_text("".join(f"{answer['text']}\t{answer['label']}\n" for answer in found))
    (measured,) = model.json("evaluate", "--model", output, "--task", "classify", "--data", data)
    # f1_score(…, average="macro") of scikit-learn is 1 where all is right, whatever other classes the model has.
    assert measured["accuracy"] == 1 and measured["macro_f1"] == 1
    assert set(measured["labels"]) == {answer["label"] for answer in found}


@pytest.mark.parametrize(("content", "words"), [
    ("the sea\twet\nthe hill\tdry\nthe sea\twet\n", "1 text stands there twice, and is learned once"),
    ("the sea\twet\nthe hill\tdry\n" * 3, "4 texts stand there already, and are left out"),
    ("the sea\twet\nthe sea\tdry\n" * 3, "Of dry no text is left: each stands there before, with another label")])
def test_texts_that_are_left_out_are_told(model, tmp_path, content, words):
    data = tmp_path / "data.tsv"
    data.write_text(content)
    done = model.run("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data, "--output",
                     tmp_path / "output", "--steps", 1)
    assert words in done.stderr


def test_a_rate_that_is_too_high_is_no_crash(model, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("\n\n".join(f"ab{number}" for number in range(30)))
    assert "infinite or NaN, so the training has stopped" in model.refuses(
        "train", "--model", tmp_path / "model", "--text", text, "--steps", 5, "--layers", 1, "--features", 16, "--heads", 2,
        "--context", 32, "--batch", 4, "--learning-rate", 1e30)


def test_commas_between_fields_are_refused_by_name(model, tmp_path):
    data = tmp_path / "data.csv"
    data.write_text("text,label\nthe sea,wet\n")
    assert ".tsv" in model.refuses("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data,
                                   "--output", tmp_path / "output")


@pytest.mark.parametrize(("arguments", "words"), [
    (["train", "--corpus", "stories", "--heads", "5"], "heads"), (["train", "--text", "/nowhere"], "/nowhere"),
    (["train"], "--text"), (["train", "--corpus", "stories", "--steps", "0"], "1 or more"),
    (["train", "--corpus", "stories", "--steps", "1", "--minutes", "1"], "either")])
def test_trainings_that_make_no_sense(model, tmp_path, arguments, words):
    assert words in model.refuses(*arguments, "--model", tmp_path / "model")
