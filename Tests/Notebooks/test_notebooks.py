"""Every notebook of the kit runs to its end and is committed without outputs."""

import subprocess
import sys

import pytest
from conftest import REPOSITORY, outputs

NOTEBOOKS = sorted((REPOSITORY / "Notebooks").rglob("*.ipynb"))
NOTEBOOKS = [path for path in NOTEBOOKS if ".ipynb_checkpoints" not in path.parts]


def test_there_are_notebooks():
    assert {"Welcome.ipynb", "Tensors.ipynb"} <= {path.name for path in NOTEBOOKS}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_is_committed_clean(path):
    checker = REPOSITORY / "Scripts" / "check_notebook.py"
    answer = subprocess.run([sys.executable, checker, path], capture_output=True, text=True, timeout=60)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_with_nbconvert(tool, tmp_path, path):
    answer = tool(
        "nbconvert", "--to", "notebook", "--execute", "--output-dir", tmp_path, "--output", "done", path
    )
    assert answer.returncode == 0, answer.stderr[-4000:]
    assert outputs(tmp_path / "done.ipynb"), "the notebook ran but showed nothing"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_with_papermill(tool, tmp_path, path):
    answer = tool("papermill", "--no-progress-bar", path, tmp_path / "done.ipynb")
    assert answer.returncode == 0, answer.stderr[-4000:]
