"""Runs the set-up scripts on machines that lack something: a copy of the scripts and a PATH of chosen programs."""

import shutil
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
# What every Debian machine has.
ORDINARY = "bash cat cp dirname env find grep head id mkdir paste printf rm sed sort tail touch true".split()


class Machine:
    """A folder that stands for a machine."""

    def __init__(self, folder):
        self.folder = folder
        self.repository = folder / "repository"
        self.programs = folder / "bin"
        self.programs.mkdir()
        shutil.copytree(REPOSITORY / "Scripts", self.repository / "Scripts")
        shutil.copy(REPOSITORY / "Package.swift", self.repository)
        for name in ORDINARY:
            (self.programs / name).symlink_to(shutil.which(name))

    def program(self, name, script):
        """Puts a program on the machine."""
        file = self.programs / name
        file.unlink(missing_ok=True)
        file.write_text("#!/bin/bash\n" + script + "\n")
        file.chmod(0o755)

    def ordinary_user(self):
        """The person is not root."""
        self.program("id", "echo 1000")

    def swift(self, version="6.3.1"):
        self.program("swift", f'echo "Swift version {version} (swift-{version}-RELEASE)"')

    def change(self, script, old, new):
        """Changes what a script looks for, so that it is missing here."""
        file = self.repository / "Scripts" / script
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))

    def run(self, *arguments):
        return subprocess.run(
            [self.repository / "Scripts" / arguments[0], *arguments[1:]],
            env={"PATH": str(self.programs), "HOME": str(self.folder), "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=120,
        )

    def refuses(self, *arguments):
        """Runs a script that must fail with one sentence, and returns the sentence."""
        answer = self.run(*arguments)
        lines = answer.stderr.splitlines()
        assert answer.returncode == 1, answer.stdout + answer.stderr
        assert len(lines) == 1 and lines[0].startswith("glassbox: "), answer.stderr
        return lines[0].removeprefix("glassbox: ")


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)
