"""What the tests of `glassbox model` share."""

import json
import os
import pathlib
import shutil
import subprocess

import pytest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / ".build" / "release" / "glassbox"
PEERS = REPOSITORY / ".venv-peers" / "bin" / "python"
TOKENIZED = REPOSITORY / "Tests" / "PipelinesTests" / "Fixtures"
RANDOM = REPOSITORY / "Tests" / "LanguageModelsTests" / "Fixtures" / "folders"


with_peers = pytest.mark.skipif(not PEERS.exists(), reason="there is no Python with transformers")


def peers(script, *arguments):
    """What a script of the Python with transformers prints, as JSON."""
    done = subprocess.run([PEERS, "-c", script, *map(str, arguments)], capture_output=True, text=True, check=True,
                          env=os.environ | {"HF_HUB_OFFLINE": "1"})
    return json.loads(done.stdout.splitlines()[-1])


def changed(name, target, file="config.json", **settings):
    """A copy of a folder with other settings in one of its files; None takes one out."""
    shutil.copytree(TOKENIZED / name, target)
    path = target / file
    members = (json.loads(path.read_text()) if path.exists() else {}) | settings
    path.write_text(json.dumps({name: value for name, value in members.items() if value is not None}))
    return target


class Model:
    """Runs `glassbox model`."""

    def run(self, *arguments, text="", status=0, timeout=120):
        # A lone surrogate in the text stands for a byte that is no UTF-8; ends of lines stay as they are.
        ran = subprocess.run([PROGRAM, "model", *map(str, arguments)], input=text.encode(errors="surrogateescape"),
                             capture_output=True, timeout=timeout, check=False)
        done = subprocess.CompletedProcess(ran.args, ran.returncode, ran.stdout.decode(), ran.stderr.decode())
        assert done.returncode in (status if isinstance(status, tuple) else (status,)), f"status {done.returncode}: {done.stdout}{done.stderr}"
        return done

    def json(self, *arguments, text="", timeout=120):
        """The JSON values that a command prints, one for each line."""
        lines = self.run(*arguments, "--json", text=text, timeout=timeout).stdout.splitlines()
        return [json.loads(line) for line in lines]

    def refuses(self, *arguments, text=""):
        """What a command says when it refuses: one sentence or more, no trace of the program's insides."""
        done = self.run(*arguments, text=text, status=(1, 64), timeout=60)
        assert "Fatal error" not in done.stderr and "Stack dump" not in done.stderr
        return done.stderr


@pytest.fixture
def model():
    return Model()


@pytest.fixture(scope="session")
def expected():
    return json.loads((TOKENIZED / "expected.json").read_text())


@pytest.fixture(scope="session")
def stories(tmp_path_factory):
    """A tiny model that was trained by the command line."""
    folder = tmp_path_factory.mktemp("trained") / "model"
    Model().run("train", "--model", folder, "--corpus", "stories", "--steps", 30, "--layers", 1, "--features", 32,
                "--heads", 2, "--context", 48, "--batch", 8)
    return folder
