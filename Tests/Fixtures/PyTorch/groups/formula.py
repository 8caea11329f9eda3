"""Weights and text by formula, so that megabytes need not be committed: any language makes the same numbers."""

import functools

import torch

MASK = 0xFFFFFFFF
# Odd, so that the parameters' numbers start far apart.
STRIDE = 0x9E3779B1
BOUND, NARROW_BOUND = 0.035, 0.0125
WORDS, WORD_LENGTHS, LETTERS, STREAM_LENGTH = 40, 6, 64, 20_000

WEIGHT_RULES = [
    "hash(x) on 32-bit unsigned integers: x ^= x >> 16; x *= 0x7feb352d; x ^= x >> 15; x *= 0x846ca68b; x ^= x >> 16",
    "parameter p is the p-th in the order of `parameters`, from 0; entry i counts in row-major order, from 0",
    "value(p, i) = float32(((hash(i + hash(p * 0x9E3779B1 + 1)) + 0.5) / 2^32 * 2 - 1) * bound), in double to the end",
    "sums and products of integers are modulo 2^32",
    "bound = 0.035, but 0.0125 for the weights of projection and fc2",
    "every bias is 0, every weight of a layer norm is 1",
]
STREAM_RULES = [
    "there are 40 words; word w has 2 + hash(w + 1000) mod 6 letters",
    "letter j of word w is 1 + hash(w * 16 + j + 5000) mod 64",
    "the n-th word of the text, from 0, is min(hash(2n + 100000) mod 40, hash(2n + 100001) mod 40)",
    "a 0 follows each word",
    "the stream is the first 20,000 tokens of that text",
    "row r of the batch of step s (both from 0) starts at o = hash(s * 12 + r + 700000) mod (20000 - 65)",
    "its tokens are stream[o ..< o + 64], its targets stream[o + 1 ..< o + 65]",
]


def mixed(x):
    """A 32-bit integer, well stirred: 'lowbias32' of Wellons, Prospecting for Hash Functions (2018)."""
    x &= MASK
    x = ((x ^ (x >> 16)) * 0x7FEB352D) & MASK
    x = ((x ^ (x >> 15)) * 0x846CA68B) & MASK
    return x ^ (x >> 16)


def uniform(parameter, count, bound):
    start = mixed(parameter * STRIDE + 1)
    numbers = [((mixed(index + start) + 0.5) / 2**32 * 2 - 1) * bound for index in range(count)]
    return torch.tensor(numbers, dtype=torch.float64).float()


def fill(model):
    """Gives a model its first weights, in the order in which it names its parameters."""
    with torch.no_grad():
        for number, (name, parameter) in enumerate(model.named_parameters()):
            if name.endswith("bias"):
                parameter.zero_()
            elif parameter.dim() == 1:
                parameter.fill_(1)
            else:
                is_narrow = name.endswith(("projection.weight", "fc2.weight"))
                bound = NARROW_BOUND if is_narrow else BOUND
                parameter.copy_(uniform(number, parameter.numel(), bound).view_as(parameter))


@functools.cache
def stream():
    words = [
        [1 + mixed(word * 16 + letter + 5000) % LETTERS for letter in range(2 + mixed(word + 1000) % WORD_LENGTHS)]
        for word in range(WORDS)
    ]
    tokens, number = [], 0
    while len(tokens) < STREAM_LENGTH:
        picks = [mixed(2 * number + 100_000 + side) % WORDS for side in range(2)]
        tokens += [*words[min(picks)], 0]
        number += 1
    return torch.tensor(tokens[:STREAM_LENGTH])


def batch(step, rows, length):
    """[rows, length] tokens, and for each the token after it."""
    starts = [mixed(step * rows + row + 700_000) % (STREAM_LENGTH - length - 1) for row in range(rows)]
    text = stream()
    inputs = torch.stack([text[start : start + length] for start in starts])
    targets = torch.stack([text[start + 1 : start + length + 1] for start in starts])
    return inputs, targets
