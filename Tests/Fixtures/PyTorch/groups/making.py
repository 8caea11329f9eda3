"""Tensors out of nothing: ranges, constants, identities, masks."""

import torch

from values import integers, values

DTYPES = {"outputs": "float64, int64 or bool"}


def arange(start, end, step, dtype):
    return torch.arange(start, end, step, dtype=dtype)


def add_cases(group):
    def add(operation, function, arguments, dtype="float64"):
        label = ", ".join([operation, dtype, *(f"{key} {value}" for key, value in arguments.items())])
        made = lambda **given: function(**given, dtype=getattr(torch, dtype))
        group.add(label, operation, made, {}, arguments)

    for start, end, step in [(0, 5, 1), (2, 11, 3), (5, 0, -2), (3, 3, 1), (-1, 1, 1)]:
        for dtype in ["float64", "int64"]:
            add("arange", arange, {"start": start, "end": end, "step": step}, dtype)
    for start, end, step in [(0, 1, 0.25), (1, -1, -0.5), (0, 1.125, 0.25)]:
        add("arange", arange, {"start": start, "end": end, "step": step})
    for start, end, steps in [(0, 1, 5), (-1, 1, 4), (3, 3, 2), (5, 0, 11), (2, 7, 1), (0, 1, 0)]:
        add("linspace", torch.linspace, {"start": start, "end": end, "steps": steps})
    for rows, columns in [(3, 3), (2, 4), (4, 2), (0, 3), (1, 1)]:
        add("eye", lambda n, m, dtype: torch.eye(n, m, dtype=dtype), {"n": rows, "m": columns})
    for shape in [[2, 3], [], [0, 2]]:
        add(
            "full",
            lambda size, fill_value, dtype: torch.full(size, fill_value, dtype=dtype),
            {"size": shape, "fill_value": 2.5},
        )
        add("zeros", lambda size, dtype: torch.zeros(size, dtype=dtype), {"size": shape})
        add("ones", lambda size, dtype: torch.ones(size, dtype=dtype), {"size": shape})
    for rows, columns, diagonal in [(3, 3, 0), (2, 4, 1), (3, 2, -1), (2, 4, 2)]:
        triangle = lambda n, m, diagonal, dtype: torch.ones(n, m, dtype=dtype).tril(diagonal)
        add("triangular_mask", triangle, {"n": rows, "m": columns, "diagonal": diagonal}, "bool")
    for label, tensor in [("floats", values(2, 3)), ("integers", integers([3, 4]))]:
        for operation, rest in [("zeros_like", {}), ("ones_like", {}), ("full_like", {"fill_value": 2.5})]:
            function = getattr(torch, operation)
            group.add(f"{operation} {label}", operation, function, {"input": tensor}, rest, gradients=False)
