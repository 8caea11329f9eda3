"""The last line of `make test` must never be better than the truth."""

import subprocess
import sys
from pathlib import Path

import pytest

SUMMARY = Path(__file__).resolve().parents[2] / "Scripts" / "summary.py"


def summarize(folder, *suites):
    answer = subprocess.run([sys.executable, SUMMARY, folder, *suites], capture_output=True, text=True, timeout=60)
    return answer.returncode, answer.stdout.splitlines()


def leave(folder, name, xml=None, status=0):
    if xml is not None:
        (folder / f"{name}.xml").write_text(xml)
    if status is not None:
        (folder / f"{name}.status").write_text(f"{status}\n")


def test_suites_are_added_up(tmp_path):
    leave(tmp_path, "a", '<testsuites><testsuite tests="5" failures="0" errors="0" skipped="1"/></testsuites>')
    leave(tmp_path, "b", '<testsuite tests="3" failures="0"/>')
    status, lines = summarize(tmp_path, "a", "b")
    assert (status, lines[-1]) == (0, "7 passed, 0 failed")
    assert "1 skipped" in lines[0]


def test_skipped_tests_that_were_not_counted_take_nothing_away(tmp_path):
    cases = '<testcase name="x"/><testcase name="y"/><testcase name="z"><skipped/></testcase>'
    leave(tmp_path, "a", f'<testsuites><testsuite tests="2" failures="0" skipped="1">{cases}</testsuite></testsuites>')
    assert summarize(tmp_path, "a")[1][-1] == "2 passed, 0 failed"


def test_failures_and_errors_count(tmp_path):
    leave(tmp_path, "a", '<testsuites><testsuite tests="5" failures="1" errors="1"/></testsuites>', status=1)
    assert summarize(tmp_path, "a")[1][-1] == "3 passed, 2 failed"
    assert summarize(tmp_path, "a")[0] == 1


@pytest.mark.parametrize(
    "xml, status, remark",
    [
        ('<testsuite tests="0" failures="0"/>', 0, "no test was run"),
        ('<testsuite tests="2" failures="0" skipped="2"/>', 0, "no test was run"),
        (None, 0, "no test was run"),
        ("<testsuite tests=", 0, "no test was run"),
        ('<testsuite tests="2" failures="0"/>', 139, "ended with status 139"),
        ('<testsuite tests="2" failures="0"/>', 124, "took too long and was ended"),
        ('<testsuite tests="2" failures="0"/>', None, "was not finished"),
    ],
)
def test_what_was_not_run_is_a_failure(tmp_path, xml, status, remark):
    leave(tmp_path, "a", xml, status)
    code, lines = summarize(tmp_path, "a")
    assert code == 1
    assert lines[0].endswith(remark)
    assert lines[-1].endswith(" passed, 1 failed")
