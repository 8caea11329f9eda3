"""Holds a committed file to what PyTorch gives now. The last digits may differ on another processor."""

import json
import math

# Losses of a hundred steps in float32 drift apart further than single operations do.
TOLERANCES = {"training.json": 1e-4}
TOLERANCE = 1e-11


def difference(path, text):
    """The first difference in words, or nothing."""
    if not path.exists():
        return f"{path.name} is not there yet: run make.py"
    tolerance = TOLERANCES.get(path.name, TOLERANCE)
    old, new = json.loads(path.read_text()), json.loads(text)
    # Another version of PyTorch is no difference while the numbers stay.
    places = differing(old["cases"], new["cases"], tolerance)
    place = next(places, None)
    return None if place is None else f"{path.name} differs at {place}"


def differing(old, new, tolerance, place="cases"):
    """The places where two pieces of JSON are not alike."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        for key in old:
            yield from differing(old[key], new[key], tolerance, f"{place}.{key}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (left, right) in enumerate(zip(old, new)):
            label = left["name"] if isinstance(left, dict) and "name" in left else index
            yield from differing(left, right, tolerance, f"{place}.{label}")
    elif isinstance(old, (int, float)) and isinstance(new, (int, float)):
        if not math.isclose(old, new, rel_tol=tolerance, abs_tol=tolerance):
            yield f"{place}: {old} was committed, {new} comes now"
    elif old != new:
        yield f"{place}: {str(old)[:60]} was committed, {str(new)[:60]} comes now"
