"""Files of examples as other programs write them: which field is which, and where answers stand."""

import csv
import json

import pytest
from conftest import TOKENIZED

PAIRS = [("the sea", "wet"), ("the hill", "dry"), ("the pond", "wet"), ("the sand", "dry")]


def first_loss(model, data, output, task="classify"):
    """The first loss of a training, which hangs on every field of the examples."""
    done = model.run("finetune", "--model", TOKENIZED / "bert-masked", "--task", task, "--data", data, "--output", output,
                     "--steps", 1)
    return json.loads((output / "log.jsonl").read_text().splitlines()[0])["loss"], done.stderr


def as_objects(path, names, rows):
    path.write_text("".join(json.dumps(dict(zip(names, row, strict=True))) + "\n" for row in rows))
    return path


@pytest.mark.parametrize(("names", "order"), [
    (["label", "text"], [1, 0]), (["Label", " Sentence "], [1, 0]), (["idx", "text", "label"], [None, 0, 1]),
    (["text", "label", "text_length"], [0, 1, None])])
def test_named_fields_stand_in_any_order(model, tmp_path, names, order):
    wanted, _ = first_loss(model, as_objects(tmp_path / "data.jsonl", ["text", "label"], PAIRS), tmp_path / "wanted")
    data = tmp_path / "data.tsv"
    rows = [names, *[["7" if place is None else pair[place] for place in order] for pair in PAIRS]]
    for blank in ("", "\n", "\n \r\n"):
        data.write_text(blank + "".join("\t".join(row) + "\n" for row in rows))
        found, words = first_loss(model, data, tmp_path / f"found-{len(blank)}")
        assert found == wanted and "names the fields" in words


def test_marks_around_fields_are_those_of_python(model, tmp_path):
    rows = [('the "sea"', "wet"), ("the\thill", "dry"), ("the\npond\r\nis", "wet"), ('"', "dry"), ('a "b" c', "dry")]
    wanted, _ = first_loss(model, as_objects(tmp_path / "data.jsonl", ["text", "label"], rows), tmp_path / "wanted")
    data = tmp_path / "data.tsv"
    for end in ("\n", "\r\n"):
        with data.open("w", newline="") as file:
            writer = csv.writer(file, "excel-tab", lineterminator=end)
            # As pandas writes a table with its index.
            writer.writerows([["", "text", "label"], *[[number, *row] for number, row in enumerate(rows)]])
        assert first_loss(model, data, tmp_path / f"found-{len(end)}")[0] == wanted


@pytest.mark.parametrize(("content", "words"), [
    ("sentence1\tsentence2\tlabel\na\tb\tc\n", "line 1 names the fields sentence1, sentence2, label, and text or sentence is not among them"),
    ("\ntext\tclass\na\tb\n", "line 2 names the fields text, class, and label is not"),
    ("text\tlabel\ttext\na\tb\tc\n", "names the field text twice"), ('a\tb\n"c\td\n', "line 2: a field begins with a quotation mark"),
    ("text\tlabel\na\tb\tc\n", "line 2: there are 3 fields between tabs, and wanted are 2: text, label"),
    ('text\tlabel\n"a\nb"\tc\nd\n', "line 4: there are 1 fields")])
def test_fields_that_are_not_clear_are_refused(model, tmp_path, content, words):
    data = tmp_path / "data.tsv"
    data.write_text(content)
    assert words in model.refuses("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data,
                                  "--output", tmp_path / "output")


def test_a_class_for_each_example_is_refused(model, tmp_path):
    data = tmp_path / "data.tsv"
    data.write_text("".join(f"{'wet' if number % 2 else 'dry'}\tthe sea {number}\n" for number in range(21)))
    words = model.refuses("finetune", "--model", TOKENIZED / "bert-masked", "--task", "classify", "--data", data,
                          "--output", tmp_path / "output")
    assert "Of 21 examples" in words and "the order text, tab, label" in words
    data.write_text("".join(f"{'wet' if number % 2 else 'dry'}\tthe sea {number}\n" for number in range(20)))
    assert "and 15 more classes there is one example only" in first_loss(model, data, tmp_path / "output")[1]


