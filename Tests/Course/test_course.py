"""Each lesson shows what its text says; each exercise's beginning earns nothing, its solution passes, and every wrong
solution is caught by the checks that it names."""

import json
import os
import pathlib
import subprocess

import pytest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / ".build" / "release" / "lesson"
LESSONS = sorted(path.parent.name for path in REPOSITORY.glob("Lessons/*/lesson.en.md"))


def test_the_course_is_whole():
    assert [name[:2] for name in LESSONS] == [f"{number:02}" for number in range(14)]
    exercises = list(REPOSITORY.glob("Exercises/*/*/task.md"))
    assert len(exercises) >= 45
    for task in exercises:
        folder = task.parent
        is_quiz = "kind: quiz" in task.read_text(encoding="utf-8")
        assert is_quiz or list(folder.glob("wrong/*.swift")), f"{folder} has no wrong solution"
        assert (folder / "hints.md").read_text(encoding="utf-8").count("## Hint") == 3, folder


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_and_its_exercises_keep_their_promises(name, tmp_path):
    environment = dict(os.environ, GLASSBOX_COURSE=str(REPOSITORY), GLASSBOX_WORK=str(tmp_path))
    answer = subprocess.run([PROGRAM, "check-course", name[:2], "--json"], capture_output=True, text=True, timeout=600,
                            env=environment, check=False)
    findings = json.loads(answer.stdout)
    words = "\n\n".join(f"{one['place']}\n{json.dumps(one, ensure_ascii=False, indent=1)}" for one in findings)
    assert not findings, words
    assert answer.returncode == 0, answer.stderr
