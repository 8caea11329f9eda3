"""Products of vectors, matrices and batches; sums by index notation; factorisations."""

import torch

from values import Given, given, integers, values

PRODUCTS = [
    ("vector by vector", (3,), (3,)),
    ("matrix by vector", (2, 3), (3,)),
    ("vector by matrix", (3,), (3, 4)),
    ("matrix by matrix", (2, 3), (3, 4)),
    ("column by row", (3, 1), (1, 2)),
    ("row by column", (1, 3), (3, 1)),
    ("batch by batch", (2, 3, 4), (2, 4, 2)),
    ("batch by matrix", (2, 3, 4), (4, 2)),
    ("matrix by batch", (3, 4), (2, 4, 2)),
    ("batch by vector", (2, 3, 4), (4,)),
    ("vector by batch", (4,), (2, 4, 2)),
    ("batches broadcast on the left", (1, 2, 3), (4, 3, 2)),
    ("batches broadcast on both sides", (2, 1, 2, 3), (1, 3, 3, 2)),
    ("heads", (2, 2, 3, 4), (2, 2, 4, 3)),
    ("nothing to add up", (2, 0), (0, 3)),
    ("no rows", (0, 3), (3, 2)),
    ("no batches", (0, 2, 3), (0, 3, 2)),
    ("larger than a register's tile", (9, 17), (17, 5)),
]
EINSUMS = [
    ("ij,jk->ik", (2, 3), (3, 4)),
    ("ik,jk->ij", (2, 3), (4, 3)),
    ("bij,bjk->bik", (2, 2, 3), (2, 3, 2)),
    ("bhqd,bhkd->bhqk", (2, 2, 3, 2), (2, 2, 4, 2)),
    ("bhqk,bhkd->bhqd", (2, 2, 3, 4), (2, 2, 4, 2)),
    ("bqhd,bkhd->bhqk", (2, 3, 2, 2), (2, 4, 2, 2)),
    ("btc,dc->btd", (2, 3, 4), (2, 4)),
    ("i,i->", (3,), (3,)),
    ("i,j->ij", (3,), (2,)),
    ("ij,ij->", (2, 3), (2, 3)),
    ("ij,ij->ij", (2, 3), (2, 3)),
    ("ij,ij->i", (2, 3), (2, 3)),
    ("ij,j->i", (2, 3), (3,)),
    ("ij->ji", (2, 3)),
    ("ij->j", (2, 3)),
    ("ij->", (2, 3)),
    ("ijk->kij", (2, 3, 2)),
    ("ii->", (3, 3)),
    ("ii->i", (3, 3)),
    ("bn,anm,bm->ba", (2, 3), (2, 3, 2), (2, 2)),
    ("ij,jk,kl->il", (2, 3), (3, 2), (2, 4)),
    ("...ij,...jk->...ik", (2, 2, 3), (3, 2)),
    ("ij,jk", (2, 3), (3, 2)),
    ("bij,bjk->bik", (0, 2, 3), (0, 3, 2)),
]
# Rows that lean on their diagonals: no digits are lost in solving.
SQUARE = [[4, 1, -0.5], [0.5, -3, 1], [-1, 0.25, 5]]
OTHER_SQUARE = [[-3, 0.5, 1], [1, 4, 0], [0.25, -0.75, 2.5]]
TALL = [[3, 0.5], [-1, 2], [0.25, -1.5]]


def einsum(equation, **operands):
    return torch.einsum(equation, *operands.values())


def matmul(input, other):
    return torch.matmul(input, other)


def solve(input, other):
    """The X of `input @ X = other`."""
    return torch.linalg.solve(input, other)


def singular_values(input):
    """The values alone: the vectors are given but for their signs, so a test holds U diag(S) Vh to the input."""
    return {"S": torch.linalg.svdvals(input)}


def squared_vectors(input):
    """The vectors are given but for their signs, which squares do not have."""
    left, _, right = torch.linalg.svd(input, full_matrices=False)
    return {"U": left**2, "Vh": right**2}


