"""Measures how quickly the course answers: its first screen, a check in a notebook and in a terminal, a class's grades."""

import argparse
import json
import os
import pathlib
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time

from cells import Figures, shown
from driver import Kernel

# One exercise of each kind of work: numbers, texts, a mask, weights that learn.
EXERCISES = ["01.3", "03.1", "04.1", "05.1", "08.2"]
GRADED = "08.2"


class Course:
    """The course in a folder, the program that runs it, and a learner's folder and a cache of their own."""

    def __init__(self, root, program, scratch):
        self.root, self.program = pathlib.Path(root), program
        self.work = scratch / "work"
        self.environment = {
            "GLASSBOX_COURSE": str(root), "GLASSBOX_WORK": str(self.work), "XDG_CACHE_HOME": str(scratch / "cache")}
        os.environ.pop("GLASSBOX_CACHE", None)

    def run(self, *arguments, ends_with=(0, 1)):
        """Runs `lesson` and returns the seconds until its end."""
        begin = time.perf_counter()
        result = subprocess.run(
            [self.program, *arguments], env=dict(os.environ, **self.environment), stdin=subprocess.DEVNULL,
            capture_output=True, text=True)
        seconds = time.perf_counter() - begin
        if result.returncode not in ends_with:
            raise RuntimeError(f"lesson {' '.join(arguments)} ended with {result.returncode}: {result.stderr}")
        self.output = result.stdout
        return seconds

    def folder(self, exercise):
        return next(self.root.glob(f"Exercises/*/{exercise}"))

    def seconds(self, exercise):
        """How long the checks of an exercise may take."""
        match = re.search(r"^seconds: *(\d+)", (self.folder(exercise) / "task.md").read_text(), re.MULTILINE)
        return int(match[1]) if match else 10

    def solution(self, exercise, number):
        """A solution in which the body of a function is another than before: what a learner saves again and again."""
        text = (self.folder(exercise) / "solution.swift").read_text()
        changed = re.sub(r"^((?:func|\)).*\{)$", rf"\1\n  // {number}", text, count=1, flags=re.MULTILINE)
        if changed == text:
            raise RuntimeError(f"the solution of {exercise} has no function")
        return changed


def measure_welcome(course, count, figures):
    """The first screen."""
    course.run()
    figures.times("welcome", [course.run() for _ in range(count)])
    figures.times("list", [course.run("list") for _ in range(count)])


def measure_terminal(course, count, figures):
    """Checks in a terminal."""
    times, new, processor = [], [], []
    course.work.mkdir(parents=True, exist_ok=True)
    for exercise in EXERCISES:
        file = course.work / f"{exercise}.swift"
        for number in range(count + 1):
            file.write_text(course.solution(exercise, number))
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds = course.run("check", exercise, ends_with=(0,))
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            # The first check finds nothing in the cache: what a class does on its first day.
            (times if number else new).append(seconds)
            if number:
                processor.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
        file.write_text(course.solution(exercise, count) + "\nprivate func another() -> Int { 1 }\n")
        new.append(course.run("check", exercise, ends_with=(0,)))
    figures.times("check", times)
    figures.times("check_processor", processor)
    figures.times("check_new", new)


def measure_notebook(course, kernel_name, count, figures):
    """Checks in a notebook."""
    times = []
    with Kernel(kernel_name, course.environment) as kernel:
        for exercise in EXERCISES:
            for number in range(1000, 1000 + count + 1):
                kernel.run(course.solution(exercise, number))
                seconds = kernel.run(f"%check {exercise}")
                if number > 1000:
                    times.append(seconds)
    figures.times("check_notebook", times)


