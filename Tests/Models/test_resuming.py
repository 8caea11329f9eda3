"""Whoever goes on with a training gives what it has begun with."""

import json
import shutil
import subprocess
import time

import pytest
from conftest import PROGRAM, TOKENIZED

SIZES = ["--layers", 1, "--features", 32, "--heads", 2, "--context", 48, "--batch", 8]


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    from conftest import Model

    folder = tmp_path_factory.mktemp("begun")
    text = folder / "text.txt"
    text.write_text("\n\n".join(f"The fox number {number} ran home over the hill." for number in range(40)))
    Model().run("train", "--model", folder / "model", "--text", text, "--steps", 4, *SIZES)
    return folder


@pytest.mark.parametrize(("flag", "value", "words"), [
    ("--context", 24, "Give --context 48"), ("--noise", 0.3, "Give --noise"), ("--keep", "last", "Give --keep best"),
    ("--validation-share", 0.5, "Give --validation-share 0.1"), ("--corpus", "stories", "other texts"), ("--layers", 2, "Give --layers 1"),
    ("--dropout", 0.25, "Give --dropout"), ("--family", "gpt2", "Give --family llama"), ("--batch", 4, "Give --batch 8"),
    ("--seed", 2, "Give --seed 1"), ("--tokens", "bytepairs", "Give --tokens characters"),
    ("--steps", 3, "Give 4 or more"), ("--minutes", 1, "Give --steps 4")])
def test_another_setting_is_refused(model, begun, flag, value, words):
    before = {path: path.read_bytes() for path in (begun / "model").rglob("*") if path.is_file()}
    arguments = [*SIZES, "--text", begun / "text.txt", "--resume"]
    if flag in arguments:
        arguments[arguments.index(flag) + 1] = value
    else:
        arguments += [flag, value]
    assert words in model.refuses("train", "--model", begun / "model", *arguments)
    assert before == {path: path.read_bytes() for path in (begun / "model").rglob("*") if path.is_file()}


def test_other_texts_of_the_same_name_are_refused(model, begun, tmp_path):
    other = tmp_path / "text.txt"
    other.write_text((begun / "text.txt").read_text().replace("number 7 ran", "number 7 sat"))
    assert "other texts" in model.refuses("train", "--model", begun / "model", *SIZES, "--text", other, "--resume")


def test_more_steps_hold_from_there_on(model, begun, tmp_path):
    folder = shutil.copytree(begun / "model", tmp_path / "model")
    arguments = ["train", "--model", folder, "--text", begun / "text.txt", *SIZES, "--resume"]
    before = (folder / "training.json").read_bytes()
    model.run(*arguments, "--steps", 4)
    assert (folder / "training.json").read_bytes() == before
    (answer,) = model.json(*arguments, "--steps", 6)
    assert answer["steps"] == 6 and "Give 6 or more" in model.refuses(*arguments, "--steps", 5)
    assert model.json(*arguments)[0]["planned_steps"] == 6


def test_patience_is_that_of_the_beginning(model, tmp_path):
    text, folder = tmp_path / "text.txt", tmp_path / "model"
    text.write_text("\n\n".join(f"The fox number {number} ran home over the hill." for number in range(40)))
    # At such a rate nothing gets better.
    arguments = ["train", "--model", folder, "--text", text, *SIZES, "--keep", "best", "--learning-rate", 3]
    model.run(*arguments, "--steps", 20, "--patience", 0)
    assert json.loads((folder / "training.json").read_text())["patience"] == 0
    (answer,) = model.json(*arguments, "--steps", 60, "--resume")
    assert answer["end"] == "finished" and answer["steps"] == 60


def test_a_fine_tuning_goes_on_with_the_same_examples(model, tmp_path):
    data, output = tmp_path / "data.tsv", tmp_path / "output"
    data.write_text("the sea\twet\nthe hill\tdry\n" * 3)
    arguments = ["finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data, "--output", output]
    model.run(*arguments, "--steps", 2, "--lora", 2)
    assert "began with --lora 2, and now there is no --lora" in model.refuses(*arguments, "--steps", 4, "--resume")
    assert "--validation-share 0.1" in model.refuses(*arguments, "--lora", 2, "--validation-share", 0.2, "--resume")
    (answer,) = model.json(*arguments, "--lora", 2, "--resume", "--epochs", 5)
    assert answer["steps"] == 5
    data.write_text("the sea\twet\nthe hill\tdry\n" * 4)
    assert "other examples" in model.refuses(*arguments, "--steps", 6, "--lora", 2, "--resume")


def test_a_fine_tuning_that_was_killed_is_not_mixed_with_another(model, tmp_path):
    data, output = tmp_path / "data.tsv", tmp_path / "output"
    data.write_text("the sea\twet\nthe hill\tdry\n")
    arguments = ["finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data, "--output", output]
    model.run(*arguments, "--steps", 8)
    # What a kill before the end leaves: checkpoints, and no model.
    (output / "config.json").unlink()
    words = model.refuses(*arguments, "--steps", 2)
    assert "has a checkpoint of step 8. Go on with --resume, or name another folder." in words
    assert model.json(*arguments, "--resume")[0]["steps"] == 8


def test_two_programs_do_not_train_in_one_folder(model, begun, tmp_path):
    folder = shutil.copytree(begun / "model", tmp_path / "model")
    arguments = ["train", "--model", folder, "--text", begun / "text.txt", *SIZES, "--resume", "--patience", 0, "--steps", 1_000_000]
    first = subprocess.Popen([PROGRAM, "model", *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        lines = (folder / "log.jsonl").read_text().count("\n")
        deadline = time.monotonic() + 60
        while (folder / "log.jsonl").read_text().count("\n") == lines and time.monotonic() < deadline:
            time.sleep(0.05)
        plan = (folder / "training.json").read_bytes()
        assert f"Another program is training in {folder} just now." in model.refuses(*arguments, "--learning-rate", 1)
        assert (folder / "training.json").read_bytes() == plan
    finally:
        first.kill()
        first.wait()
    # A lock ends with whoever has it, also by a kill; this training has enough steps already.
    shutil.rmtree(folder)
    shutil.copytree(begun / "model", folder)
    model.run(*arguments[:-1], 4)
