"""Where the notebooks and their tools are."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
# Another kernel can be named to try the tests themselves.
KERNEL = os.environ.get("GLASSBOX_TEST_KERNEL", "glassbox")


def run_tool(folder, *arguments):
    """Runs a module of the Python side as a command, in a folder."""
    return subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=400,
        # The kit's own notebooks shorten their trainings.
        env=dict(os.environ, GLASSBOX_QUICK="1"),
    )


@pytest.fixture
def tool(tmp_path):
    """Runs a module of the Python side as a command, in a folder of its own."""
    return partial(run_tool, tmp_path)


@pytest.fixture(scope="session")
def executions(request, tmp_path_factory):
    """The notebooks of the tests at hand, each run to its end by nbconvert; two at a time, since a cell that is compiled
    keeps one core busy and one that computes mostly waits for the next."""
    tests = [item for item in request.session.items if "executions" in getattr(item, "fixturenames", [])]
    paths = {item.callspec.params["path"] for item in tests}

    def execute(path):
        folder = tmp_path_factory.mktemp(path.stem)
        options = ["--to", "notebook", "--execute", "--output-dir", folder, "--output", "done"]
        return run_tool(folder, "nbconvert", *options, path), folder / "done.ipynb"

    with ThreadPoolExecutor(max_workers=2) as pool:
        running = {path: pool.submit(execute, path) for path in sorted(paths)}
        yield running
        for run in running.values():
            run.cancel()


@pytest.fixture
def notebook(tmp_path):
    """Writes a small notebook and returns its path."""
    import nbformat.v4 as form

    def write(*cells, parameters=None):
        made = [form.new_code_cell(source) for source in cells]
        if parameters:
            made.insert(0, form.new_code_cell(parameters, metadata={"tags": ["parameters"]}))
        document = form.new_notebook(
            cells=made,
            # As JupyterLab saves it: nbconvert chooses the colours before it has run anything.
            metadata={
                "kernelspec": {"name": KERNEL, "display_name": KERNEL, "language": "swift"},
                "language_info": {"name": "swift"},
            },
        )
        path = tmp_path / "small.ipynb"
        import nbformat

        nbformat.write(document, path)
        return path

    return write


def outputs(path):
    """The text of all outputs of a notebook that was run, in order."""
    import nbformat

    texts = []
    for cell in nbformat.read(path, as_version=4).cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                texts.append(output.text)
            elif output.output_type in ("execute_result", "display_data"):
                texts.append(output.data.get("text/plain", ""))
            else:
                texts.append("\n".join(output.traceback))
    return texts


def checks(path):
    """The cells that check an exercise, and what each has shown."""
    import nbformat

    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.source.startswith("%check")]
    return [
        (cell.source, "".join(output.get("data", {}).get("text/plain", output.get("text", "")) for output in cell.outputs))
        for cell in cells
    ]
