"""Makes references.json: the normal distribution as mpmath computes it with 60 digits.

Run from anywhere:  python3 make_references.py        (made with Python 3.11 and mpmath 1.3.0)
"""

import json
from pathlib import Path

import mpmath

mpmath.mp.dps = 60


def probability_below(x):
    return mpmath.erfc(-mpmath.mpf(x) / mpmath.sqrt(2)) / 2


def quantile(p):
    """By bisection on the logarithm of the smaller side, which no starting value can lead astray."""
    p = mpmath.mpf(p)
    if p == 0.5:
        return p - p
    if p > 0.5:
        return -quantile(1 - p)
    low, high = mpmath.mpf(-40), mpmath.mpf(0)
    for _ in range(150):
        middle = (low + high) / 2
        low, high = (middle, high) if probability_below(middle) < p else (low, middle)
    return (low + high) / 2


def main():
    probabilities = [k / 64 for k in range(1, 64)] + [0.075, 0.925, 0.0749999, 0.9250001]
    probabilities += [2.0**-k for k in (7, 10, 15, 20, 30, 35, 36, 37, 40, 53, 60, 100, 300, 700, 1000, 1022)]
    probabilities += [1 - 2.0**-k for k in (7, 10, 20, 30, 36, 37, 40, 52, 53)]
    numbers = [k / 8 for k in range(-80, 81)] + [-37.0, -30.0, -25.5, -20.0, -15.0, 2.999999, -2.999999, 3.000001, -3.000001]
    references = {
        "quantiles": [[p.hex(), float(quantile(p)).hex()] for p in probabilities],
        "probabilities": [[x.hex(), float(probability_below(x)).hex()] for x in numbers],
    }
    Path(__file__).with_name("references.json").write_text(json.dumps(references, indent=0) + "\n")


if __name__ == "__main__":
    main()
