"""Operations that pick entries, or put them, by index."""

import torch

from values import booleans, given, integers, values


def sliced(input, ranges):
    """`ranges`: for each axis [start, end, step] with null where it is left out, a number, "newAxis" or "ellipsis"."""
    words = {"newAxis": None, "ellipsis": Ellipsis}
    parts = [
        slice(*part) if isinstance(part, list) else words[part] if isinstance(part, str) else part for part in ranges
    ]
    return input[tuple(parts)]


def assigned(input, source, ranges):
    """The input with a part of it replaced."""
    result = input.clone()
    sliced(result, ranges).copy_(source)
    return result


def scatter_add(input, index, source, dim):
    return input.scatter_add(dim, index, source)


def scatter(input, index, source, dim):
    return input.scatter(dim, index, source)


SLICES = [
    ((4, 5), [[1, 3, None]]),
    ((4, 5), [2]),
    ((4, 5), [-1, [None, -1, None]]),
    ((4, 5), [[None, None, 2], [1, None, 3]]),
    ((4, 5), [[-3, -1, None], [None, None, None]]),
    ((4, 5), ["newAxis", 1, "newAxis"]),
    ((2, 3, 4), ["ellipsis", 0]),
    ((2, 3, 4), [0, "ellipsis", [None, 2, None]]),
    ((2, 3, 4), [1, 2, 3]),
    ((4, 5), [[2, 2, None]]),
    ((4,), [[0, 99, None]]),
    ((0, 3), [[None, None, None], [1, 2, None]]),
]


def add_cases(group):
    for shape, ranges in SLICES:
        group.add(f"slice {list(shape)} by {ranges}", "slice", sliced, {"input": values(*shape)}, {"ranges": ranges})
    permuted = {"input": values(5, 4, permutation=(1, 0))}
    arguments = {"ranges": [[1, None, 2], [None, 3, None]]}
    group.add("slice, not contiguous", "slice", sliced, permuted, arguments)
    for shape, part, ranges in [
        ((4, 5), (2, 5), [[1, 3, None]]),
        ((4, 5), (), [0]),
        ((4, 5), (4, 1), [[None, None, None], [0, None, 2]]),
    ]:
        inputs = {"input": values(*shape), "source": values(*part)}
        group.add(f"slice {ranges} replaced by {list(part)}", "slice_assign", assigned, inputs, {"ranges": ranges})
    add_gathers(group)
    add_scatters(group)
    add_choices(group)
    add_one_hot(group)


def add_gathers(group):
    for label, shape, dim, index in [
        ("along rows", (3, 4), 0, [[0, 2, 1, 0], [2, 2, 2, 2]]),
        ("along columns", (3, 4), 1, [[3, 0], [1, 1], [2, 3]]),
        ("along the last axis, one each", (3, 4), -1, [[3], [1], [0]]),
        ("fewer rows than the input", (3, 4), 1, [[0, 0, 1]]),
        ("of a vector", (5,), 0, [4, 4, 0, 1]),
        ("of nothing", (3, 4), 1, [[], [], []]),
    ]:
        inputs = {"input": values(*shape), "index": integers(index)}
        group.add(f"gather {label}", "gather", torch.gather, inputs, {"dim": dim})
    permuted = {"input": values(4, 3, permutation=(1, 0)), "index": integers([[3, 0], [1, 1], [2, 3]])}
    group.add("gather, not contiguous", "gather", torch.gather, permuted, {"dim": 1})
    for label, shape, dim, index in [
        ("rows", (3, 4), 0, [2, 0, 2]), ("columns", (3, 4), 1, [3, 1]), ("the last axis", (2, 3, 4), -1, [0, 0, 3]),
        ("none", (3, 4), 0, []), ("of a vector", (5,), 0, [4]),
    ]:  # fmt: skip
        inputs = {"input": values(*shape), "index": integers(index)}
        group.add(f"index_select {label}", "index_select", torch.index_select, inputs, {"dim": dim})
    permuted = {"input": values(4, 3, permutation=(1, 0)), "index": integers([2, 0])}
    group.add("index_select, not contiguous", "index_select", torch.index_select, permuted, {"dim": 0})


def add_scatters(group):
    for label, shape, dim, index in [
        ("along rows", (3, 4), 0, [[0, 2, 1, 0], [2, 2, 2, 2]]),
        ("along columns, one place again and again", (3, 4), 1, [[3, 3], [1, 1], [2, 0]]),
        ("into a vector", (3,), 0, [2, 2, 0, 2]),
        ("of nothing", (3,), 0, []),
    ]:
        index = integers(index)
        inputs = {"input": values(*shape), "index": index, "source": values(*index.draw(None).shape)}
        group.add(f"scatter_add {label}", "scatter_add", scatter_add, inputs, {"dim": dim})


    for label, shape, dim, index in [
        ("along rows", (3, 4), 0, [[0, 2, 1, 0], [2, 1, 0, 1]]),
        ("along columns", (3, 4), 1, [[3, 0], [1, 2]]),
        ("into a vector", (4,), 0, [3, 1]),
        ("of nothing", (3,), 0, []),
    ]:
        index = integers(index)
        inputs = {"input": values(*shape), "index": index, "source": values(*index.draw(None).shape)}
        group.add(f"scatter {label}", "scatter", scatter, inputs, {"dim": dim})
    # PyTorch's gradient goes to all numbers for a place, also to those that are lost.
    inputs = {"input": values(3), "index": integers([2, 0, 2]), "source": values(3)}
    group.add("scatter, one place twice", "scatter", scatter, inputs, {"dim": 0}, gradients=False)


def add_choices(group):
    mask = booleans([[True, False, False], [False, True, True]])
    for label, condition in [("of one shape", mask), ("of a row", booleans([True, False, True]))]:
        for value in [0, "-inf"]:
            inputs = {"input": values(2, 3), "mask": condition}
            # An infinity would make the sum, by which slopes are measured, infinite.
            group.add(
                f"masked_fill by {value}, mask {label}",
                "masked_fill",
                masked_fill,
                inputs,
                {"value": value},
                smooth=value == 0,
            )
    for reduce in ["any", "all"]:
        for dim in [0, 1]:
            group.add(f"{reduce}, dim {dim}", reduce, getattr(torch, reduce), {"input": mask}, {"dim": dim})
    group.add("nonzero", "nonzero", torch.nonzero, {"input": given([[0, 1.5], [-2, 0]])}, gradients=False)


def masked_fill(input, mask, value):
    return input.masked_fill(mask, float(value))


def add_one_hot(group):
    for label, index in [
        ("of a row", [2, 0, 3]),
        ("of a matrix", [[1, 1], [0, 3]]),
        ("of a number", 2),
        ("of nothing", []),
    ]:
        arguments = {"num_classes": 4}
        group.add(f"one_hot {label}", "one_hot", torch.nn.functional.one_hot, {"input": integers(index)}, arguments)
