#!/usr/bin/env python3
"""Makes an assignment for nbgrader of exercises of the course.

    nbgrader_assignment.py FOLDER EXERCISE... [--name NAME]

FOLDER is nbgrader's course folder; it is made if it is not there. EXERCISE is an exercise (08.2) or a lesson (08). The
notebook goes to FOLDER/source/NAME/NAME.ipynb, with solutions; `nbgrader generate_assignment NAME` takes them out. Each
exercise has a cell for the answer and a locked cell `%check … points`, which is what gives the points.
"""

import argparse
import json
import os
import re
import sys
from pathlib import Path

KIT = Path(__file__).resolve().parents[1]
KERNELSPEC = {"display_name": "Swift (Glassbox)", "language": "swift", "name": "glassbox"}


class Refusal(Exception):
    """Something that the person who runs this can put right; the text says what."""


class Exercise:
    """What a notebook shows of an exercise, read from its folder."""

    def __init__(self, folder):
        self.id = folder.name
        text = (folder / "task.md").read_text(encoding="utf-8")
        match = re.match(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL)
        if not match:
            raise Refusal(f"{folder}/task.md does not begin with fields between two lines ---.")
        fields = dict(re.findall(r"^(\w+):[ \t]*(.*?)[ \t]*$", match[1], re.MULTILINE))
        self.title = fields["title"]
        task = re.split(r"^## When it passes$", match[2], flags=re.MULTILINE)[0]
        if fields["kind"] == "quiz":
            self._read_quiz(task)
        else:
            self.task = task.strip()
            self.stub = (folder / "stub.swift").read_text(encoding="utf-8").strip()
            if not (folder / "solution.swift").exists():
                raise Refusal(f"{folder} has no solution: this is a handout. Use the whole course.")
            self.solution = (folder / "solution.swift").read_text(encoding="utf-8").strip()
            titles = re.findall(r'@Test\("((?:[^"\\]|\\.)*)"', (folder / "checks.swift").read_text(encoding="utf-8"))
            self.points = sum(points_of(title) for title in titles)
        if self.points < 1:
            raise Refusal(f"{folder} gives no points.")

    def _read_quiz(self, task):
        """A quiz is answered by letters; a fence of a question becomes its text."""
        letters = []

        def shown(match):
            lines = match[1].strip().split("\n")
            choices = [line for line in lines if line.startswith("- [")]
            prompt = [line for line in lines if not line.startswith("- [")]
            letters.append(next(chr(97 + place) for place, line in enumerate(choices) if line.startswith("- [x] ")))
            listed = [
                f"- **{chr(97 + place)}** {line[6:].split(' — ')[0].strip()}" for place, line in enumerate(choices)
            ]
            return "\n".join(prompt).strip() + "\n\n" + "\n".join(listed)

        self.task = re.sub(r"^```question\n(.*?)\n```$", shown, task, flags=re.MULTILINE | re.DOTALL).strip()
        self.points = len(letters)
        self.stub = self._answers("?" for _ in letters)
        self.solution = self._answers(letters)

    def _answers(self, letters):
        listed = ", ".join(f'"{letter}"' for letter in letters)
        return f"// One letter for each question.\nlet answers{self.id.replace('.', '_')} = [{listed}]"

    def cells(self):
        """The task, the cell for the answer, and the one that gives the points."""
        name = self.id.replace(".", "-")
        yield {
            "cell_type": "markdown",
            "id": f"task-{name}",
            "metadata": {"nbgrader": metadata(f"task-{name}", locked=True)},
            "source": f"## Exercise {self.id} · {self.title}\n\n{self.task}",
        }
        # `lesson grade` finds the answer by this id, too.
        yield code_cell(
            f"exercise-{name}",
            self.solution,
            {
                "nbgrader": metadata(f"exercise-{name}", solution=True),
                "glassbox": {"stub": self.stub},
                "tags": ["exercise"],
            },
        )
        yield code_cell(
            f"check-exercise-{name}",
            f"%check {self.id} points",
            {"nbgrader": metadata(f"check-{name}", grade=True, locked=True, points=self.points)},
        )


def points_of(title):
    """The points at the end of a check's title; without any they are 1."""
    match = re.search(r" \((\d+) points?\)$", title)
    return int(match[1]) if match else 1


def metadata(name, grade=False, solution=False, locked=False, points=None):
    fields = {
        "schema_version": 3,
        "grade_id": name,
        "grade": grade,
        "solution": solution,
        "locked": locked,
        "task": False,
    }
    return dict(fields, points=points) if grade else fields


def code_cell(name, source, data):
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": data,
        "outputs": [],
        "source": source,
    }


def notebook_of(exercises, title):
    """The notebook for the source folder."""
    head = {
        "cell_type": "markdown",
        "id": "head",
        "metadata": {},
        "source": f"# {title}\n\nWrite your answers where the beginnings stand. The cells `%check … points` say what is "
        "missing and how many points you have; leave them as they are.",
    }
    return {
        "cells": [head] + [cell for exercise in exercises for cell in exercise.cells()],
        "metadata": {"kernelspec": KERNELSPEC, "language_info": {"name": "swift"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def chosen(course, wanted):
    """The folders of exercises and lessons, in the order of their numbers."""
    all_folders = {folder.name: folder for folder in course.glob("Exercises/*/*") if (folder / "task.md").exists()}
    found = set()
    for word in wanted:
        full = word.zfill(2) if "." not in word else word.split(".")[0].zfill(2) + "." + word.split(".", 1)[1]
        names = {name for name in all_folders if name == full or name.startswith(full + ".")}
        if not names:
            raise Refusal(f"There is no exercise {word}. There are {', '.join(sorted(all_folders))}.")
        found |= names
    return [all_folders[name] for name in sorted(found)]


def main(arguments):
    parser = argparse.ArgumentParser(description="Makes an assignment for nbgrader of exercises of the course.")
    parser.add_argument("folder", type=Path, help="nbgrader's course folder")
    parser.add_argument("exercises", nargs="+", metavar="exercise", help="an exercise (08.2) or a lesson (08)")
    parser.add_argument("--name", help="what the assignment is called; the lesson's folder unless told otherwise")
    options = parser.parse_args(arguments)
    # The same folder that nbgrader_config.py has the kernel take the checks from.
    course = Path(os.environ.get("GLASSBOX_COURSE") or KIT).resolve()
    try:
        folders = chosen(course, options.exercises)
        lessons = sorted({folder.parent.name for folder in folders})
        if not options.name and len(lessons) > 1:
            raise Refusal(f"These are exercises of {', '.join(lessons)}: say by --name what the assignment is called.")
        name = options.name or lessons[0]
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
            raise Refusal(f"'{name}' cannot be the name of an assignment: use letters, digits, '-', '_' and '.'.")
        exercises = [Exercise(folder) for folder in folders]
    except Refusal as refusal:
        print(f"nbgrader_assignment.py: {refusal}", file=sys.stderr)
        return 1
    path = options.folder / "source" / name / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(notebook_of(exercises, name), indent=1, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
    config = options.folder / "nbgrader_config.py"
    if not config.exists():
        shipped = str(KIT / "Nbgrader" / "nbgrader_config.py")
        config.write_text(
            f"c = get_config()\nc.CourseDirectory.course_id = {options.folder.resolve().name!r}\n"
            f"load_subconfig({shipped!r})\n",
            encoding="utf-8",
        )
    points = sum(exercise.points for exercise in exercises)
    print(f"{path}: {len(exercises)} exercises, {points} points")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
