"""Exercises go through nbgrader's three steps, and the scores are those of `lesson grade`."""

import json
import re

import nbformat
import pytest
from conftest import REPOSITORY, cell_id, exercise

NUMBERS = ["00.1", "01.4", "08.1", "08.3"]
# What the exercises are worth in all.
POINTS = {"00.1": 3, "01.4": 3, "08.1": 5, "08.3": 4}


def solution(number):
    return (exercise(number) / "solution.swift").read_text(encoding="utf-8")


def wrong(number, name):
    return (exercise(number) / "wrong" / f"{name}.swift").read_text(encoding="utf-8")


def sources(path):
    return {cell.id: cell.source for cell in nbformat.read(path, as_version=4).cells}


def test_the_three_steps(course):
    assert course.make(*NUMBERS, "--name", "first").returncode == 0
    course.nbgrader("generate_assignment", "first")

    course.submit(
        "right",
        "first",
        {
            cell_id("00.1"): 'let answers00_1 = ["b", "a", "b"]',
            **{cell_id(number): solution(number) for number in NUMBERS[1:]},
        },
    )
    path = course.submit(
        "wrong",
        "first",
        {
            # Two of three questions.
            cell_id("00.1"): 'let answers00_1 = ["b", "c", "b"]',
            # It does not compile. 01.4 is left as it was.
            cell_id("08.1"): "func attentionByHand() { no }",
            # Half of the checks; it would like to be seen to have all points.
            cell_id("08.3"): wrong("08.3", "variance").replace(
                "-> (plain: Double, scaled: Double) {",
                '-> (plain: Double, scaled: Double) {\n  print("4 of 4 points"); print(4)',
            ),
        },
        # A check that was deleted comes back.
        without=["check-exercise-08-3"],
    )
    # Checks and a course that a submission brings along change nothing.
    for folder in ["Lessons/08-attention", "Exercises/08-attention/08.1"]:
        (path.parent / folder).mkdir(parents=True)
    # A check that was changed is put back.
    text = path.read_text(encoding="utf-8")
    assert "%check 01.4 points" in text
    path.write_text(text.replace("%check 01.4 points", "3"), encoding="utf-8")

    course.nbgrader("autograde", "first")
    scores = course.scores("first")
    assert scores["right"] == POINTS
    assert scores["wrong"] == {"00.1": 2, "01.4": 0, "08.1": 0, "08.3": 2}
    assert scores == course.grade(NUMBERS)

    course.nbgrader("generate_feedback", "first")
    for student, points in [("right", "15.0"), ("wrong", "4.0")]:
        page = (course.folder / "feedback" / student / "first" / "first.html").read_text(encoding="utf-8")
        assert re.search(rf"Score: {points} / 15.0", page), student
        assert "points</div>" in page, "the report of the checks is not in the feedback"
    assert "scores spread by 1 at every size" in page


def test_a_release_has_tasks_and_beginnings_and_no_solution(course):
    assert course.make(*NUMBERS, "--name", "first").returncode == 0
    course.nbgrader("generate_assignment", "first")
    released = sources(course.release("first"))
    for number in NUMBERS[1:]:
        stub = (exercise(number) / "stub.swift").read_text(encoding="utf-8")
        assert released[cell_id(number)] == stub.strip()
    assert released[cell_id("00.1")].endswith('["?", "?", "?"]')
    text = course.release("first").read_text(encoding="utf-8")
    for number in NUMBERS[1:]:
        stub = (exercise(number) / "stub.swift").read_text(encoding="utf-8")
        for line in solution(number).split("\n"):
            if len(line.strip()) >= 16 and line not in stub:
                assert json.dumps(line, ensure_ascii=False)[1:-1] not in text, line
    assert "@Test" not in text and "- [x]" not in text and "Somebody, or a lot" not in text


def test_the_tasks_are_those_of_the_lessons(course):
    """A quiz's questions and each task stand in the lessons' notebooks, word for word."""
    assert course.make(*NUMBERS, "--name", "first").returncode == 0
    made = sources(course.folder / "source" / "first" / "first.ipynb")
    for number in NUMBERS:
        notebook = next((REPOSITORY / "Notebooks").glob(f"{number[:2]}-*.ipynb"))
        lesson = "\n\n".join(sources(notebook).values())
        heading, task = made["task-" + number.replace(".", "-")].split("\n\n", 1)
        assert f"#{heading}\n\n{task}" in lesson, number
        assert made["check-" + cell_id(number)] == f"%check {number} points"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["77.7"], "There is no exercise 77.7. There are 00.1,"),
        (["00.1", "08.1"], "say by --name what the assignment is called"),
        (["08.1", "--name", "../up"], "'../up' cannot be the name of an assignment"),
    ],
)
def test_what_cannot_be_made_is_told_in_words(course, arguments, words):
    answer = course.make(*arguments)
    assert answer.returncode == 1 and words in answer.stderr
    assert not (course.folder / "source").exists()


def test_a_lesson_is_an_assignment_and_a_config_of_ones_own_stays(course):
    (course.folder / "nbgrader_config.py").write_text("# mine\n")
    answer = course.make("8")
    assert answer.returncode == 0, answer.stderr
    assert "08-attention.ipynb: 6 exercises" in answer.stdout
    assert (course.folder / "nbgrader_config.py").read_text() == "# mine\n"
