"""Learning rates step by step. `outputs.rates` has the rate for each step, the first step first."""

import math

import torch
from torch.optim import lr_scheduler
from transformers import (
    get_constant_schedule,
    get_constant_schedule_with_warmup,
    get_cosine_schedule_with_warmup,
    get_cosine_with_min_lr_schedule_with_warmup,
    get_linear_schedule_with_warmup,
)

from values import encoded

DTYPES = {"outputs": "float64"}


def rates(make, base, steps):
    """The rates that an optimizer sees under a schedule."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=base)
    schedule = make(optimizer)
    found = []
    for _ in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return found


def cosine_to_minimum(step, base, minimum, warmup, total):
    """Linear from 0 during the warm-up, half a cosine from `base` down to `minimum` at `total`, then level."""
    if step < warmup:
        return base * step / warmup
    progress = min(1, (step - warmup) / (total - warmup))
    return minimum + (base - minimum) * 0.5 * (1 + math.cos(math.pi * progress))


def add_cases(group):
    def add(name, operation, arguments, make, steps):
        found = rates(make, arguments["base"], steps)
        note(group, name, operation, arguments, found)

    add("constant", "constant", {"base": 0.01}, get_constant_schedule, 5)
    warm = {"base": 0.01, "warmup": 4}
    add("constant after a warm-up", "constant_with_warmup", warm, lambda o: get_constant_schedule_with_warmup(o, 4), 8)
    for warmup, total in [(0, 10), (5, 20), (1, 8), (4, 5)]:
        arguments = {"base": 0.003, "warmup": warmup, "total": total}
        label = f"warm-up {warmup} of {total}"
        cosine = lambda o: get_cosine_schedule_with_warmup(o, warmup, total)
        add(f"cosine, {label}", "cosine_with_warmup", arguments, cosine, total + 1)
        # Past its end the line stays at zero.
        line = lambda o: get_linear_schedule_with_warmup(o, warmup, total)
        add(f"linear, {label}", "linear_with_warmup", arguments, line, total + 4)
    add_minimum(group)
    for every, factor in [(3, 0.1), (1, 0.5), (4, 0.9)]:
        arguments = {"base": 0.1, "step_size": every, "gamma": factor}
        step = lambda o: lr_scheduler.StepLR(o, every, factor)
        add(f"step, every {every} by {factor}", "step", arguments, step, 12)
    for facts in [
        {}, {"pct_start": 0.5}, {"anneal_strategy": "linear"}, {"three_phase": True, "pct_start": 0.25},
        {"div_factor": 10, "final_div_factor": 100},
    ]:  # fmt: skip
        settings = {"max_lr": 0.1, "total_steps": 20, **facts}
        label = ", ".join(["one cycle", *(f"{key} {value}" for key, value in facts.items())])
        # Its last rate is for the last of its steps; it refuses to go on.
        cycle = lambda o: lr_scheduler.OneCycleLR(o, **settings, cycle_momentum=False)
        note(group, label, "one_cycle", settings, one_cycle(cycle, 20))


def one_cycle(make, steps):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    schedule = make(optimizer)
    found = [optimizer.param_groups[0]["lr"]]
    for _ in range(steps - 1):
        optimizer.step()
        schedule.step()
        found.append(optimizer.param_groups[0]["lr"])
    return found


def add_minimum(group):
    """By formula: where transformers has this schedule too, up to its end, the two must be equal."""
    for base, minimum, warmup, total, steps in [(1, 0.1, 7, 21, 26), (0.001, 0.0001, 0, 10, 14), (0.003, 0, 5, 20, 25)]:
        arguments = {"base": base, "minimum": minimum, "warmup": warmup, "total": total}
        found = [cosine_to_minimum(step, base, minimum, warmup, total) for step in range(steps)]
        rate = minimum / base
        make = lambda o: get_cosine_with_min_lr_schedule_with_warmup(o, warmup, total, min_lr_rate=rate)
        theirs = rates(make, base, total + 1)
        assert max(abs(left - right) for left, right in zip(found, theirs)) < 1e-15
        note(group, f"cosine to a minimum, warm-up {warmup} of {total}", "cosine_to_minimum", arguments, found)


def note(group, name, operation, arguments, found):
    outputs = {"rates": encoded(torch.tensor(found, dtype=torch.float64))}
    group.note(name, operation, arguments=arguments, outputs=outputs)
