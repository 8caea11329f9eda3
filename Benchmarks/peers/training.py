"""Training steps: forward, backward, clip where a GPT is trained, and PyTorch's fused AdamW."""

import torch
import torch.nn.functional as F
from torch import nn

from gpt import GPT


def step_of(model, loss_of, clip=None):
    """One step of training as a function without arguments."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, fused=True)

    def step():
        optimizer.zero_grad()
        loss_of().backward()
        if clip is not None:
            nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()

    return step


def cross_entropy(logits, targets):
    return F.cross_entropy(logits.flatten(0, -2), targets.flatten())


def gpt(layers, heads, width, vocabulary, block, batch):
    model = GPT(layers, heads, width, vocabulary, block)
    tokens, targets = torch.randint(0, vocabulary, (2, batch, block))
    return step_of(model, lambda: cross_entropy(model(tokens), targets), clip=1.0)


def gpt2_model(layers, heads, width, vocabulary, block):
    """GPT-2 as transformers has it, with random weights and without dropout."""
    from transformers import GPT2Config, GPT2LMHeadModel

    sizes = {"n_layer": layers, "n_head": heads, "n_embd": width, "vocab_size": vocabulary, "n_positions": block}
    return GPT2LMHeadModel(GPT2Config(**sizes, resid_pdrop=0, embd_pdrop=0, attn_pdrop=0))


def gpt2(layers, heads, width, vocabulary, block, batch, time):
    model = gpt2_model(layers, heads, width, vocabulary, block).train()
    tokens, targets = torch.randint(0, vocabulary, (2, batch, time))
    return step_of(model, lambda: cross_entropy(model(tokens, use_cache=False).logits, targets), clip=1.0)


def lstm(batch, time, input, hidden, classes=10):
    layer, head = nn.LSTM(input, hidden, batch_first=True), nn.Linear(hidden, classes)
    x, targets = torch.randn(batch, time, input), torch.randint(0, classes, (batch,))
    return step_of(nn.ModuleList([layer, head]), lambda: cross_entropy(head(layer(x)[0][:, -1]), targets))


def mlp(batch, widths):
    layers = [nn.Linear(width, following) for width, following in zip(widths, widths[1:])]
    between = [part for layer in layers[:-1] for part in (layer, nn.ReLU())]
    model = nn.Sequential(*between, layers[-1])
    x, targets = torch.randn(batch, widths[0]), torch.randint(0, widths[-1], (batch,))
    return step_of(model, lambda: cross_entropy(model(x), targets))


KINDS = {"gpt-training": gpt, "gpt2-training": gpt2, "lstm-training": lstm, "mlp-training": mlp}
