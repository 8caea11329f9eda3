"""Functions of one tensor, entry by entry."""

import torch
import torch.nn.functional as F

from values import given, integers, off_grid, positive, values

NAN, INFINITY = float("nan"), float("inf")

# Operation, function, arguments, and what to draw inputs from where not every number will do.
FUNCTIONS = [
    ("neg", torch.neg, {}, values),
    ("exp", torch.exp, {}, values),
    ("log", torch.log, {}, positive),
    ("sqrt", torch.sqrt, {}, positive),
    ("rsqrt", torch.rsqrt, {}, positive),
    ("square", torch.square, {}, values),
    ("reciprocal", torch.reciprocal, {}, positive),
    ("tanh", torch.tanh, {}, values),
    ("sigmoid", torch.sigmoid, {}, values),
    ("relu", torch.relu, {}, off_grid),
    ("gelu", F.gelu, {"approximate": "none"}, values),
    ("gelu", F.gelu, {"approximate": "tanh"}, values),
    ("silu", F.silu, {}, values),
    ("abs", torch.abs, {}, off_grid),
    ("sign", torch.sign, {}, off_grid),
    ("sin", torch.sin, {}, values),
    ("cos", torch.cos, {}, values),
]
# The same for functions of which a few cases tell enough.
FEW = [
    ("erf", torch.erf, {}, values),
    ("expm1", torch.expm1, {}, values),
    ("log1p", torch.log1p, {}, positive),
    ("floor", torch.floor, {}, off_grid),
    ("ceil", torch.ceil, {}, off_grid),
    ("round", torch.round, {}, off_grid),
]
QUESTIONS = [("isnan", torch.isnan), ("isinf", torch.isinf), ("isfinite", torch.isfinite)]
# Bounds between the points of the grid, where the slope is known, and exact in float32.
CLAMPS = [{"min": -0.984375, "max": 1.515625}, {"min": -0.984375}, {"max": 1.515625}]


def add_cases(group):
    for operation, function, arguments, draw in FUNCTIONS:
        add_function(group, operation, function, arguments, draw)
    for operation, function, arguments, draw in FEW:
        add_function(group, operation, function, arguments, draw, few=True)
    for arguments in CLAMPS:
        add_function(group, "clamp", torch.clamp, arguments, values)
    add_powers(group)
    add_scalars(group)
    add_kinks(group)
    add_known(group)
    for operation, function in [("neg", torch.neg), ("abs", torch.abs), ("sign", torch.sign)]:
        group.add(f"{operation} of integers", operation, function, {"input": integers([-3, 0, 7])})
    for operation, function in [("floor", torch.floor), ("ceil", torch.ceil), ("round", torch.round), *QUESTIONS]:
        group.add(f"{operation} of integers", operation, function, {"input": integers([-3, 0, 7])})
    for operation, function in QUESTIONS:
        special = {"input": given([[NAN, 1, -0.0], [INFINITY, -INFINITY, 2.0**100]])}
        group.add(f"{operation}, special values", operation, function, special, gradients=False)
    group.add("clamp of integers", "clamp", torch.clamp, {"input": integers([-9, 0, 7])}, {"min": -2, "max": 3})


def add_function(group, operation, function, arguments, draw, few=False):
    label = " ".join([operation, *(f"{key} {value}" for key, value in arguments.items())])
    permuted = draw(2, 3, 4)
    permuted.permutation = (2, 0, 1)
    # The points at which the slope jumps are in the cases named "at the kink".
    for shape, spec in [
        ("matrix", draw(3, 5)), ("zero-dimensional", draw()), ("empty", draw(0)), ("empty matrix", draw(2, 0, 3)),
        ("axes of size 1", draw(1, 4, 1)), ("not contiguous", permuted), ("longer than a vector register", draw(67)),
    ]:  # fmt: skip
        if few and shape not in ["matrix", "zero-dimensional", "not contiguous"]:
            continue
        group.add(f"{label}, {shape}", operation, function, {"input": spec}, arguments)
    # PyTorch's own float32 and float64 disagree on gelu and silu of infinity.
    infinities = [] if operation in ("gelu", "silu") else [INFINITY, -INFINITY]
    special = given([NAN, *infinities, 0.0, -0.0, 1, -1, 1000, -1000])
    group.add(f"{label}, special values", operation, function, {"input": special}, arguments, gradients=False)


def add_powers(group):
    for exponent in [2, 3, 0.5, -1, -2, 0, 1, 2.5]:
        arguments = {"exponent": exponent}
        group.add(f"power {exponent}", "pow", torch.pow, {"input": positive(3, 4)}, arguments)
    for exponent in [2, 3, -1]:
        negative = values(3, 4, low=-3, high=-0.25)
        group.add(
            f"power {exponent} of negative numbers", "pow", torch.pow, {"input": negative}, {"exponent": exponent}
        )
    zeros = given([0.0, -0.0, NAN, INFINITY, -INFINITY, -2])
    for exponent in [0, 0.5, 2, -1]:
        arguments = {"exponent": exponent}
        group.add(f"power {exponent}, special values", "pow", torch.pow, {"input": zeros}, arguments, gradients=False)
    group.add("power 2 at zero", "pow", torch.pow, {"input": given([0.0])}, {"exponent": 2})
    group.add("power 0 at zero", "pow", torch.pow, {"input": given([0.0])}, {"exponent": 0})


def add_scalars(group):
    """The operators with a plain number on one side; `r` means that the number is on the left."""
    functions = {
        "add": lambda input, other: input + other,
        "sub": lambda input, other: input - other,
        "rsub": lambda input, other: other - input,
        "mul": lambda input, other: input * other,
        "div": lambda input, other: input / other,
        "rdiv": lambda input, other: other / input,
        "rpow": lambda input, other: other**input,
        "eq": lambda input, other: input == other,
        "ne": lambda input, other: input != other,
        "lt": lambda input, other: input < other,
        "le": lambda input, other: input <= other,
        "gt": lambda input, other: input > other,
        "ge": lambda input, other: input >= other,
    }
    for operation, function in functions.items():
        draw = positive if operation == "rdiv" else values
        group.add(f"{operation} with a number", operation, function, {"input": draw(2, 3)}, {"other": 2.5})


def add_kinks(group):
    """Where there is no one slope, PyTorch's choice."""
    for operation, function, arguments, point in [
        ("relu", torch.relu, {}, [0.0, -0.0]), ("abs", torch.abs, {}, [0.0, -0.0]), ("sign", torch.sign, {}, [0.0]),
        ("clamp", torch.clamp, {"min": -1, "max": 2}, [-1, 2, -1.5, 2.5, 0.5]), ("sqrt", torch.sqrt, {}, [0.0]),
    ]:  # fmt: skip
        group.add(f"{operation} at the kink", operation, function, {"input": given(point)}, arguments, smooth=False)


def add_known(group):
    """Values that can be worked out by hand."""
    halves = {"input": given([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.4375, 2.0**22 + 0.5])}
    group.add("round of halves", "round", torch.round, halves, gradients=False)
    small = {"input": given([2.0**-30, -(2.0**-30), 2.0**-17, -0.5, 20])}
    group.add("expm1 near zero", "expm1", torch.expm1, small, gradients=False)
    group.add("log1p near zero", "log1p", torch.log1p, small, gradients=False)
    points = given([-1, 0.5, 1, 2])
    group.add("gelu, known values", "gelu", F.gelu, {"input": points}, {"approximate": "none"})
    group.add("gelu by tanh, known values", "gelu", F.gelu, {"input": points}, {"approximate": "tanh"})
    group.add("silu, known values", "silu", F.silu, {"input": points})
