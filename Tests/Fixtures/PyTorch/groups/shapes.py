"""Operations that rearrange entries and compute nothing."""

import torch
import torch.nn.functional as F

from values import integers, values


def cat(dim, **tensors):
    return torch.cat(list(tensors.values()), dim)


def stack(dim, **tensors):
    return torch.stack(list(tensors.values()), dim)


def named(parts):
    return {str(number): part for number, part in enumerate(parts)}


def split(input, sizes, dim):
    """`sizes`: one size for all parts but the last, or a list of sizes."""
    return named(torch.split(input, sizes, dim))


def chunk(input, chunks, dim):
    return named(torch.chunk(input, chunks, dim))


def pad(input, widths, value=0):
    """`widths`: for each axis, from the first on, how many entries go before it and after it."""
    backwards = [width for pair in reversed(widths) for width in pair]
    return F.pad(input, backwards, value=value)


ONE_TENSOR = [
    ("reshape", lambda input, shape: input.reshape(shape), [
        ((2, 3, 4), {"shape": [6, 4]}), ((2, 3, 4), {"shape": [-1]}), ((2, 3, 4), {"shape": [4, -1, 2]}),
        ((), {"shape": [1, 1]}), ((1,), {"shape": []}), ((0, 3), {"shape": [3, 0, 2]}),
    ]),
    ("flatten", lambda input, start_dim=0, end_dim=-1: input.flatten(start_dim, end_dim), [
        ((2, 3), {}), ((), {}), ((2, 3, 2, 2), {"start_dim": 1}), ((2, 3, 2), {"start_dim": 0, "end_dim": -2}),
    ]),
    ("transpose", lambda input, dim0, dim1: input.transpose(dim0, dim1), [
        ((2, 3), {"dim0": 0, "dim1": 1}), ((2, 3, 4), {"dim0": -1, "dim1": 0}), ((2, 0), {"dim0": 0, "dim1": 1}),
    ]),
    ("permute", lambda input, dims: input.permute(dims), [
        ((2, 3, 4), {"dims": [2, 0, 1]}), ((2, 3, 4), {"dims": [-1, 0, -2]}), ((), {"dims": []}),
        ((1, 0, 2), {"dims": [2, 0, 1]}),
    ]),
    ("squeeze", lambda input, dim=None: input.squeeze() if dim is None else input.squeeze(dim), [
        ((1, 3, 1), {}), ((1, 3, 1), {"dim": 0}), ((1, 3, 1), {"dim": -1}), ((1, 1), {}), ((1, 0), {"dim": 0}),
    ]),
    ("unsqueeze", lambda input, dim: input.unsqueeze(dim), [
        ((2, 3), {"dim": 0}), ((2, 3), {"dim": 1}), ((2, 3), {"dim": -1}), ((), {"dim": 0}), ((0,), {"dim": -2}),
    ]),
    ("expand", lambda input, shape: input.expand(shape), [
        ((3,), {"shape": [2, 3]}), ((2, 1, 3), {"shape": [2, 4, 3]}), ((), {"shape": [2, 2]}),
        ((1, 3), {"shape": [0, 3]}), ((2, 3), {"shape": [2, 3]}),
    ]),
    ("pad", pad, [
        ((2, 3), {"widths": [[0, 0], [1, 2]]}), ((2, 3), {"widths": [[1, 1], [2, 0]], "value": -1.5}),
        ((3,), {"widths": [[0, 0]]}), ((2, 0), {"widths": [[0, 1], [1, 1]], "value": 7}),
    ]),
    ("flip", lambda input, dims: input.flip(dims), [
        ((2, 3), {"dims": [0]}), ((2, 3), {"dims": [-1, 0]}), ((0, 2), {"dims": [0]}), ((1, 4), {"dims": [1]}),
    ]),
    ("roll", lambda input, shifts, dims=None: torch.roll(input, shifts, dims), [
        ((2, 5), {"shifts": [2], "dims": [1]}), ((2, 5), {"shifts": [-1, 3], "dims": [0, 1]}),
        ((2, 3), {"shifts": [2]}), ((5,), {"shifts": [12], "dims": [-1]}), ((0,), {"shifts": [1], "dims": [0]}),
    ]),
    ("repeat", lambda input, counts: input.repeat(counts), [
        ((2, 3), {"counts": [2, 1]}), ((3,), {"counts": [2, 2]}), ((), {"counts": [3]}), ((2, 3), {"counts": [0, 1]}),
    ]),
    ("tile", lambda input, counts: torch.tile(input, counts), [
        ((2, 3), {"counts": [2]}), ((3,), {"counts": [2, 2]}), ((2, 1), {"counts": [1, 3]}),
    ]),
    ("repeat_interleave", lambda input, repeats, dim: input.repeat_interleave(repeats, dim), [
        ((2, 3), {"repeats": 2, "dim": 0}), ((2, 3), {"repeats": 3, "dim": -1}), ((2, 3), {"repeats": 0, "dim": 1}),
        ((2, 3), {"repeats": 1, "dim": 1}),
    ]),
    ("split", split, [
        ((7, 2), {"sizes": 3, "dim": 0}), ((2, 6), {"sizes": [1, 2, 3], "dim": 1}), ((2, 6), {"sizes": 2, "dim": -1}),
        ((2, 2), {"sizes": [0, 2], "dim": 0}), ((2, 3), {"sizes": 9, "dim": 1}),
    ]),
    ("chunk", chunk, [
        ((7, 2), {"chunks": 3, "dim": 0}), ((2, 6), {"chunks": 2, "dim": -1}), ((2, 6), {"chunks": 4, "dim": 1}),
        ((2, 3), {"chunks": 5, "dim": 0}), ((2, 3), {"chunks": 1, "dim": 0}),
    ]),
    ("tril", lambda input, diagonal=0: torch.tril(input, diagonal), [
        ((3, 3), {}), ((2, 4), {"diagonal": 1}), ((2, 3, 2), {"diagonal": -1}), ((0, 3), {}),
    ]),
    ("diagonal", lambda input, offset: torch.diagonal(input, offset, -2, -1), [
        ((3, 3), {"offset": 0}), ((2, 3), {"offset": 1}), ((2, 3, 2), {"offset": -1}), ((2, 2), {"offset": 5}),
    ]),
    ("diag_embed", lambda input, offset: torch.diag_embed(input, offset), [
        ((3,), {"offset": 0}), ((2, 3), {"offset": 1}), ((2,), {"offset": -2}),
    ]),
    ("trace", lambda input: torch.diagonal(input, 0, -2, -1).sum(-1), [
        ((3, 3), {}), ((2, 3), {}), ((2, 3, 2), {}),
    ]),
    ("triu", lambda input, diagonal=0: torch.triu(input, diagonal), [
        ((3, 3), {"diagonal": 1}), ((4, 2), {"diagonal": -1}), ((2, 2, 3), {}),
    ]),
]  # fmt: skip


