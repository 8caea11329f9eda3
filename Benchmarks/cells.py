"""Measures how quickly a kernel answers, as a notebook sees it, and prints the figures beside ipykernel's."""

import argparse
import json
import platform
import statistics
import sys
import tempfile
import time

from driver import Kernel
from samples import BY_LANGUAGE

MILLION = 1_000_000


class Figures:
    """The figures of one kernel, in the order in which they were measured: name to number."""

    def __init__(self):
        self.values = {}
        self.samples = {}

    def times(self, name, seconds):
        """Notes the median of some times, in milliseconds."""
        self.samples[name] = [round(value * 1000, 3) for value in seconds]
        self.values[name] = statistics.median(self.samples[name])

    def value(self, name, value):
        self.values[name] = value


def measure(kernel_name, quick, progress):
    figures = Figures()
    repetitions = 5 if quick else 25
    with tempfile.TemporaryDirectory(prefix="glassbox-bench-") as cache:
        # A cache of its own: the first run of a cell is a first run.
        environment = {"GLASSBOX_CACHE": cache}
        for step in (measure_starts, measure_answers, measure_chain, measure_notebook, measure_many_cells):
            progress(f"{kernel_name}: {step.__doc__.splitlines()[0].rstrip('.').lower()}")
            step(kernel_name, environment, repetitions, quick, figures)
    return figures


def measure_starts(name, environment, repetitions, quick, figures):
    """Start to kernel_info, and to the end of the first cell."""
    starts, firsts = [], []
    for _ in range(3 if quick else 7):
        with Kernel(name, environment) as kernel:
            starts.append(kernel.start_time)
            kernel.run(BY_LANGUAGE[kernel.language].trivial(0))
            firsts.append(time.perf_counter() - kernel.begin)
    figures.times("start", starts)
    figures.times("first_cell", firsts)


def measure_answers(name, environment, repetitions, quick, figures):
    """Cells, completion, inspection, control, memory."""
    with Kernel(name, environment) as kernel:
        language = BY_LANGUAGE[kernel.language]
        kernel.run(language.trivial(-1))
        measure_trivial(kernel, language, repetitions, figures)
        kernel.run(language.trivial(7))
        figures.times("identical", [kernel.run(language.trivial(7)) for _ in range(repetitions)])
        kernel.run(language.define)
        kernel.complete(language.begin_name, language.name)
        figures.times("complete", [kernel.complete(language.begin_name, language.name) for _ in range(repetitions)])
        kernel.inspect(language.name)
        figures.times("inspect", [kernel.inspect(language.name) for _ in range(repetitions)])
        information, interrupt = kernel.information_while_computing(language.endless, repetitions)
        figures.times("control", information)
        figures.times("interrupt", [interrupt])
    with Kernel(name, environment) as kernel:
        kernel.run(BY_LANGUAGE[kernel.language].library)
        figures.value("memory", kernel.resident_bytes() / MILLION)


def measure_trivial(kernel, language, repetitions, figures):
    """A trivial cell, and how much of its time the compiler and the linker take, where there are any."""
    times, floor = [], []
    for number in range(repetitions):
        times.append(kernel.run(language.trivial(1_000_000 + number)))
        parts = kernel.metadata.get("glassbox", {})
        if not parts.get("cached", True):
            floor.append((parts["compile_ms"] + parts["link_ms"]) / 1000)
    figures.times("trivial", times)
    if len(floor) == len(times):
        figures.times("floor", floor)
        figures.times("share", [whole - part for whole, part in zip(times, floor)])


def measure_chain(name, environment, repetitions, quick, figures):
    """A chain of cells, each of which uses the one before."""
    length = 200
    with Kernel(name, environment) as kernel:
        language = BY_LANGUAGE[kernel.language]
        times = [kernel.run(language.link(n)) for n in range(1, length + 1)]
    # One cell alone is noise; the second is the median of the first few, the last of the last few.
    figures.times("chain_start", times[1:6])
    figures.times("chain_end", times[-5:])
    figures.value("chain_ratio", figures.values["chain_end"] / figures.values["chain_start"])


def measure_notebook(name, environment, repetitions, quick, figures):
    """Run All of a notebook of 30 cells, for the first time and after a restart."""
    def run_all():
        with Kernel(name, environment) as kernel:
            language = BY_LANGUAGE[kernel.language]
            kernel.run(language.trivial(-2))
            begin = time.perf_counter()
            requests = [kernel.client.execute(language.function(n)) for n in range(30)]
            for request in requests:
                reply = kernel.reply(kernel.client.get_shell_msg, request)
                if reply["content"]["status"] != "ok":
                    raise RuntimeError(f"a cell of the notebook failed: {reply['content'].get('evalue')}")
            return time.perf_counter() - begin

    figures.times("run_all", [run_all()])
    figures.times("run_all_again", [run_all() for _ in range(1 if quick else 3)])
    figures.value("run_all_ratio", figures.values["run_all"] / figures.values["run_all_again"])


