"""A notebook is run from the command line: parameters, errors, colours."""

import json

import nbformat
import pytest
from conftest import outputs


def test_papermill_hands_over_parameters(tool, notebook, tmp_path):
    source = notebook(
        "print(steps, rate, name, sizes, isQuick)",
        parameters='let steps = 1\nlet rate = 0.1\nlet name = "none"\nlet sizes = [1]\nlet isQuick = false',
    )
    parameters = {"steps": 3, "rate": 0.5, "name": 'a "b" \\(c) 😀', "sizes": [4, 5], "isQuick": True}
    (tmp_path / "parameters.yaml").write_text(json.dumps(parameters, ensure_ascii=False), encoding="utf-8")
    answer = tool("papermill", "--no-progress-bar", "-f", "parameters.yaml", source, "done.ipynb")
    assert answer.returncode == 0, answer.stderr[-4000:]
    assert outputs(tmp_path / "done.ipynb") == ['3 0.5 a "b" \\(c) 😀 [4, 5] true\n']


@pytest.mark.parametrize("command", ["nbconvert", "papermill"])
def test_an_error_stops_the_run(tool, notebook, tmp_path, command):
    source = notebook('print("before")', "let numbers = [1, 2]\nnumbers[2]", 'print("after")')
    if command == "nbconvert":
        answer = tool("nbconvert", "--to", "notebook", "--execute", "--output", "done", source)
    else:
        answer = tool("papermill", "--no-progress-bar", source, "done.ipynb")
    assert answer.returncode != 0
    assert "Index out of range" in answer.stderr
    if command == "papermill":
        texts = outputs(tmp_path / "done.ipynb")
        assert "before\n" in texts and "after\n" not in texts


def test_with_allow_errors_the_variables_are_still_there(tool, notebook, tmp_path):
    source = notebook("let kept = 7", "[1, 2][2]", "print(kept + 1)")
    answer = tool("nbconvert", "--to", "notebook", "--execute", "--allow-errors", "--output", "done", source)
    assert answer.returncode == 0, answer.stderr[-4000:]
    assert outputs(tmp_path / "done.ipynb")[-1] == "8\n"


def test_an_exported_page_colours_swift(tool, notebook, tmp_path):
    source = notebook('func greet(_ name: String) -> String { "Hello, \\(name)" }\nprint(greet("Ana"))')
    answer = tool("nbconvert", "--to", "html", "--execute", "--output", "page", source)
    assert answer.returncode == 0, answer.stderr[-4000:]
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "highlight hl-swift" in page
    # `func` as a keyword of declarations: what the highlighter of Swift, and no other, makes of it.
    assert '<span class="kd">func</span>' in page
    assert "Hello, Ana" in page


def test_the_notebook_remembers_its_language(tool, notebook, tmp_path):
    source = notebook("1 + 1")
    answer = tool("nbconvert", "--to", "notebook", "--execute", "--output", "done", source)
    assert answer.returncode == 0, answer.stderr[-4000:]
    language = nbformat.read(tmp_path / "done.ipynb", as_version=4).metadata.language_info
    assert language.name == "swift"
    assert language.file_extension == ".swift"
    assert language.mimetype == "text/x-swift"
    assert language.pygments_lexer == "swift"
    assert language.codemirror_mode == "swift"


def test_a_notebook_exports_as_a_swift_file(tool, notebook, tmp_path):
    source = notebook("let a = 1", "print(a)")
    assert tool("nbconvert", "--to", "notebook", "--execute", "--inplace", source).returncode == 0
    answer = tool("nbconvert", "--to", "script", "--output", "program", source)
    assert answer.returncode == 0, answer.stderr[-4000:]
    text = (tmp_path / "program.swift").read_text()
    assert "let a = 1" in text and "print(a)" in text
