"""nbgrader with the exercises of this kit and its kernel; Documentation/Grading.md says how to use it.

The file nbgrader_config.py of a course folder reads it by `load_subconfig("…/Nbgrader/nbgrader_config.py")`.
"""

import os
from pathlib import Path

from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    DeduplicateIds,
    IncludeHeaderFooter,
    InstantiateTests,
    LockCells,
    OverwriteCells,
    OverwriteKernelspec,
    SaveCells,
)

c = get_config()  # noqa: F821, nbgrader brings it

# The kernel takes the checks from here, whatever folders a submission brings along. Set GLASSBOX_COURSE yourself to grade
# by a copy of the exercises that has checks which nobody has seen.
os.environ.setdefault("GLASSBOX_COURSE", str(Path(__file__).resolve().parents[1]))
# What `%check` notes of the submissions is nobody's progress.
os.environ["GLASSBOX_WORK"] = str(Path.cwd() / ".glassbox")


class ExerciseStubs(ClearSolutions):
    """Puts the beginning of an exercise in the place of its solution."""

    def preprocess_cell(self, cell, resources, cell_index):
        stub = cell.metadata.pop("glassbox", {}).get("stub")
        if stub is None:
            return super().preprocess_cell(cell, resources, cell_index)
        cell.source = stub
        return cell, resources


class RestoredCells(OverwriteCells):
    """Puts cells back that a submission lacks, with a remark that Swift takes for one."""

    def missing_cell_transform(self, source_cell, *arguments, **settings):
        cell = super().missing_cell_transform(source_cell, *arguments, **settings)
        if cell.cell_type == "code" and cell.source.startswith("# "):
            cell.source = "// " + cell.source[2:]
        cell.id = f"restored-{source_cell.name}"
        return cell


# For solution cells of your own: what stands there instead, unless a region is marked by `// BEGIN SOLUTION`.
c.ClearSolutions.code_stub = {"swift": "// YOUR CODE HERE"}
c.GenerateAssignment.preprocessors = [
    IncludeHeaderFooter,
    InstantiateTests,
    LockCells,
    ExerciseStubs,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    SaveCells,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
]

c.OverwriteCells.add_missing_cells = True
c.Autograde.sanitize_preprocessors = [
    ClearOutput,
    DeduplicateIds,
    OverwriteKernelspec,
    RestoredCells,
    CheckCellMetadata,
]

# A check ends by itself after the seconds that its exercise allows; the compiler may take as long again, and more.
c.Execute.timeout = 300
c.Execute.startup_timeout = 120
