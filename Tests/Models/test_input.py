"""What is read from the standard input and from files of text, and what is said meanwhile."""

import json
import os
import pty
import shutil
import subprocess

import pytest
from conftest import PEERS, PROGRAM, RANDOM, TOKENIZED


def test_each_line_has_its_answer(model, stories):
    lines = "The old river\r\n\nAdd two eggs\n \nlast"
    texts = ["The old river", "", "Add two eggs", " ", "last"]
    for command, folder in (("classify", "bert-sequence"), ("tokenize", "bert-masked"), ("embed", "bert-masked")):
        answers = model.json(command, "--model", TOKENIZED / folder, text=lines)
        assert [answer["text"] for answer in answers] == texts
        assert answers == model.json(command, "--model", TOKENIZED / folder, *texts)
    answers = model.json("generate", "--model", stories, "--lines", "--max-tokens", 2, text="\ufeffThe \n\nA\n")
    assert [answer["prompt"] for answer in answers] == ["The ", "", "A"]
    answers = model.json("chat", "--model", stories, "--max-tokens", 2, text="The fox\n\nran\n")
    assert [answer["user"] for answer in answers] == ["The fox", "", "ran"]


def test_a_text_of_many_that_cannot_be_read_is_named(model):
    words = model.refuses("classify", "--model", TOKENIZED / "gpt2-sequence", text="The old\nAdd two\n\nlast\n")
    assert "Text 3: textClassification: the text has no tokens" in words
    assert "Text 2" in model.refuses("fill-mask", "--model", TOKENIZED / "bert-masked", "The [MASK]", "The old")
    prompts = "The old\n" + "word " * 1_000 + "\nlast\n"
    for batch in ([], ["--batch", 2]):
        words = model.refuses("generate", "--model", TOKENIZED / "gpt2", "--lines", *batch, "--max-tokens", 1, text=prompts)
        assert "Text 2: textGeneration: the text has" in words


@pytest.mark.skipif(not PEERS.exists(), reason="there is no Python with transformers")
def test_an_empty_text_is_what_it_is_to_transformers(model):
    script = """
import json, sys
from transformers import pipeline
classify = pipeline("text-classification", model=sys.argv[1], top_k=None)
print(json.dumps({one["label"]: one["score"] for one in classify([""])[0]}))
"""
    done = subprocess.run([PEERS, "-c", script, TOKENIZED / "bert-sequence"], capture_output=True, text=True, check=True,
                          env=os.environ | {"HF_HUB_OFFLINE": "1"})
    (answer,) = model.json("classify", "--model", TOKENIZED / "bert-sequence", text="\n")
    assert answer["scores"] == pytest.approx(json.loads(done.stdout.splitlines()[-1]), abs=1e-5)


def test_what_is_no_text_is_refused(model, stories):
    for command, folder, more in (("classify", TOKENIZED / "bert-sequence", []), ("generate", stories, ["--lines"]), ("chat", stories, [])):
        assert "Line 2 of the standard input is no text in UTF-8" in model.refuses(
            command, "--model", folder, *more, text="The old\nAdd \udcff\n")
    assert "no text" in model.refuses("classify", "--model", TOKENIZED / "bert-sequence")


@pytest.mark.parametrize("text", ["The old", "The old\n", "The old\r\n", "\ufeffThe old\n"])
def test_a_prompt_has_no_end_of_a_line(model, text):
    (answer,) = model.json("generate", "--model", TOKENIZED / "gpt2", "--max-tokens", 3, text=text)
    assert answer["prompt"] == "The old"


def test_a_text_is_measured_as_a_training_reads_it(model, stories, tmp_path):
    plain, marked = tmp_path / "plain.txt", tmp_path / "marked.txt"
    plain.write_bytes(b"The fox ran home.\nThe moon was round.\n")
    marked.write_bytes(b"\xef\xbb\xbfThe fox ran home.\r\nThe moon was round.\r\n")
    found = [model.json("evaluate", "--model", stories, "--task", "perplexity", "--text", text) for text in (plain, marked)]
    assert found[0] == found[1]


def test_a_broken_tokenizer_is_not_taken_for_none(model, tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(TOKENIZED / "gpt2", folder)
    (folder / "tokenizer.json").write_text("{")
    (answer,) = model.json("info", "--model", folder)
    assert answer["tokenizer_vocabulary"] is None and "tokenizer.json" in answer["tokenizer_error"]
    assert answer["tokenizer_error"] in model.run("info", "--model", folder).stdout
    (answer,) = model.json("info", "--model", RANDOM / "gpt2")
    assert answer["tokenizer_vocabulary"] is None and "tokenizer_error" not in answer


def told(*arguments, text=""):
    """What a command says on the standard error if that is a terminal."""
    main, end = pty.openpty()
    process = subprocess.Popen([PROGRAM, "model", *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=end)
    os.close(end)
    process.stdin.write(text.encode())
    process.stdin.close()
    said = b""
    try:
        while piece := os.read(main, 4096):
            said += piece
    except OSError:
        pass  # The other end is closed.
    os.close(main)
    assert process.wait(60) == 0
    return said.decode()


def test_a_terminal_is_told_how_far_it_is(model, tmp_path):
    lines = "".join(f"The old river {number}\n" for number in range(300))
    for command, folder in (("classify", "bert-sequence"), ("embed", "bert-masked")):
        words = told(command, "--model", TOKENIZED / folder, "--json", text=lines)
        assert "0 of 300 texts" in words and words.endswith("\r\x1b[K")
        assert model.run(command, "--model", TOKENIZED / folder, "--json", text=lines).stderr == ""
    text, data = tmp_path / "text.txt", tmp_path / "data.jsonl"
    text.write_text(lines)
    assert " tokens" in told("evaluate", "--model", TOKENIZED / "gpt2", "--task", "perplexity", "--text", text)
    data.write_text('{"prompt": "The old", "reference": "x"}\n' * 3)
    assert "1 of 3 texts" in told("evaluate", "--model", TOKENIZED / "gpt2", "--task", "generate", "--data", data)
    data.write_text('{"question": "Who?", "context": "Ada did.", "answer": "Ada"}\n' * 3)
    assert "1 of 3 questions" in told("evaluate", "--model", TOKENIZED / "bert-question", "--task", "answer", "--data", data)
