"""Times a case: a warm-up, then repetitions of a few calls each."""

import statistics
import time

WARM_UP_SECONDS, MOST_WARM_UP_CALLS = 0.5, 20


def measure(case, threads, quick):
    kinds, versions = tokenizers_side() if case["peer"] == "tokenizers" else torch_side(threads)
    call = kinds[case["kind"]](**case["sizes"])
    warm_up(call)
    forget_peak_memory()
    times = []
    for _ in range(case["repetitions"]["quick" if quick else "full"]):
        begin = time.perf_counter()
        for _ in range(case["calls"]):
            call()
        times.append((time.perf_counter() - begin) / case["calls"] * 1000)
    figures = {
        "median_ms": round(statistics.median(times), 6),
        "best_ms": round(min(times), 6),
        "repetitions": len(times),
        "threads": threads,
        **versions,
    }
    if case.get("memory"):
        figures["peak_memory_bytes"] = peak_memory()
    if "tokens" in case["sizes"]:
        figures["tokens_per_second"] = round(case["sizes"]["tokens"] / figures["median_ms"] * 1000, 3)
    return figures


def torch_side(threads):
    """The kind of a case to a function that takes its sizes and gives the call to be timed; and what was measured."""
    import generation
    import operations
    import sentences
    import start
    import torch
    import training

    torch.set_num_threads(threads)
    torch.manual_seed(0)
    kinds = {**training.KINDS, **generation.KINDS, **operations.KINDS, **sentences.KINDS, **start.KINDS}
    return kinds, {"torch": torch.__version__}


def tokenizers_side():
    """The same without PyTorch, which tokenizers do not need."""
    import tokenization
    import tokenizers

    return tokenization.KINDS, {"tokenizers": tokenizers.__version__}


def warm_up(call):
    """Calls until memory is allocated and the processor is awake: at least once, twenty times at most."""
    end = time.perf_counter() + WARM_UP_SECONDS
    for _ in range(MOST_WARM_UP_CALLS):
        call()
        if time.perf_counter() > end:
            return


def forget_peak_memory():
    """Begins to look for the peak anew: what making the model took does not count. Where the system forbids it, it counts."""
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def peak_memory():
    """The most that this process has held in memory since then. `ru_maxrss` would count what it was started from as well."""
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    raise RuntimeError("/proc/self/status has no VmHWM line")