def measure_grading(course, submissions, scratch, figures):
    """The submissions of a class."""
    faults = [
        "while true {}", 'fatalError("no")',
        "var hog: [[UInt8]] = []; while true { hog.append(.init(repeating: 1, count: 1 << 26)); print(hog.count) }"]
    folder = scratch / "submissions"
    for number in range(submissions):
        text = course.solution(GRADED, 2000 + number)
        if number < len(faults):
            text = text.replace(f"  // {2000 + number}", f"  if query.shape.count > 0 {{ {faults[number]} }}")
        target = folder / f"student-{number:02}"
        target.mkdir(parents=True)
        (target / f"{GRADED}.swift").write_text(text)
    seconds = course.run(
        "grade", str(folder), "--exercises", GRADED, "--reports", str(scratch / "reports"), "--json", ends_with=(0,))
    points = sorted(student["grades"][0]["exercise"] == GRADED and sum(
        result["points"] for result in student["grades"][0]["results"] if result["verdict"] == "passed")
        for student in json.loads(course.output)["students"])
    if points[0] != 0 or points[len(faults) - 1] != 0 or points[len(faults)] == 0:
        raise RuntimeError(f"the faulty submissions should have no points and the others all: {points}")
    bound = submissions * figures.values["check"] / 1000 / len(os.sched_getaffinity(0)) + course.seconds(GRADED)
    figures.value("grading", seconds)
    figures.value("grading_bound", bound)
    figures.value("grading_ratio", seconds / bound)


# Figure, what it is, unit, the goal, and whether a value reaches it (`None`: stated, not judged).
TABLE = [
    ("welcome", "`lesson` to its first screen", "ms", "at most 300", lambda v: v <= 300),
    ("list", "`lesson list`", "ms", "", None),
    ("check_notebook", "%check, changed code", "ms", "at most 1000", lambda v: v <= 1000),
    ("check", "`lesson check`, changed code", "ms", "at most 1000", lambda v: v <= 1000),
    ("check_processor", "processor time of that", "ms", "", None),
    ("check_new", "`lesson check`, for the first time or with a changed declaration", "ms", "", None),
    ("grading", "`lesson grade`, {submissions} submissions, 3 of them faulty", "s", "", None),
    ("grading_bound", "as many checks on all cores, and one time limit", "s", "", None),
    ("grading_ratio", "the one beside the other", "times", "at most 1", lambda v: v <= 1),
]


def table(figures, submissions):
    rows = []
    for key, what, unit, goal, reaches in TABLE:
        value = figures.values.get(key)
        verdict = "" if reaches is None or value is None else "yes" if reaches(value) else "NO"
        rows.append((what.format(submissions=submissions), shown(value), unit, goal, verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        "  ".join(f"{cell:{side}{width}}" for cell, side, width in zip(row, "<><<<", widths)).rstrip() for row in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--course", required=True, help="the folder with Lessons/ and Exercises/")
    parser.add_argument("--program", required=True, help="the program `lesson`")
    parser.add_argument("--kernel", default="glassbox", help="the kernelspec to measure, or `none`")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, 20 submissions instead of 50")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    figures = Figures()
    count, submissions = (2, 20) if arguments.quick else (8, 50)

    def progress(step):
        print(f"course: {step.__doc__.rstrip('.').lower()}", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="glassbox-bench-") as name:
        scratch = pathlib.Path(name)
        course = Course(arguments.course, arguments.program, scratch)
        progress(measure_welcome)
        measure_welcome(course, 3 if arguments.quick else 15, figures)
        progress(measure_terminal)
        measure_terminal(course, count, figures)
        if arguments.kernel != "none":
            progress(measure_notebook)
            measure_notebook(course, arguments.kernel, count, figures)
        progress(measure_grading)
        measure_grading(course, submissions, scratch, figures)
    if arguments.json:
        print(json.dumps(
            {"machine": platform.platform(), "cores": len(os.sched_getaffinity(0)), "submissions": submissions,
             "figures": figures.values, "samples_ms": figures.samples}, indent=2))
    else:
        print(table(figures, submissions))


if __name__ == "__main__":
    main()
