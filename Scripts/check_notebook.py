"""Checks that notebooks are fit to be committed: no outputs, no counts, ids, our kernel.

    check_notebook.py NOTEBOOK...          names what is wrong; the exit status is 1 if anything is
    check_notebook.py --clean NOTEBOOK...  takes it out
"""

import json
import sys
from pathlib import Path

KERNELSPEC = {"display_name": "Swift (Glassbox)", "language": "swift", "name": "glassbox"}
LANGUAGE = {"name": "swift"}


def cleaned(notebook):
    """The notebook as it is committed."""
    cells = []
    for number, cell in enumerate(notebook["cells"], start=1):
        cell = dict(cell, id=cell.get("id") or f"cell-{number}")
        tags = cell.get("metadata", {}).get("tags")
        cell["metadata"] = {"tags": tags} if tags else {}
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
        cells.append(cell)
    return {
        "cells": cells,
        "metadata": {"kernelspec": KERNELSPEC, "language_info": LANGUAGE},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def text_of(notebook):
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def problems(path):
    """What is wrong with a notebook, one sentence each."""
    text = Path(path).read_text(encoding="utf-8")
    notebook = json.loads(text)
    found = []
    for number, cell in enumerate(notebook["cells"], start=1):
        if cell.get("outputs"):
            found.append(f"{path}: cell {number} holds outputs")
        if cell.get("execution_count"):
            found.append(f"{path}: cell {number} holds an execution count")
    if not found and text != text_of(cleaned(notebook)):
        found.append(f"{path}: is not in its committed form")
    return found


def main(arguments):
    if arguments[:1] == ["--clean"]:
        for path in map(Path, arguments[1:]):
            path.write_text(text_of(cleaned(json.loads(path.read_text(encoding="utf-8")))), encoding="utf-8")
        return 0
    found = [problem for path in arguments for problem in problems(path)]
    for problem in found:
        print(problem)
    if found:
        print(f"Mend it with: python3 {Path(__file__).name} --clean NOTEBOOK")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
