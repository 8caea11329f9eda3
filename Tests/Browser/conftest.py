"""A JupyterLab server and a browser for all tests, a notebook of its own for each."""

import os
import re
import shutil
from pathlib import Path

import nbformat
import nbformat.v4 as form
import pytest
from lab import Page, Server, open_browser
from samples import BY_KERNEL

REPOSITORY = Path(__file__).resolve().parents[2]
SCREENSHOTS = Path(__file__).parent / "screenshots"


@pytest.fixture(scope="session")
def samples():
    return BY_KERNEL[os.environ.get("GLASSBOX_BROWSER_KERNEL", "glassbox")]


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("lab"), os.environ)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    driver = open_browser(tmp_path_factory.mktemp("browser"))
    yield driver
    driver.quit()


@pytest.fixture
def open_notebook(server, browser, samples, request):
    """Opens a notebook with the given code cells; takes a picture of the screen when the test is over."""
    name = re.sub(r"\W+", "-", request.node.name)
    pages = []

    def open_path(path):
        browser.get(server.url(path.name))
        pages.append(Page(browser, len(nbformat.read(path, as_version=4).cells)))
        return pages[-1]

    def open_cells(*sources):
        document = form.new_notebook(
            cells=[form.new_code_cell(source) for source in sources],
            metadata={"kernelspec": {"name": samples.kernel, "display_name": samples.kernel, "language": ""}},
        )
        path = server.notebooks / f"{name}.ipynb"
        nbformat.write(document, path)
        return open_path(path)

    def open_copy(source):
        path = server.notebooks / source.name
        shutil.copy(source, path)
        return open_path(path)

    open_cells.copy_of = open_copy
    yield open_cells
    if pages:
        pages[-1].screenshot(SCREENSHOTS / f"{samples.kernel}-{name}.png")
    else:
        browser.save_screenshot(str(SCREENSHOTS / f"{samples.kernel}-{name}.png"))
    # Leaving the page must not ask about unsaved changes, and must let go of the kernel.
    browser.execute_script("window.onbeforeunload = null")
    browser.get("about:blank")
