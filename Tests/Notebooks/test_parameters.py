"""How papermill spells values in Swift."""

import math

import papermill.engines
import papermill.translators
import pytest


def swift(value):
    return papermill.translators.translate_parameters("glassbox", "swift", {"x": value}, "Parameters")


def test_papermill_finds_the_translator_by_itself():
    assert "glassbox" in papermill.engines.papermill_engines._engines


@pytest.mark.parametrize(
    "value, text",
    [
        (3, "3"),
        (-(2**63), "-9223372036854775808"),
        (0.1, "0.1"),
        (1.0, "1.0"),
        (1e300, "1e+300"),
        (math.inf, "Double.infinity"),
        (-math.inf, "-Double.infinity"),
        (math.nan, "Double.nan"),
        (True, "true"),
        (None, "Any?.none"),
        ("plain", '"plain"'),
        ('quote " and \\(code)', '"quote \\" and \\\\(code)"'),
        ("line\nbreak\ttab\0", '"line\\u{a}break\\u{9}tab\\u{0}"'),
        ("é 😀", '"é 😀"'),
        ([1, 2], "[1, 2]"),
        ([1, 2.5], "[1, 2.5]"),
        ([1, "a"], '[1, "a"] as [Any]'),
        ([True, 1], "[true, 1] as [Any]"),
        ([[1], [2]], "[[1], [2]] as [Any]"),
        ([], "[] as [Any]"),
        ({"a": 1}, '["a": 1]'),
        ({"a": 1, "b": "c"}, '["a": 1, "b": "c"] as [String: Any]'),
        ({}, "[:] as [String: Any]"),
    ],
)
def test_values(value, text):
    assert swift(value).strip() == f"// Parameters\nlet x = {text}"


@pytest.mark.parametrize("name, text", [("steps", "steps"), ("repeat", "`repeat`"), ("größe", "größe")])
def test_names(name, text):
    code = papermill.translators.translate_parameters("glassbox", "swift", {name: 1}, "P")
    assert f"let {text} = 1" in code


@pytest.mark.parametrize("name", ["a b", "1a", "", "a;print(1)"])
def test_names_that_swift_does_not_take(name):
    with pytest.raises(ValueError, match="cannot be the name"):
        papermill.translators.translate_parameters("glassbox", "swift", {name: 1}, "P")


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1])
def test_integers_that_do_not_fit(value):
    with pytest.raises(ValueError, match="does not fit"):
        swift(value)
