"""How many multiplications and additions of numbers a case asks for: what its time is held against the machine's peak with.

Only the products of matrices count; all else is the rest that a share of the peak leaves. A way back is twice the way
there, but for the inputs of the first layer, which need no gradient.
"""


def products(rows, widths):
    """The way there through linear layers of these widths: 2 · rows · inputs · outputs each."""
    return sum(2 * rows * inputs * outputs for inputs, outputs in zip(widths, widths[1:]))


def gpt(sizes, time):
    """Each block has weights of 12 · width² numbers, and attention, of which half of the pairs are hidden."""
    width, tokens = sizes["width"], sizes["batch"] * time
    weights = sizes["layers"] * 12 * width**2 + sizes["vocabulary"] * width
    attention = sizes["layers"] * 2 * 2 * width * time / 2
    return 3 * tokens * (2 * weights + attention)


def lstm(sizes):
    """Four gates for each step, from the input and from the state before."""
    steps, hidden = sizes["batch"] * sizes["time"], sizes["hidden"]
    inputs, states = products(steps, [sizes["input"], 4 * hidden]), products(steps, [hidden, 4 * hidden])
    return 2 * inputs + 3 * states


def mlp(sizes):
    return 3 * products(sizes["batch"], sizes["widths"]) - products(sizes["batch"], sizes["widths"][:2])


KINDS = {
    "gpt-training": lambda sizes: gpt(sizes, sizes["block"]),
    "gpt2-training": lambda sizes: gpt(sizes, sizes["time"]),
    "lstm-training": lstm,
    "mlp-training": mlp,
    "matmul": lambda sizes: 2 * sizes["size"] ** 3,
}


def operations(case):
    """The number for one call, or None for a case that is no product of matrices."""
    count = KINDS.get(case["kind"])
    return count and count(case["sizes"])
