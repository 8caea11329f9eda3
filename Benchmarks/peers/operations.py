"""Single operations. Each function takes the sizes of a case and gives the call to be timed."""

import torch
import torch.nn.functional as F


def forward(function):
    """A call that notes nothing for gradients."""
    return torch.no_grad()(function)


def forward_and_backward(function, leaves):
    """A call that fills the leaves' gradients afresh. The output's own gradient is given: ones."""
    seed = torch.ones_like(function())

    def call():
        for leaf in leaves:
            leaf.grad = None
        function().backward(seed)

    return call


def softmax(shape):
    x = torch.randn(shape)
    return forward(lambda: torch.softmax(x, -1))


def layer_norm(shape):
    x = torch.randn(shape, requires_grad=True)
    scale, shift = torch.ones(shape[-1], requires_grad=True), torch.zeros(shape[-1], requires_grad=True)
    return forward_and_backward(lambda: F.layer_norm(x, shape[-1:], scale, shift), [x, scale, shift])


def gelu(shape):
    x = torch.randn(shape, requires_grad=True)
    return forward_and_backward(lambda: F.gelu(x, approximate="tanh"), [x])


def adamw(count, shape):
    parameters = [torch.nn.Parameter(torch.randn(shape)) for _ in range(count)]
    for parameter in parameters:
        parameter.grad = torch.randn(shape)
    return torch.optim.AdamW(parameters, lr=1e-3, fused=True).step


def embedding(vocabulary, width, count):
    table = torch.randn(vocabulary, width, requires_grad=True)
    index = torch.randint(0, vocabulary, (count,))
    return forward_and_backward(lambda: F.embedding(index, table), [table])


def gather(shape, count):
    x = torch.randn(shape)
    index = torch.randint(0, shape[-1], (shape[0], count))
    return forward(lambda: torch.gather(x, -1, index))


def transpose(shape, axes):
    x = torch.randn(shape)
    return forward(lambda: x.permute(axes).contiguous())


def total(shape, axis):
    x = torch.randn(shape)
    return forward(lambda: torch.sum(x) if axis is None else torch.sum(x, axis))


def largest(shape, axis):
    x = torch.randn(shape)
    return forward(lambda: torch.amax(x, axis))


def cross_entropy(shape):
    logits = torch.randn(shape, requires_grad=True)
    targets = torch.randint(0, shape[-1], (shape[0],))
    return forward_and_backward(lambda: F.cross_entropy(logits, targets), [logits])


def matmul(size):
    left, right = torch.randn(2, size, size)
    return forward(lambda: left @ right)


KINDS = {
    "softmax": softmax,
    "layer-norm": layer_norm,
    "gelu": gelu,
    "adamw": adamw,
    "embedding": embedding,
    "gather": gather,
    "transpose": transpose,
    "sum-last": total,
    "sum-first": total,
    "sum-all": total,
    "max-last": largest,
    "cross-entropy": cross_entropy,
    "matmul": matmul,
}
