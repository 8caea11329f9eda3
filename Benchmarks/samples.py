"""The same work in the languages that are measured."""

from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Language:
    # A different trivial cell for each number: nothing can be reused.
    trivial: Callable[[int], str]
    # Cell `n` of a chain, which uses the cell before it.
    link: Callable[[int], str]
    # A small function, called; the cells of a notebook.
    function: Callable[[int], str]
    # Computes until it is interrupted.
    endless: str
    # A name that a cell has defined, without its last letters.
    define: str
    begin_name: str
    name: str
    # What a learner imports first.
    library: str


SWIFT = Language(
    trivial=lambda n: f"{n} + 1",
    link=lambda n: f"let v{n} = " + ("1" if n == 1 else f"v{n - 1} + 1"),
    function=lambda n: f"func f{n}(_ values: [Double]) -> Double {{\n  values.map {{ $0 * {n} }}.reduce(0, +)\n}}\nf{n}([1, 2, 3])",
    endless='print("turning")\nvar turns = 0\nwhile true { turns &+= 1 }',
    define="let countOfTokens = 41",
    begin_name="countOfT",
    name="countOfTokens",
    library="import Glassbox",
)

PYTHON = Language(
    trivial=lambda n: f"{n} + 1",
    link=lambda n: f"v{n} = " + ("1" if n == 1 else f"v{n - 1} + 1"),
    function=lambda n: f"def f{n}(values):\n    return sum(value * {n} for value in values)\nf{n}([1, 2, 3])",
    endless='print("turning", flush=True)\nturns = 0\nwhile True: turns += 1',
    define="count_of_tokens = 41",
    begin_name="count_of_t",
    name="count_of_tokens",
    library="import math",
)

BY_LANGUAGE = {"swift": SWIFT, "python": PYTHON}