NAMES = ["question", "context", "answer"]


def test_an_answer_stands_where_the_file_says(model, tmp_path):
    data, output = tmp_path / "data.jsonl", tmp_path / "output"
    # A character that is two in UTF-16 and four bytes in UTF-8 counts as one.
    context = "\U0001F600 Ada met Ada"
    data.write_text(json.dumps({"question": "who", "context": context, "answer": "Ada", "answer_start": 10}) + "\n")
    model.run("finetune", "--model", TOKENIZED / "bert-masked", "--task", "answer", "--data", data, "--output", output,
              "--steps", 40, "--batch", 1, "--learning-rate", 0.01)
    (answer,) = model.json("answer", "--model", output, "--question", "who", "--context", context)
    assert (answer["answers"][0]["start"], answer["answers"][0]["text"]) == (10, "Ada")


def test_answers_as_others_write_them(model, tmp_path):
    def loss(name, *rows):
        data = tmp_path / f"{name}.jsonl"
        data.write_text("".join(json.dumps({"id": "1", "title": "x", "question": "who", "context": "Ada met Ada"} | row) + "\n"
                                for row in rows))
        return first_loss(model, data, tmp_path / name, "answer")

    first, second = loss("first", {"answer": "Ada"})[0], loss("second", {"answer": "Ada", "answer_start": 8})[0]
    assert first != second
    assert loss("texts", {"answers": ["Ada", "met"]})[0] == first
    assert loss("listed", {"answers": [{"text": "Ada", "answer_start": 8}]})[0] == second
    assert loss("squad", {"answers": {"text": ["Ada", "met"], "answer_start": [8, 4]}})[0] == second
    found, words = loss("none", {"answers": {"text": ["Ada"], "answer_start": [8]}}, {"answers": {"text": [], "answer_start": []}})
    assert found == second and "1 questions have no answer" in words
    data = tmp_path / "data.tsv"
    data.write_text("answer_start\tanswer\tquestion\tcontext\n8\tAda\twho\tAda met Ada\n")
    assert first_loss(model, data, tmp_path / "tabbed", "answer")[0] == second


@pytest.mark.parametrize(("row", "words"), [
    ({"answer": "Ada", "answer_start": 7}, '"answer_start" is 7, and the context has " Ad" there'),
    ({"answer": "Ada", "answer_start": -1}, '"answer_start" is -1'), ({"answer": "Ada", "answer_start": 2**62}, '"answer_start" is'),
    ({"answer": "Ada", "answer_start": "x"}, "should be a whole number"), ({"answers": "Ada"}, "should be a list of texts"),
    ({"answers": {"text": ["Ada"], "answer_start": []}}, "as many places as texts"), ({"answers": [1]}, "should be a list of texts"),
    ({"answer": "Bob"}, "does not stand in the context"), ({"answers": []}, "no answer")])
def test_answers_that_are_not_there(model, tmp_path, row, words):
    data = tmp_path / "data.jsonl"
    data.write_text(json.dumps({"question": "who", "context": "Ada met Ada"} | row) + "\n")
    assert words in model.refuses("finetune", "--model", TOKENIZED / "bert-masked", "--task", "answer", "--data", data,
                                  "--output", tmp_path / "output")


def test_answers_of_squad_are_measured(model, tmp_path, expected):
    data, one = tmp_path / "data.jsonl", expected["bert-question"][0]
    row = {"question": one["question"], "context": one["context"],
           "answers": {"text": ["nothing of it", one["answer"]], "answer_start": [0, one["context"].index(one["answer"])]}}
    data.write_text(json.dumps(row) + "\n")
    (measured,) = model.json("evaluate", "--model", TOKENIZED / "bert-question", "--task", "answer", "--data", data)
    assert measured["exact_match"] == 1
