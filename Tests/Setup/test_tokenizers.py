"""What the library writes, Python's tokenizers read; they are among the peers of the benchmarks."""

import os
import subprocess
import sys

import pytest
from conftest import REPOSITORY

SCRIPT = REPOSITORY / "Tests" / "TokenizersTests" / "Fixtures" / "written.py"


def python_with_tokenizers():
    peers = os.environ.get("GLASSBOX_PEERS_PYTHON", REPOSITORY / ".venv-peers" / "bin" / "python")
    for python in (sys.executable, peers):
        try:
            if subprocess.run([python, "-c", "import tokenizers"], capture_output=True).returncode == 0:
                return python
        except FileNotFoundError:
            pass
    return None


def test_python_reads_what_the_library_writes():
    python = python_with_tokenizers()
    if python is None:
        pytest.skip("no tokenizers; Scripts/peers.sh installs them")
    answer = subprocess.run([python, SCRIPT], capture_output=True, text=True)
    assert (answer.returncode, answer.stderr) == (0, "")
