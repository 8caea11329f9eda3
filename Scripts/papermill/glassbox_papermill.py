"""Lets papermill hand parameters to a Swift notebook.

papermill writes parameters into a cell of their own and has to know how a value is spelt in the notebook's language.
Importing this module tells it how Swift does.
"""

import math
import re

from papermill.engines import NBClientEngine
from papermill.translators import Translator, papermill_translators

_KEYWORDS = frozenset(
    """actor any as associatedtype async await break case catch class continue default defer deinit do else enum
    extension fallthrough false fileprivate for func guard if import in init inout internal is let nil operator
    precedencegroup private protocol public repeat rethrows return self static struct subscript super switch throw
    throws true try typealias var where while""".split()
)
_INTEGERS = range(-(2**63), 2**63)


class SwiftTranslator(Translator):
    """Spells Python values as Swift literals."""

    @classmethod
    def translate_escaped_str(cls, str_val):
        pieces = []
        for character in str(str_val):
            if character in '\\"':
                pieces.append("\\" + character)
            elif character.isprintable():
                pieces.append(character)
            else:
                pieces.append("\\u{%x}" % ord(character))
        return '"' + "".join(pieces) + '"'

    @classmethod
    def translate_none(cls, val):
        return "Any?.none"

    @classmethod
    def translate_int(cls, val):
        if val not in _INTEGERS:
            raise ValueError(f"{val} does not fit into Swift's Int")
        return str(val)

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "Double.nan"
        if math.isinf(val):
            return "-Double.infinity" if val < 0 else "Double.infinity"
        return repr(float(val))

    @classmethod
    def translate_list(cls, val):
        values = list(val)
        text = "[" + ", ".join(cls.translate(value) for value in values) + "]"
        return text if _is_uniform(values) else text + " as [Any]"

    @classmethod
    def translate_dict(cls, val):
        if not val:
            return "[:] as [String: Any]"
        entries = (f"{cls.translate_escaped_str(key)}: {cls.translate(value)}" for key, value in val.items())
        text = "[" + ", ".join(entries) + "]"
        return text if _is_uniform(list(val.values())) else text + " as [String: Any]"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        if not re.fullmatch(r"[^\W\d]\w*", name):
            raise ValueError(f"'{name}' cannot be the name of a variable in Swift")
        return f"let {f'`{name}`' if name in _KEYWORDS else name} = {str_val}"


def _is_uniform(values):
    """Whether Swift can tell the type of the elements by itself."""
    kinds = {type(value) for value in values}
    if kinds <= {int, float} and kinds:
        return True
    return len(kinds) == 1 and kinds <= {str, bool}


class SwiftNotebookEngine(NBClientEngine):
    """papermill's own engine under a second name; papermill finds this module by it."""


papermill_translators.register("swift", SwiftTranslator)
