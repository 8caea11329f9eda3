"""Writes the fixtures that the Swift tests are held to: what PyTorch gives for small inputs, one JSON file per group.

python make.py                   writes every file beside this program
python make.py losses layers     writes these two
python make.py --check           writes nothing; says what differs from what PyTorch gives now
"""

import argparse
import importlib
import json
import pathlib
import sys
import warnings

import torch

from comparison import difference
from recorder import Group, versions

HERE = pathlib.Path(__file__).parent
GROUPS = [
    "making", "elementwise", "binary", "reductions", "along-axes", "shapes", "indexing", "linear-algebra", "losses",
    "layers", "attention", "blocks", "recurrent", "optimizers", "schedules", "initialisers", "training",
]  # fmt: skip


def made(name, verify):
    """The text of one file: a line for its head, then a line for each case."""
    module = importlib.import_module("groups." + name.replace("-", "_"))
    group = Group(name, verify)
    module.add_cases(group)
    head = {
        "maker": "Tests/Fixtures/PyTorch/make.py",
        "group": name,
        "versions": versions(),
        "dtypes": getattr(module, "DTYPES", {"inputs": "float32", "outputs": "float64", "gradients": "float64"}),
    }
    lines = ",\n".join(compact(case) for case in group.cases)
    return compact(head)[:-1] + ',"cases":[\n' + lines + "\n]}\n"


def compact(value):
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", help=f"some of: {', '.join(GROUPS)}")
    parser.add_argument("--check", action="store_true", help="compare with the files that are there")
    parser.add_argument("--unverified", action="store_true", help="leave out the second look at each number")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.groups if name not in GROUPS]
    if unknown:
        parser.error(f"there is no group named {unknown[0]}; there are {', '.join(GROUPS)}")
    # All wanted: the variance of one number, which is no number, the plain mean of a divergence, norms first.
    for words in ["var\\(\\): degrees of freedom", "reduction: 'mean' divides", "enable_nested_tensor"]:
        warnings.filterwarnings("ignore", message=words)
    # One thread adds in one order, so that the files come out the same again.
    torch.set_num_threads(1)
    different = []
    for name in arguments.groups or GROUPS:
        path, text = HERE / f"{name}.json", made(name, not arguments.unverified)
        if not arguments.check:
            path.write_text(text)
        elif what := difference(path, text):
            different.append(what)
        print(f"{path.name}: {text.count(chr(10)) - 2} cases, {len(text):,} bytes", flush=True)
    if different:
        sys.exit("\n".join(different))


if __name__ == "__main__":
    main()
