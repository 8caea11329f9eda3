"""Operations that shorten, follow or order an axis."""

import torch

from values import given, integers, positive, values, whole

NAN, INFINITY = float("nan"), float("inf")


def over(function):
    """Lets `dim` be missing, which means all axes."""
    return lambda input, dim=None, keepdim=False, **rest: function(input, dim=dim, keepdim=keepdim, **rest)


def logsumexp(input, dim=None, keepdim=False):
    return torch.logsumexp(input, list(range(input.dim())) if dim is None else dim, keepdim)


def extreme(function):
    """The largest or smallest along one axis, with its index; the gradient goes to that entry alone."""

    def found(input, dim, keepdim=False):
        result = function(input, dim=dim, keepdim=keepdim)
        return {"values": result.values, "indices": result.indices}

    return found


def norm(input, ord, dim=None, keepdim=False):
    return torch.linalg.vector_norm(input, float(ord), dim, keepdim)


def product(input, dim=None, keepdim=False):
    """PyTorch's own takes one axis."""
    dims = list(range(input.dim())) if dim is None else dim if isinstance(dim, list) else [dim]
    for axis in sorted((axis % input.dim() for axis in dims), reverse=True):
        input = torch.prod(input, axis, keepdim)
    return input


def count_nonzero(input, dim=None):
    return torch.count_nonzero(input, dim)


# Operation, function, further arguments.
SEVERAL_AXES = [
    ("sum", over(torch.sum), {}),
    ("mean", over(torch.mean), {}),
    ("var", over(torch.var), {"correction": 1}),
    ("var", over(torch.var), {"correction": 0}),
    ("amax", lambda input, dim=(), keepdim=False: torch.amax(input, dim, keepdim), {}),
    ("amin", lambda input, dim=(), keepdim=False: torch.amin(input, dim, keepdim), {}),
    ("logsumexp", logsumexp, {}),
    ("norm", norm, {"ord": 1}),
    ("norm", norm, {"ord": 2}),
    ("norm", norm, {"ord": "inf"}),
]
AXES = [
    {}, {"dim": 0}, {"dim": 1}, {"dim": -1}, {"dim": 1, "keepdim": True}, {"dim": [0, 2]}, {"dim": [-1, 0],
    "keepdim": True},
]  # fmt: skip


# Of these, a few axes tell enough.
FEW = [
    ("std", over(torch.std), {"correction": 1}, values),
    ("std", over(torch.std), {"correction": 0}, values),
    ("prod", product, {}, values),
    ("norm", norm, {"ord": 0}, positive),
    ("norm", norm, {"ord": 3}, positive),
    ("norm", norm, {"ord": -1}, positive),
    ("norm", norm, {"ord": "-inf"}, positive),
]
FEW_AXES = [{}, {"dim": 1}, {"dim": [-1, 0], "keepdim": True}]


def add_cases(group):
    add_few(group)
    for operation, function, rest in SEVERAL_AXES:
        label = " ".join([operation, *(f"{key} {value}" for key, value in rest.items())])
        # The norms have a kink at zero: they are drawn where there is none.
        draw = positive if operation == "norm" else values
        for axes in AXES:
            where = ", ".join(f"{key} {value}" for key, value in axes.items()) or "all axes"
            group.add(f"{label}, {where}", operation, function, {"input": draw(2, 3, 4)}, {**rest, **axes})
        permuted = draw(2, 3, 4)
        permuted.permutation = (2, 0, 1)
        group.add(f"{label}, not contiguous", operation, function, {"input": permuted}, {**rest, "dim": 1})
        if rest.get("correction") != 1:
            group.add(f"{label}, axis of size 1", operation, function, {"input": draw(3, 1)}, {**rest, "dim": 1})
            group.add(f"{label}, zero-dimensional", operation, function, {"input": draw()}, rest)
        group.add(f"{label}, no rows", operation, function, {"input": draw(0, 3)}, {**rest, "dim": 1})
        special = given([[NAN, 1, 2], [INFINITY, 1, -1], [-INFINITY, 1, INFINITY], [3, 4, 5]])
        group.add(
            f"{label}, special values", operation, function, {"input": special}, {**rest, "dim": 1}, gradients=False
        )
    add_nothing(group)
    add_delicate(group)
    add_extremes(group)
    add_integers(group)


def add_few(group):
    for operation, function, rest, draw in FEW:
        label = " ".join([operation, *(f"{key} {value}" for key, value in rest.items())])
        for axes in FEW_AXES:
            where = ", ".join(f"{key} {value}" for key, value in axes.items()) or "all axes"
            group.add(f"{label}, {where}", operation, function, {"input": draw(2, 3, 2)}, {**rest, **axes})
    zeros = {"input": given([[2, 0, 3], [0, 4, 0], [1, 2, -5]])}
    group.add("prod with zeros", "prod", product, zeros, {"dim": 1})
    group.add("prod of nothing", "prod", product, {"input": values(2, 0)}, {"dim": 1}, gradients=False)
    for ord in [0, -1, "-inf"]:
        mixed = {"input": given([[3, -4, 0.5], [-1, 2, -7]])}
        group.add(f"norm ord {ord} of both signs", "norm", norm, mixed, {"ord": ord, "dim": 1})
        zero = {"input": given([[0, 1, 2]])}
        group.add(f"norm ord {ord} with a zero", "norm", norm, zero, {"ord": ord, "dim": 1}, gradients=False)
    for operation, function in [("any", over(torch.any)), ("all", over(torch.all)), ("count_nonzero", count_nonzero)]:
        for axes in [{"dim": 1}, {"dim": [0, 2]}, {"dim": [-1, -2]}]:
            label = f"{operation}, dim {axes['dim']}"
            group.add(label, operation, function, {"input": whole(2, 2, 3, high=2)}, axes)
    keeping = {"dim": [0, 2], "keepdim": True}
    group.add("any, dim [0, 2], keepdim", "any", over(torch.any), {"input": whole(2, 2, 3, high=2)}, keeping)
    group.add("all of nothing", "all", over(torch.all), {"input": values(2, 0)}, {"dim": [1]}, gradients=False)