def add_cases(group):
    for operation, function, examples in ONE_TENSOR:
        for shape, arguments in examples:
            label = ", ".join([f"{operation} {list(shape)}", *(f"{key} {value}" for key, value in arguments.items())])
            group.add(label, operation, function, {"input": values(*shape)}, arguments)
            if shape == (2, 3):
                permuted = {"input": values(3, 2, permutation=(1, 0))}
                group.add(f"{label}, not contiguous", operation, function, permuted, arguments)
    uneven = {"input": values(3, 2), "repeats": integers([2, 0, 3])}
    group.add("repeat_interleave by counts", "repeat_interleave", torch.repeat_interleave, uneven, {"dim": 0})
    whole = {"input": integers([[1, 2], [3, 4]])}
    group.add("transpose of integers", "transpose", torch.transpose, whole, {"dim0": 0, "dim1": 1})
    add_joins(group)


def add_joins(group):
    for label, dim, shapes in [
        ("along rows", 0, [(2, 3), (1, 3)]), ("along columns", -1, [(2, 3), (2, 1), (2, 2)]),
        ("with an empty one", 0, [(2, 3), (0, 3), (1, 3)]), ("of one", 1, [(2, 3)]),
        ("along a middle axis", 1, [(2, 1, 3), (2, 2, 3)]), ("of nothing", 0, [(0, 3), (0, 3)]),
    ]:  # fmt: skip
        inputs = {f"tensors.{number}": values(*shape) for number, shape in enumerate(shapes)}
        group.add(f"cat {label}", "cat", cat, inputs, {"dim": dim})
    permuted = {"tensors.0": values(3, 2, permutation=(1, 0)), "tensors.1": values(2, 2)}
    group.add("cat, not contiguous", "cat", cat, permuted, {"dim": 1})
    for label, dim, shape in [
        ("in front", 0, (2, 3)), ("in the middle", 1, (2, 3)), ("at the end", -1, (2, 3)), ("numbers", 0, ()),
        ("empty ones", 1, (0,)),
    ]:  # fmt: skip
        inputs = {f"tensors.{number}": values(*shape) for number in range(3)}
        group.add(f"stack {label}", "stack", stack, inputs, {"dim": dim})
    permuted = {"tensors.0": values(3, 2, permutation=(1, 0)), "tensors.1": values(2, 3)}
    group.add("stack, not contiguous", "stack", stack, permuted, {"dim": 0})
