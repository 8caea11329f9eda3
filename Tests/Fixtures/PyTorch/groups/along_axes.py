"""Operations that keep an axis and work along it: softmax, cumulative sums, and order."""

import torch

from values import given, integers, values

NAN, INFINITY = float("nan"), float("inf")


def softmax(input, dim):
    return torch.softmax(input, dim)


def sort(input, dim=-1, descending=False):
    result = torch.sort(input, dim=dim, descending=descending, stable=True)
    return {"values": result.values, "indices": result.indices}


def topk(input, k, dim=-1, largest=True):
    result = torch.topk(input, k, dim=dim, largest=largest)
    return {"values": result.values, "indices": result.indices}


FUNCTIONS = [("softmax", softmax), ("log_softmax", torch.log_softmax), ("cumsum", torch.cumsum)]


def add_cases(group):
    for operation, function in FUNCTIONS:
        for dim in [0, 1, -1]:
            group.add(f"{operation}, dim {dim}", operation, function, {"input": values(2, 3, 4)}, {"dim": dim})
        permuted = values(2, 3, 4, permutation=(1, 2, 0))
        for name, spec in [
            ("not contiguous", permuted), ("axis of size 1", values(3, 1)), ("no rows", values(0, 3)),
            ("nothing", values(3, 0)),
            ("zero-dimensional", values()), ("longer than a vector register", values(2, 35)),
        ]:  # fmt: skip
            group.add(f"{operation}, {name}", operation, function, {"input": spec}, {"dim": -1})
        special = given([[NAN, 1, 2], [-INFINITY, 1, -1], [-INFINITY, -INFINITY, -INFINITY], [INFINITY, 4, 5]])
        group.add(f"{operation}, special values", operation, function, {"input": special}, {"dim": 1}, gradients=False)
    for operation, function in FUNCTIONS[:2]:
        large = {"input": given([[10000, 9999, 9998], [-10000, -10001, -10002]])}
        group.add(f"{operation} of large numbers", operation, function, large, {"dim": 1}, smooth=False)
    masked = {"input": given([[0.5, -INFINITY, 1.5], [-INFINITY, 2, 3]])}
    group.add("softmax behind a mask", "softmax", softmax, masked, {"dim": 1}, smooth=False)
    group.add(
        "log_softmax of 2, 1, 0.125", "log_softmax", torch.log_softmax, {"input": given([2, 1, 0.125])}, {"dim": 0}
    )
    group.add("cumsum of integers", "cumsum", torch.cumsum, {"input": integers([[1, 2, 3], [4, 5, 6]])}, {"dim": 1})
    add_order(group)


def add_order(group):
    for arguments in [{"dim": -1}, {"dim": 0}, {"dim": 1, "descending": True}]:
        where = ", ".join(f"{key} {value}" for key, value in arguments.items())
        group.add(f"sort, {where}", "sort", sort, {"input": values(2, 3, 4)}, arguments)
    for arguments in [{"k": 2}, {"k": 2, "dim": 1}, {"k": 1, "dim": 0}, {"k": 3, "largest": False}, {"k": 4}, {"k": 0}]:
        where = ", ".join(f"{key} {value}" for key, value in arguments.items())
        group.add(f"topk, {where}", "topk", topk, {"input": values(2, 3, 4)}, arguments)
    ties = {"input": given([[2, 1, 2, 1], [0, 0, 0, 0]])}
    for descending in [False, True]:
        arguments = {"dim": 1, "descending": descending}
        group.add(
            f"sort keeps the order of equals, descending {descending}", "sort", sort, ties, arguments, smooth=False
        )
    # Which of equals the top holds is left open, so only the values count.
    values_alone = lambda input, k: {"values": torch.topk(input, k).values}
    group.add(
        "topk of equals",
        "topk",
        values_alone,
        {"input": given([[2, 1, 2, 1], [0, 0, 0, 0]])},
        {"k": 3},
        gradients=False,
    )
    special = {"input": given([[1, NAN, -INFINITY, INFINITY, 0]])}
    group.add("sort puts what is no number last", "sort", sort, special, {"dim": 1}, gradients=False)
    for operation, function, arguments in [("sort", sort, {}), ("topk", topk, {"k": 2})]:
        permuted = values(2, 3, 4, permutation=(1, 2, 0))
        group.add(f"{operation}, not contiguous", operation, function, {"input": permuted}, {"dim": 1, **arguments})
        numbers = {"input": integers([[7, -7, 0], [2, 5, -1]])}
        group.add(f"{operation} of integers", operation, function, numbers, arguments)
    group.add("sort of nothing", "sort", sort, {"input": values(2, 0)})
    group.add("sort, zero-dimensional", "sort", sort, {"input": values()})
