"""Operations on two tensors, entry by entry, and what broadcasting makes of their shapes."""

import torch

from values import booleans, given, integers, off_grid, positive, values, whole

NAN, INFINITY = float("nan"), float("inf")
SHAPES = [
    ((2, 3), (2, 3)),
    ((2, 3), ()),
    ((), (2, 3)),
    ((), ()),
    ((3, 1), (1, 4)),
    ((2, 3, 4), (4,)),
    ((4,), (2, 3, 4)),
    ((2, 1, 4), (3, 1)),
    ((1, 1), (3,)),
    ((0, 3), (3,)),
    ((2, 0), (1, 1)),
    ((1,), (0,)),
]
SMOOTH = {
    "add": torch.add,
    "sub": torch.sub,
    "mul": torch.mul,
    "div": torch.div,
    "pow": lambda input, other: torch.pow(input, other),
    "maximum": torch.maximum,
    "minimum": torch.minimum,
}
COMPARISONS = {name: getattr(torch, name) for name in ["eq", "ne", "lt", "le", "gt", "ge"]}


def add_cases(group):
    for operation, function in SMOOTH.items():
        for left, right in SHAPES:
            pair = {"input": base(operation)(*left), "other": other(operation)(*right)}
            group.add(f"{operation} {list(left)} and {list(right)}", operation, function, pair)
        permuted = base(operation)(2, 3, 4)
        permuted.permutation = (2, 0, 1)
        pair = {"input": permuted, "other": other(operation)(4, 2, 3)}
        group.add(f"{operation}, left side not contiguous", operation, function, pair)
        permuted = other(operation)(3, 4)
        permuted.permutation = (1, 0)
        pair = {"input": base(operation)(2, 4, 3), "other": permuted}
        group.add(f"{operation}, right side not contiguous", operation, function, pair)
    for operation, function in COMPARISONS.items():
        for left, right in SHAPES:
            pair = {"input": whole_numbers(*left), "other": whole_numbers(*right)}
            group.add(f"{operation} {list(left)} and {list(right)}", operation, function, pair)
        pair = {"input": whole(2, 3), "other": whole(3)}
        group.add(f"{operation} of integers", operation, function, pair)
    add_special(group)
    add_ties(group)
    add_integers(group)
    add_logic(group)
    add_where(group)


def base(operation):
    return positive if operation == "pow" else values


def other(operation):
    """A divisor must not be zero; maximum and minimum want two numbers that differ."""
    return {"div": positive, "maximum": off_grid, "minimum": off_grid}.get(operation, values)


def whole_numbers(*shape):
    """Few different numbers, so that some pairs are equal."""
    return values(*shape, low=-1, high=1, step=1)


def add_special(group):
    pairs = {
        "input": given([1, -1, 0, NAN, INFINITY, INFINITY, -INFINITY, 0, 2, NAN]),
        "other": given([0, 0, 0, 1, INFINITY, -INFINITY, 2, INFINITY, NAN, NAN]),
    }
    for operation, function in {**SMOOTH, **COMPARISONS}.items():
        group.add(f"{operation}, special values", operation, function, pairs, gradients=False)
    # At 0 to the power 0 the slope along the exponent is PyTorch's choice.
    pair = {"input": given([0, 0, -2, -2]), "other": given([2, 0, 3, 2])}
    group.add("pow of zero and of negative numbers", "pow", SMOOTH["pow"], pair, gradients=["input"])


def add_ties(group):
    """Of two equal numbers, each takes half of the gradient."""
    pair = {"input": given([1, 2, 3]), "other": given([1, 3, 2])}
    for operation in ["maximum", "minimum"]:
        group.add(f"{operation} of equal numbers", operation, SMOOTH[operation], pair, smooth=False)


def add_integers(group):
    pair = {"input": integers([[7, -7, 0], [2, 5, -1]]), "other": integers([2, -3, 4])}
    for operation in ["add", "sub", "mul", "maximum", "minimum"]:
        group.add(f"{operation} of integers", operation, SMOOTH[operation], pair)


def add_logic(group):
    pair = {"input": booleans([[True, False], [True, False]]), "other": booleans([[True, True], [False, False]])}
    for operation in ["logical_and", "logical_or", "logical_xor", "eq", "ne"]:
        group.add(f"{operation} of truth values", operation, getattr(torch, operation), pair)
    group.add("logical_not", "logical_not", torch.logical_not, {"input": booleans([True, False])})


def add_where(group):
    """What is not chosen gets no gradient, even where it is infinite or not a number."""
    for label, condition, left, right in [
        ("of one shape", booleans([[True, False, True], [False, False, True]]), values(2, 3), values(2, 3)),
        ("of three shapes", booleans([[True], [False]]), values(3), values(2, 1)),
        ("with a zero-dimensional side", booleans([True, False, True]), values(2, 3), values()),
        ("between two numbers", booleans([True, False, True]), values(), values()),
        ("by one truth value", booleans(True), values(2), values(2)),
        ("of nothing", booleans([]), values(2, 0), values(1)),
        ("not contiguous", booleans([True, False, True]), values(3, 2, permutation=(1, 0)), values(2, 3)),
    ]:
        group.add(f"where, {label}", "where", torch.where, {"condition": condition, "input": left, "other": right})
    special = {"condition": booleans([True, False]), "input": given([1, NAN]), "other": given([INFINITY, 2])}
    group.add("where, special values not chosen", "where", torch.where, special, smooth=False)
