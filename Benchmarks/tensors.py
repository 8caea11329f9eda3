"""Measures the library and its peers in the same run and prints both times, their ratio, and the goal.

    python tensors.py
    python tensors.py --case 'gpt-*' --case softmax-small --quick
    python tensors.py --json

Each case runs in a process of its own, ours and the peer's in turns, so that a slow minute of the machine meets both; a case
of which one repetition is long runs three times. What counts is the ratio of the medians: the peer's time divided by ours.
"""

import argparse
import fnmatch
import json
import os
import pathlib
import statistics
import subprocess
import sys

from arithmetic import operations

HERE = pathlib.Path(__file__).parent
CASES = HERE / "cases.json"
NO_PEER = 3


def selected(patterns, parser):
    cases = json.loads(CASES.read_text())["cases"]
    chosen = [case for case in cases if any(fnmatch.fnmatch(case["name"], pattern) for pattern in patterns)]
    if not chosen:
        parser.error(f"no case is named {', '.join(patterns)}; Benchmarks/cases.json lists them")
    return chosen


def output(command, threads, name):
    environment = {**os.environ, "GLASSBOX_THREADS": str(threads), "OMP_NUM_THREADS": str(threads)}
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment)
    if run.returncode == NO_PEER:
        return None
    if run.returncode != 0:
        sys.exit(f"tensors.py: {pathlib.Path(command[0]).name} failed at {name}; its words are above.")
    return json.loads(run.stdout)[name]


def ours(case, arguments):
    command = [arguments.program, "--cases", str(CASES), "--case", case["name"]]
    return output(command + (["--quick"] if arguments.quick else []), threads(case, arguments), case["name"])


def peer(case, arguments):
    if case["peer"] == "openblas":
        return openblas(case, arguments)
    if arguments.peer_python:
        command = [arguments.peer_python, str(HERE / "peers/torch_peer.py"), "--case", case["name"]]
        command += ["--threads", str(threads(case, arguments))]
        return output(command + (["--quick"] if arguments.quick else []), threads(case, arguments), case["name"])
    return None


def threads(case, arguments):
    return case.get("threads", arguments.threads)


def openblas(case, arguments):
    repetitions = case["repetitions"]["quick" if arguments.quick else "full"]
    numbers = [case["sizes"]["size"], case["calls"], repetitions, arguments.threads]
    program = pathlib.Path(arguments.program).with_name("openblas-bench")
    run = subprocess.run([program, *map(str, numbers)], stdout=subprocess.PIPE, text=True)
    if run.returncode != 0:
        sys.exit(f"tensors.py: openblas-bench failed at {case['name']}; its words are above.")
    return json.loads(run.stdout)


def middle(rounds):
    """One set of figures from several: the medians of the times, the largest memory."""
    if any(figures is None for figures in rounds):
        return None
    merged = dict(rounds[0])
    merged["median_ms"] = statistics.median(figures["median_ms"] for figures in rounds)
    merged["best_ms"] = min(figures["best_ms"] for figures in rounds)
    if "peak_memory_bytes" in merged:
        merged["peak_memory_bytes"] = max(figures["peak_memory_bytes"] for figures in rounds)
    return merged


def measured(case, arguments):
    rounds = arguments.rounds or (1 if arguments.quick else case.get("rounds", 1))
    pairs = [(ours(case, arguments), peer(case, arguments)) for _ in range(rounds)]
    left, right = middle([pair[0] for pair in pairs]), middle([pair[1] for pair in pairs])
    row = {"name": case["name"], "peer": case["peer"], "goal": case["goal"], "ours": left, "theirs": right}
    if right:
        row["ratio"] = round(right["median_ms"] / left["median_ms"], 3)
        row["reached"] = row["ratio"] >= case["goal"]
        if "peak_memory_bytes" in left and "peak_memory_bytes" in right:
            row["memory_ratio"] = round(left["peak_memory_bytes"] / right["peak_memory_bytes"], 3)
            row["reached"] = row["reached"] and row["memory_ratio"] <= 1
    if count := operations(case):
        row["share_of_peak"] = round(count / left["median_ms"] / 1e6 / arguments.peak, 3)
    return row


def table_line(row):
    left, right = row["ours"], row["theirs"]
    text = f"{row['name']:24} {left['median_ms']:>12.4f}"
    text += f" {right['median_ms']:>12.4f} {row['ratio']:>7.2f}" if right else f" {'-':>12} {'-':>7}"
    text += f" {row['goal']:>6} " + ("  " if not right else "ok" if row["reached"] else "no")
    if "share_of_peak" in row:
        text += f"  {100 * row['share_of_peak']:.0f} % of the peak"
    if "memory_ratio" in row:
        text += f"  memory {left['peak_memory_bytes'] / 1e6:.0f} of {right['peak_memory_bytes'] / 1e6:.0f} MB"
    if "tokens_per_second" in left:
        text += f"  {left['tokens_per_second']:.1f} tokens/s"
    return text


def peak_of_machine(arguments):
    """The faster of OpenBLAS and the library at a large product on this machine, in 10⁹ operations a second.

    A version of OpenBLAS that is older than the processor takes the loops for one of long ago.
    """
    case = next(case for case in json.loads(CASES.read_text())["cases"] if case["name"] == "matmul-2048")
    best = min(openblas(case, arguments)["best_ms"], ours(case, arguments)["best_ms"])
    return operations(case) / best / 1e6


def positive(text):
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, help="glassbox-bench")
    parser.add_argument("--peer-python", help="a Python with PyTorch; without it nothing stands beside ours")
    parser.add_argument("--case", action="append", default=[], help="a name, or a pattern such as 'gelu-*'")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="threads for each side")
    parser.add_argument("--rounds", type=positive, help="how often the two sides take turns, if not as the case says")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    arguments = parser.parse_args()
    cases = selected(arguments.case or ["*"], parser)
    arguments.peak = peak_of_machine(arguments) if any(map(operations, cases)) else 0
    if not arguments.json:
        if arguments.peak:
            print(f"The product of matrices of 2048 reaches {arguments.peak:.0f} GFLOP/s with {arguments.threads} threads.")
        print(f"{'case':24} {'ours ms':>12} {'theirs ms':>12} {'ratio':>7} {'goal':>6}")
    rows = []
    for case in cases:
        rows.append(measured(case, arguments))
        if not arguments.json:
            print(table_line(rows[-1]), flush=True)
    if arguments.json:
        print(json.dumps({"peak_gflops": round(arguments.peak, 1), "threads": arguments.threads, "cases": rows}, indent=2))


if __name__ == "__main__":
    main()