def add_nothing(group):
    """An axis of size 0 has a sum, a mean that is no number, and a logarithm of no terms."""
    for operation, function in [("sum", over(torch.sum)), ("mean", over(torch.mean)), ("logsumexp", logsumexp)]:
        group.add(f"{operation} of nothing", operation, function, {"input": values(3, 0)}, {"dim": 1}, gradients=False)
    group.add("norm of nothing", "norm", norm, {"input": values(3, 0)}, {"ord": 2, "dim": 1}, gradients=False)


def add_delicate(group):
    single = {"input": values(3, 1)}
    group.add(
        "var correction 1, axis of size 1", "var", over(torch.var), single, {"correction": 1, "dim": 1}, gradients=False
    )
    # 4096 + few: the mean of the squares less the square of the mean is lost in float32.
    far = {"input": given([4096, 4097, 4098, 4099.5])}
    group.add("var correction 1, far from zero", "var", over(torch.var), far, {"correction": 1})
    for size in [200, 10000]:
        # PyTorch's gradient in float32 is off by a thousandth at 10000.
        large = {"input": given([[size, size - 1, size - 2], [-size, -size - 1, -size - 2]])}
        group.add(f"logsumexp of {size}", "logsumexp", logsumexp, large, {"dim": 1}, gradients=size == 200)
    minus = {"input": given([[-INFINITY, -INFINITY], [-INFINITY, 0]])}
    group.add("logsumexp of minus infinity", "logsumexp", logsumexp, minus, {"dim": 1}, gradients=False)
    for ord in [1, 2, "inf"]:
        mixed = {"input": given([[3, -4, 0.5], [-1, 2, -7]])}
        group.add(f"norm ord {ord} of both signs", "norm", norm, mixed, {"ord": ord, "dim": 1})
        zero = {"input": given([0.0, 0.0])}
        group.add(f"norm ord {ord} of zero", "norm", norm, zero, {"ord": ord}, smooth=False)
    for operation in ["amax", "amin"]:
        ties = {"input": given([[1, 3, 3, 1], [2, 2, 2, 2]])}
        function = getattr(torch, operation)
        group.add(f"{operation} of equal numbers", operation, function, ties, {"dim": 1}, smooth=False)


def add_extremes(group):
    for operation, function in [("max", extreme(torch.max)), ("min", extreme(torch.min))]:
        for axes in [{"dim": 0}, {"dim": 1}, {"dim": -1, "keepdim": True}]:
            where = ", ".join(f"{key} {value}" for key, value in axes.items())
            group.add(f"{operation}, {where}", operation, function, {"input": values(2, 3, 4)}, axes)
        ties = given([[1, 3, 3, 1], [2, 2, 2, 2]])
        group.add(
            f"{operation}, the first of equal numbers", operation, function, {"input": ties}, {"dim": 1}, smooth=False
        )
        special = given([[1, NAN, 3], [INFINITY, 2, -INFINITY]])
        group.add(f"{operation}, special values", operation, function, {"input": special}, {"dim": 1}, gradients=False)
        permuted = values(2, 3, 4, permutation=(2, 1, 0))
        group.add(f"{operation}, not contiguous", operation, function, {"input": permuted}, {"dim": 0})
    for operation, function in [("argmax", over(torch.argmax)), ("argmin", over(torch.argmin))]:
        for axes in [{}, {"dim": 0}, {"dim": 1}, {"dim": -1, "keepdim": True}]:
            where = ", ".join(f"{key} {value}" for key, value in axes.items()) or "all axes"
            group.add(f"{operation}, {where}", operation, function, {"input": values(2, 3, 4)}, axes)
        ties = {"input": given([[1, 3, 3, 1], [2, 2, 2, 2]])}
        group.add(f"{operation}, the first of equal numbers", operation, function, ties, {"dim": 1})
        special = {"input": given([[1, NAN, 3], [INFINITY, 2, -INFINITY]])}
        group.add(f"{operation}, special values", operation, function, special, {"dim": 1})
        group.add(f"{operation}, zero-dimensional", operation, function, {"input": values()})


def add_integers(group):
    numbers = {"input": integers([[7, -7, 0], [2, 5, -1]])}
    group.add("sum of integers", "sum", over(torch.sum), numbers, {"dim": 1})
    group.add("amax of integers", "amax", lambda input, dim: torch.amax(input, dim), numbers, {"dim": 0})
    group.add("argmax of integers", "argmax", over(torch.argmax), numbers, {"dim": 1})
