"""The numbers that go into a case: short ones, exact in float32, and the same on every machine."""

import dataclasses
import math
import random

import torch


@dataclasses.dataclass
class Values:
    """Numbers on a coarse grid, drawn for one case. They differ from one another as far as the grid has room."""

    shape: tuple
    low: float = -3
    high: float = 3
    step: float = 1 / 32
    # The operation sees the tensor with its axes in this order, so that its memory is not in the order of its axes.
    permutation: tuple = None
    # Moves the grid; by half a step, it misses zero and every round number.
    offset: float = 0

    def draw(self, source):
        count = math.prod(self.shape)
        grid = range(round(self.low / self.step), round(self.high / self.step) + 1)
        picked = source.sample(grid, count) if count <= len(grid) else [source.choice(grid) for _ in range(count)]
        numbers = [number * self.step + self.offset for number in picked]
        return torch.tensor(numbers, dtype=torch.float64).reshape(self.shape)


@dataclasses.dataclass
class Whole:
    """Whole numbers from `low` up to, not including, `high`: indices and labels."""

    shape: tuple
    low: int = 0
    high: int = 4
    permutation: tuple = None

    def draw(self, source):
        numbers = [source.randrange(self.low, self.high) for _ in range(math.prod(self.shape))]
        return torch.tensor(numbers, dtype=torch.int64).reshape(self.shape)


@dataclasses.dataclass
class Given:
    """Numbers written out in the case."""

    numbers: object
    dtype: torch.dtype = torch.float64
    permutation: tuple = None

    def draw(self, source):
        return torch.as_tensor(self.numbers, dtype=self.dtype).clone()


def values(*shape, low=-3, high=3, step=1 / 32, permutation=None):
    return Values(shape, low, high, step, permutation)


def off_grid(*shape, permutation=None):
    """Numbers among which none is zero or round: no kink is near."""
    return Values(shape, permutation=permutation, offset=1 / 64)


def positive(*shape, high=4):
    return Values(shape, 1 / 32, high)


def whole(*shape, low=0, high=4):
    return Whole(shape, low, high)


def given(numbers, dtype=torch.float64):
    return Given(numbers, dtype)


def integers(numbers):
    return Given(numbers, torch.int64)


def booleans(numbers):
    return Given(numbers, torch.bool)


def weights(module):
    """Small numbers for each parameter of a module, under its name there; near one for the scales of norms."""

    def fitting(name, parameter):
        is_scale = parameter.dim() == 1 and name.endswith("weight")
        return Values(tuple(parameter.shape), 0.5 if is_scale else -0.5, 1.5 if is_scale else 0.5, 1 / 64)

    return {name: fitting(name, parameter) for name, parameter in module.named_parameters()}


def source_of(name):
    """Random numbers that hang on a case's name alone: a new case changes no other."""
    return random.Random(name)


def number(value):
    """A number as JSON: 15 digits hold every test in double precision, words stand for what JSON lacks."""
    if isinstance(value, (bool, int)):
        return value
    if math.isnan(value) or math.isinf(value):
        return str(value)
    rounded = float(format(value, ".15g"))
    is_negative_zero = rounded == 0 and math.copysign(1, rounded) < 0
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 and not is_negative_zero else rounded


DTYPES = {torch.float64: "float64", torch.float32: "float32", torch.int64: "int64", torch.bool: "bool"}


def encoded(tensor, dtype=None, permutation=None):
    """A tensor as JSON: shape, dtype, and the numbers in row-major order."""
    described = {"shape": list(tensor.shape), "dtype": dtype or DTYPES[tensor.dtype]}
    if dtype == "float32" and not torch.equal(tensor.float().double().nan_to_num(), tensor.detach().nan_to_num()):
        raise ValueError(f"these numbers are not exact in float32: {tensor}")
    if permutation is not None:
        described["permutation"] = list(permutation)
    described["data"] = [number(value) for value in tensor.detach().reshape(-1).tolist()]
    return described
