"""A course of nbgrader with an assignment of the kit's exercises."""

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
LESSON = Path(os.environ.get("GLASSBOX_TEST_LESSON", REPOSITORY / ".build" / "release" / "lesson"))


def exercise(number):
    """The folder of an exercise."""
    return next((REPOSITORY / "Exercises").glob(f"*/{number}"))


def cell_id(number):
    """The id of the cell with the answer."""
    return "exercise-" + number.replace(".", "-")


class Course:
    """nbgrader's folder of a course, and what is done there."""

    def __init__(self, folder, environment):
        self.folder, self.environment = folder, environment

    def make(self, *arguments):
        """Makes an assignment of exercises."""
        script = REPOSITORY / "Scripts" / "nbgrader_assignment.py"
        return self._run(sys.executable, script, self.folder, *arguments)

    def nbgrader(self, *arguments):
        """Runs a step of nbgrader."""
        answer = self._run(sys.executable, "-m", "nbgrader", *arguments)
        assert answer.returncode == 0, answer.stderr[-4000:]
        return answer

    def grade(self, numbers):
        """The points of each student as `lesson grade` finds them: name to exercise to points."""
        answer = self._run(
            LESSON, "grade", self.folder / "submitted", "--exercises", *numbers, "--course", REPOSITORY,
            "--reports", self.folder / "reports",
        )  # fmt: skip
        assert answer.returncode == 0, answer.stdout + answer.stderr
        with open(self.folder / "reports" / "grades.csv", newline="", encoding="utf-8") as file:
            return {row["student"]: {number: float(row[number]) for number in numbers} for row in csv.DictReader(file)}

    def submit(self, student, assignment, answers, without=()):
        """Hands a released notebook in, with other code in the cells of some exercises."""
        import nbformat

        notebook = nbformat.read(self.release(assignment), as_version=4)
        notebook.cells = [cell for cell in notebook.cells if cell.id not in without]
        for cell in notebook.cells:
            cell.source = answers.get(cell.id, cell.source)
        path = self.folder / "submitted" / student / assignment / f"{assignment}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)
        return path

    def release(self, assignment):
        return self.folder / "release" / assignment / f"{assignment}.ipynb"

    def scores(self, assignment):
        """The points in nbgrader's gradebook: name to exercise to points."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.folder}/gradebook.db") as book:
            return {
                submission.student.id: {
                    re.sub("^check-", "", grade.name).replace("-", "."): grade.score
                    for notebook in submission.notebooks
                    for grade in notebook.grades
                }
                for submission in book.assignment_submissions(assignment)
            }

    def _run(self, *command):
        return subprocess.run(
            [str(word) for word in command],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=500,
        )


@pytest.fixture
def course(tmp_path):
    environment = {
        name: value for name, value in os.environ.items() if name not in ("GLASSBOX_COURSE", "GLASSBOX_WORK")
    }
    folder = tmp_path / "course"
    folder.mkdir()
    return Course(folder, environment)