def add_cases(group):
    for label, left, right in PRODUCTS:
        group.add(f"matmul, {label}", "matmul", matmul, {"input": values(*left), "other": values(*right)})
    turned = values(3, 2, permutation=(1, 0)), values(4, 3, permutation=(1, 0))
    group.add("matmul, left side not contiguous", "matmul", matmul, {"input": turned[0], "other": values(3, 4)})
    group.add("matmul, right side not contiguous", "matmul", matmul, {"input": values(2, 3), "other": turned[1]})
    group.add("matmul, both sides not contiguous", "matmul", matmul, {"input": turned[0], "other": turned[1]})
    heads = {
        "input": values(2, 3, 2, 4, permutation=(0, 2, 1, 3)),
        "other": values(2, 3, 2, 4, permutation=(0, 2, 3, 1)),
    }
    group.add("matmul, heads from the middle axis", "matmul", matmul, heads)
    whole = {"input": integers([[1, 2], [3, 4]]), "other": integers([[5, 6], [7, 8]])}
    group.add("matmul of integers", "matmul", matmul, whole)
    special = {"input": given([[float("nan"), 1], [2, 3]]), "other": given([[1, 0], [0, 1]])}
    group.add("matmul, special values", "matmul", matmul, special, gradients=False)
    for equation, *shapes in EINSUMS:
        operands = {f"operands.{number}": values(*shape) for number, shape in enumerate(shapes)}
        label = " ".join(str(list(shape)) for shape in shapes)
        group.add(f"einsum {equation} {label}", "einsum", einsum, operands, {"equation": equation})
    turned = {"operands.0": values(3, 2, permutation=(1, 0)), "operands.1": values(4, 3, permutation=(1, 0))}
    group.add("einsum, not contiguous", "einsum", einsum, turned, {"equation": "ij,jk->ik"})
    for shape in [3, 1, 0]:
        pair = {"input": values(shape), "other": values(shape)}
        group.add(f"dot of {shape}", "dot", lambda input, other: torch.dot(input, other), pair)
    for left, right in [(3, 2), (1, 4), (0, 2)]:
        pair = {"input": values(left), "other": values(right)}
        group.add(f"outer of {left} and {right}", "outer", lambda input, other: torch.outer(input, other), pair)
    add_factorisations(group)


def add_factorisations(group):
    batch = Given([SQUARE, OTHER_SQUARE])
    for label, left, right in [
        ("one column", SQUARE, values(3, 1)), ("a vector", SQUARE, values(3)),
        ("several columns", SQUARE, values(3, 4)),
        ("a batch", batch.numbers, values(2, 3, 2)), ("one matrix, several right sides", SQUARE, values(2, 3, 2)),
        ("one by one", [[2.0]], values(1, 1)),
    ]:  # fmt: skip
        group.add(f"solve, {label}", "solve", solve, {"input": given(left), "other": right})
    group.add("solve, rows to be exchanged", "solve", solve, {"input": given([[0, 2], [3, 1]]), "other": values(2, 1)})
    wide = torch.tensor(TALL).T.tolist()
    for label, matrix in [
        ("square", SQUARE), ("tall", TALL), ("wide", wide), ("a batch", batch.numbers), ("diagonal", [[3, 0], [0, -2]]),
    ]:  # fmt: skip
        group.add(f"svd, {label}", "svd", singular_values, {"input": given(matrix)})
        group.add(f"svd vectors, {label}", "svd_vectors", squared_vectors, {"input": given(matrix)})
    for label, matrix in [
        ("rank one", [[1, 2], [2, 4]]),
        ("zero", [[0, 0], [0, 0]]),
        ("equal values", [[1, 0], [0, 1]]),
    ]:
        group.add(f"svd, {label}", "svd", singular_values, {"input": given(matrix)}, gradients=False)
    rotated = Given([[4, 1], [0.5, -3], [2, 0.25]], permutation=(1, 0))
    group.add("svd, not contiguous", "svd", singular_values, {"input": rotated})
