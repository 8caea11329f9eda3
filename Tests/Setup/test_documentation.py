"""The documentation tells the truth about what is there."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = [REPOSITORY / "README.md", *sorted((REPOSITORY / "Documentation").glob("*.md"))]
MANIFEST = (REPOSITORY / "Package.swift").read_text()
TARGETS = re.findall(r'\.(?:target|executableTarget|systemLibrary)\(\s*name: "([^"]+)"', MANIFEST)


def test_the_manifest_names_targets():
    assert {"Tensors", "Interpreter", "CZeroMQ", "glassbox-command"} <= set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_has_its_paragraph(target):
    assert f"**{target}**" in (REPOSITORY / "Documentation" / "Modules.md").read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for link in re.findall(r"\]\(([^)#\s]+)", page.read_text()):
        if not link.startswith("http"):
            assert (page.parent / link).exists(), f"{page.name} links to {link}, which is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_of_make_exist(page):
    makefile = (REPOSITORY / "Makefile").read_text()
    for job in re.findall(r"(?:^\$ |`)make ([a-z]+)", page.read_text(), re.MULTILINE):
        assert re.search(rf"^{job}:", makefile, re.MULTILINE), f"{page.name} names `make {job}`"


QUOTES = [
    (page, path, quote)
    for page in PAGES
    for path, quote in re.findall(r"^`([^`\n]+\.swift)`\n```swift\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL)
]


def test_pages_quote_sources():
    assert len(QUOTES) > 5


@pytest.mark.parametrize(("page", "path", "quote"), QUOTES, ids=lambda value: getattr(value, "name", None))
def test_quoted_lines_are_in_the_source(page, path, quote):
    assert quote in (REPOSITORY / path).read_text(), f"{page.name} quotes lines of {path} that are not there any more"


def test_an_interrupted_cell_leaves_no_lock_of_the_library_locked():
    """A cell is ended where it stands; `withUninterruptedLock` puts that off, `withLock` does not."""
    script = (REPOSITORY / "Scripts" / "sanitize.sh").read_text()
    modules = set(re.search(r"LEARNERS=\((.*?)\)", script, re.S)[1].split()) - {"Interruption"}
    sources = [source for module in modules for source in (REPOSITORY / "Sources" / module).rglob("*.swift")]
    assert len(sources) > 100
    assert [source.name for source in sources if ".withLock" in source.read_text()] == []
