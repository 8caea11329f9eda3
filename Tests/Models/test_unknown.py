"""Folders whose token for unknown text is not in their own vocabulary: what has tokens is read, and what has none is refused."""

import json
import shutil

import pytest
from conftest import TOKENIZED, changed, peers, with_peers

REFUSED = 'The tokenizer has no token for "zebra", and "[NONE]", which stands for such text, is not in its vocabulary.'


def without(name, target):
    """A copy of a folder without a token for unknown text."""
    file = json.loads((TOKENIZED / name / "tokenizer.json").read_text())
    file["model"]["unk_token"] = "[NONE]"
    if file["model"]["type"] == "BPE":
        # The vocabulary has all bytes, and so every text.
        file["model"]["vocab"] = {token: number for token, number in file["model"]["vocab"].items() if token != "z"}
        file["model"]["merges"] = [merge for merge in file["model"]["merges"] if "z" not in "".join(merge)]
    return changed(name, target, "tokenizer.json", **file)


def lines(path, *examples):
    path.write_text("".join(json.dumps(example) + "\n" for example in examples))
    return path


@pytest.mark.parametrize("name, command, options", [
    ("bert-masked", "tokenize", []), ("bert-masked", "embed", []), ("bert-masked", "fill-mask", []), ("bert-sequence", "classify", []),
    ("gpt2", "tokenize", []), ("gpt2-sequence", "classify", []),
])
def test_the_text_is_named(model, tmp_path, name, command, options):
    folder = without(name, tmp_path / "model")
    mark = " [MASK]" if command == "fill-mask" else ""
    known, unknown = "the river" + mark, "the zebra" + mark
    word = '"z"' if name.startswith("gpt2") else '"zebra"'
    assert len(model.json(command, "--model", folder, known, known, *options)) == 2
    assert model.refuses(command, "--model", folder, unknown, *options).startswith(f"Error: The tokenizer has no token for {word}, and ")
    words = model.refuses(command, "--model", folder, *options, text=f"{known}\n{known}\n{unknown}\n")
    assert f'Error: Text 3: The tokenizer has no token for {word}, and "[NONE]"' in words


def test_what_was_told_before_is_not_lost(model, tmp_path):
    folder = without("bert-masked", tmp_path / "model")
    done = model.run("tokenize", "--model", folder, text="the\nzebra\nthe\n", status=1)
    assert done.stdout.count("the:") == 1 and "Text 2" in done.stderr
    assert REFUSED in model.refuses("tokenize", "--model", folder, "the", "--pair", "zebra")
    folder = without("gpt2", tmp_path / "gpt2")
    done = model.run("generate", "--model", folder, "--lines", "--max-tokens", 2, "--json", text="The\nzebra\nThe\n", status=1)
    assert [json.loads(line)["prompt"] for line in done.stdout.splitlines()] == ["The"]
    assert 'no token for "z"' in done.stderr and "Fatal error" not in done.stderr


def test_questions_and_contexts(model, tmp_path):
    folder = without("bert-question", tmp_path / "model")
    def ask(question, context):
        return "answer", "--model", folder, "--question", question, "--context", context
    assert model.json(*ask("the?", "the old river"))[0]["answers"]
    for question, context in (("zebra?", "the old river"), ("the?", "the zebra")):
        assert REFUSED in model.refuses(*ask(question, context))


def test_texts_that_are_written(model, tmp_path):
    folder = without("gpt2", tmp_path / "model")
    assert model.json("generate", "--model", folder, "The", "--max-tokens", 2)
    for options in ([], ["--beams", 2], ["--lines", "--batch", 2]):
        arguments, text = ([], "The\nzebra\n") if "--lines" in options else (["zebra"], "")
        assert 'no token for "z", and "[NONE]"' in model.refuses(
            "generate", "--model", folder, *arguments, "--max-tokens", 2, *options, text=text)


def test_measures(model, tmp_path):
    gpt2, classes, answers = (without(name, tmp_path / name) for name in ("gpt2", "bert-sequence", "bert-question"))
    label = next(iter(json.loads((classes / "config.json").read_text())["label2id"]))
    for word, unknown in (("river", False), ("zebra", True)):
        text = tmp_path / "text.txt"
        text.write_text(f"the old {word}")
        for folder, task, *data in [
            (gpt2, "perplexity", "--text", text),
            (gpt2, "generate", "--data", lines(tmp_path / "g.jsonl", {"prompt": word, "reference": "x"})),
            (classes, "classify", "--data", lines(tmp_path / "c.jsonl", {"text": "the", "label": label}, {"text": word, "label": label})),
            (answers, "answer", "--data", lines(tmp_path / "a.jsonl", {"question": "the?", "context": f"the {word}", "answer": word})),
        ]:
            command = ["evaluate", "--model", folder, "--task", task, *data]
            if unknown:
                assert "The tokenizer has no token for " in model.refuses(*command), task
            else:
                assert model.json(*command), task


def test_characters_that_are_left_out_are_told_and_not_counted(model, stories, tmp_path):
    text, known = tmp_path / "text.txt", tmp_path / "known.txt"
    text.write_text("the \u65e5\u672c cat sat")
    known.write_text("the  cat sat")
    done = model.run("evaluate", "--model", stories, "--task", "perplexity", "--text", text)
    assert "2 characters, such as \u65e5, have no token in this model, and are left out" in done.stderr
    # What costs nothing is no byte that was foreseen for nothing.
    plain = model.run("evaluate", "--model", stories, "--task", "perplexity", "--text", known)
    assert done.stdout == plain.stdout and "left out" not in plain.stderr
    data = lines(tmp_path / "data.jsonl", {"prompt": "the cat", "answer": "sat \u65e5"})
    done = model.run("finetune", "--model", stories, "--task", "chat", "--data", data, "--output", tmp_path / "chat", "--steps", 1)
    assert "1 character, \u65e5, has no token in this model, and is left out" in done.stderr
    text.write_text("the cat sat on the mat \u672c " * 20)
    done = model.run("finetune", "--model", stories, "--task", "text", "--text", text, "--output", tmp_path / "text", "--steps", 1)
    assert "20 characters, such as \u672c" in done.stderr