def measure_many_cells(name, environment, repetitions, quick, figures):
    """What many cells leave behind: descriptors and memory."""
    count = 100 if quick else 1000
    with Kernel(name, environment) as kernel:
        language = BY_LANGUAGE[kernel.language]
        for n in range(20):
            kernel.run(language.trivial(2_000_000 + n))
        descriptors, memory = kernel.descriptors(), kernel.resident_bytes()
        for n in range(count):
            kernel.run(language.trivial(3_000_000 + n))
        figures.value("descriptor_growth", kernel.descriptors() - descriptors)
        figures.value("memory_growth", (kernel.resident_bytes() - memory) / count / 1000)


# Figure, what it is, unit, the goal, and whether a value reaches it (`None`: stated, not judged).
TABLE = [
    ("trivial", "trivial cell, request to reply", "ms", "at most 120", lambda v: v <= 120),
    ("floor", "compiler and linker alone", "ms", "", None),
    ("share", "what the kernel adds to them", "ms", "at most 20", lambda v: v <= 20),
    ("identical", "identical cell again", "ms", "at most 20", lambda v: v <= 20),
    ("chain_start", "cells 2 to 6 of a chain", "ms", "", None),
    ("chain_end", "cells 196 to 200, each using the one before", "ms", "", None),
    ("chain_ratio", "the 200th beside the 2nd", "times", "at most 2", lambda v: v <= 2),
    ("start", "start to kernel_info_reply", "ms", "at most 300", lambda v: v <= 300),
    ("first_cell", "start to the end of the first cell", "ms", "at most 1500", lambda v: v <= 1500),
    ("run_all", "Run All, 30 cells, first time", "ms", "", None),
    ("run_all_again", "Run All after a restart", "ms", "", None),
    ("run_all_ratio", "the first time beside the second", "times", "at least 5", lambda v: v >= 5),
    ("complete", "completion, warm", "ms", "at most 30", lambda v: v <= 30),
    ("inspect", "inspection, warm", "ms", "at most 30", lambda v: v <= 30),
    ("control", "kernel_info on control while a cell computes", "ms", "at most 50", lambda v: v <= 50),
    ("interrupt", "interrupt to the cell's reply", "ms", "at most 200", lambda v: v <= 200),
    ("memory", "kernel and idle worker, library imported", "MB", "at most 150", lambda v: v <= 150),
    ("descriptor_growth", "descriptors after {count} cells", "more", "0", lambda v: v <= 0),
    ("memory_growth", "memory per cell over {count} cells", "kB", "", None),
]


def shown(value):
    if value is None:
        return "-"
    return f"{value:.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.1f}"


def table(figures, peer, arguments):
    count = 100 if arguments.quick else 1000
    rows = [("", arguments.kernel, "", "goal", "", arguments.peer if peer else "")]
    for key, what, unit, goal, reaches in TABLE:
        value = figures.values.get(key)
        verdict = "" if reaches is None or value is None else "yes" if reaches(value) else "NO"
        other = shown(peer.values.get(key)) if peer else ""
        rows.append((what.format(count=f"{count:,}"), shown(value), unit, goal, verdict, other))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    aligned = ["<", ">", "<", "<", "<", ">"]
    return "\n".join(
        "  ".join(f"{cell:{side}{width}}" for cell, side, width in zip(row, aligned, widths)).rstrip() for row in rows
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kernel", default="glassbox", help="the kernelspec to measure")
    parser.add_argument("--peer", default="python3", help="the kernelspec to print beside it, or `none`")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, 100 cells instead of 1,000")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()

    def progress(text):
        print(text, file=sys.stderr, flush=True)

    figures = measure(arguments.kernel, arguments.quick, progress)
    peer = measure(arguments.peer, arguments.quick, progress) if arguments.peer != "none" else None
    if arguments.json:
        report = {"machine": platform.platform(), "kernels": {}}
        for name, measured in [(arguments.kernel, figures)] + ([(arguments.peer, peer)] if peer else []):
            report["kernels"][name] = {"figures": measured.values, "samples_ms": measured.samples}
        print(json.dumps(report, indent=2))
    else:
        print(table(figures, peer, arguments))


if __name__ == "__main__":
    main()
