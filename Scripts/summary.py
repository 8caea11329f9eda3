"""Adds up the results of the test suites.

    summary.py FOLDER SUITE...

Each suite has left FOLDER/SUITE.status, the exit status of its command, and FOLDER/SUITE.xml, its results in JUnit's
form. The last line is "N passed, N failed". A suite that ran no test, left no results or ended badly without naming a
failed test counts as one failure, so that nothing is passed by not being run.
"""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


class Suite:
    """The result of one suite."""

    def __init__(self, folder, name):
        self.name = name
        self.passed = self.failed = self.skipped = 0
        self.remark = ""
        for element in self._results(folder / f"{name}.xml"):
            # pytest counts skipped tests among its tests, Swift Testing does not: the cases are the same for both.
            tests = max(int(element.get("tests", 0)), len(element.findall("testcase")))
            failed = int(element.get("failures", 0)) + int(element.get("errors", 0))
            skipped = int(element.get("skipped", element.get("skip", 0)))
            self.failed += failed
            self.skipped += skipped
            self.passed += max(tests - failed - skipped, 0)
        self._judge(folder / f"{name}.status")

    @staticmethod
    def _results(file):
        try:
            root = ElementTree.parse(file).getroot()
        except (OSError, ElementTree.ParseError):
            return []
        return [root] if root.tag == "testsuite" else root.findall("testsuite")

    def _judge(self, status_file):
        try:
            status = int(status_file.read_text())
        except (OSError, ValueError):
            status = None
        if self.passed + self.failed == 0:
            self.failed, self.remark = 1, "no test was run"
        elif status is None:
            self.failed, self.remark = self.failed + 1, "was not finished"
        elif status == 124:
            self.failed, self.remark = self.failed + 1, "took too long and was ended"
        elif status != 0 and self.failed == 0:
            self.failed, self.remark = 1, f"ended with status {status}"

    def line(self, width):
        """The numbers, behind a name that takes `width` places."""
        line = f"  {self.name:<{width}} {self.passed:>5} passed {self.failed:>5} failed"
        if self.skipped:
            line += f" {self.skipped:>5} skipped"
        return line + (f"   {self.remark}" if self.remark else "")


def main(arguments):
    folder = Path(arguments[0])
    suites = [Suite(folder, name) for name in arguments[1:]]
    width = max((len(suite.name) for suite in suites), default=0)
    for suite in suites:
        print(suite.line(width))
    failed = sum(suite.failed for suite in suites)
    print(f"{sum(suite.passed for suite in suites)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