def test_an_example_that_cannot_be_read_is_named(model, tmp_path):
    rows = [{"question": "the?", "context": "the old river", "answer": "river"}, {"question": "", "context": "the", "answer": "the"}]
    data = lines(tmp_path / "data.jsonl", *rows)
    words = model.refuses("evaluate", "--model", TOKENIZED / "bert-question", "--task", "answer", "--data", data)
    assert "data.jsonl, line 2: questionAnswering: the text has no tokens." in words


@pytest.mark.parametrize("word", ["river", "zebra"])
def test_lessons_that_a_model_is_taught(model, tmp_path, word):
    gpt2, classes, answers = (without(name, tmp_path / name) for name in ("gpt2", "bert-sequence", "bert-question"))
    text = tmp_path / "text.txt"
    text.write_text("the old river\n" * 60 + f"the {word}")
    many = [{"text": "the river", "label": label} for label in "ab"] * 4
    for folder, task, place, *data in [
        (gpt2, "text", "Text 1: ", "--text", text),
        (classes, "classify", "line 9: ", "--data", lines(tmp_path / "c.jsonl", *many, {"text": word, "label": "b"})),
        # By one seed or another it is held out, and looked at behind the training.
        *[(classes, "classify", "line 9: ", "--data", tmp_path / "c.jsonl", "--validation-share", 0.5, "--seed", seed) for seed in range(4)],
        (answers, "answer", "line 1: ", "--data",
         lines(tmp_path / "a.jsonl", {"question": "the?", "context": f"the {word}", "answer": word})),
    ]:
        output = tmp_path / "-".join(["new", task, *map(str, data[3:])])
        command = ["finetune", "--model", folder, "--task", task, *data, "--output", output, "--steps", 1]
        if word == "zebra":
            assert place + "The tokenizer has no token for " in model.refuses(*command), task
            assert not (output / "config.json").exists()
        else:
            model.run(*command)
            assert (output / "config.json").exists()


def test_a_chat_goes_on(model, stories, tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(stories, folder)
    path = folder / "tokenizer.json"
    file = json.loads(path.read_text())
    file["model"]["unk_token"] = "[NONE]"
    path.write_text(json.dumps(file))
    said = "The fox\nThe 河\nThe fox ran\n"
    words = 'The tokenizer has no token for "河", and "[NONE]", which stands for such text, is not in its vocabulary.'
    done = model.run("chat", "--model", folder, "--max-tokens", 2, "--json", text=said, status=1)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["user"] for answer in answers] == said.splitlines()
    assert ["error" in answer for answer in answers] == [False, True, False] and answers[1]["error"].startswith(words)
    assert answers[2]["remembered_turns"] == 4
    assert done.stderr.count(words) == 1 and "Fatal" not in done.stderr
    done = model.run("chat", "--model", folder, "--max-tokens", 2, text=said, status=1)
    assert words in done.stderr and done.stdout.count("\n") >= 2
    model.run("chat", "--model", folder, "--max-tokens", 2, text="The fox\nThe fox ran\n")
    # What is learned is refused by its line.
    data = lines(tmp_path / "chat.jsonl", {"prompt": "The fox", "answer": "ran"}, {"prompt": "The 河", "answer": "ran"})
    assert "line 2: " + words in model.refuses("finetune", "--model", folder, "--task", "chat", "--data", data, "--output",
                                               tmp_path / "new", "--steps", 1)
    assert not (tmp_path / "new" / "config.json").exists()


def test_a_training_that_would_go_on(model, stories, tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(stories, folder)
    path, weights = folder / "tokenizer.json", (folder / "model.safetensors").read_bytes()
    file = json.loads(path.read_text())
    file["model"]["unk_token"] = "[NONE]"
    file["model"]["vocab"].pop("e")
    path.write_text(json.dumps(file))
    words = model.refuses("train", "--model", folder, "--corpus", "stories", "--resume", "--steps", 40, "--layers", 1, "--features", 32,
                          "--heads", 2, "--context", 48, "--batch", 8)
    assert 'Text 1: The tokenizer has no token for "e"' in words
    assert (folder / "model.safetensors").read_bytes() == weights


PEERS_REFUSE = """
import json, sys
from transformers import AutoTokenizer
tokenizer, found = AutoTokenizer.from_pretrained(sys.argv[1]), []
for text in json.loads(sys.argv[2]):
    try:
        found.append(tokenizer(text)["input_ids"])
    except Exception:
        found.append(None)
print(json.dumps(found))
"""


@with_peers
@pytest.mark.parametrize("name", ["bert-masked", "gpt2"])
def test_transformers_refuses_the_same_texts(model, tmp_path, name):
    folder = without(name, tmp_path / "model")
    texts = ["", "the", "zebra", "the old zebra", "a river, the old river.", "rive\u0301r", "河", "the 河流", "x", "quiz", "é", "\U0001f600"]
    wanted = peers(PEERS_REFUSE, folder, json.dumps(texts))
    assert {ids is None for ids in wanted} == {True, False}
    for text, ids in zip(texts, wanted, strict=True):
        if ids is None:
            assert "The tokenizer has no token for " in model.refuses("tokenize", "--model", folder, text)
        else:
            (answer,) = model.json("tokenize", "--model", folder, text)
            assert answer["ids"] == ids, text
