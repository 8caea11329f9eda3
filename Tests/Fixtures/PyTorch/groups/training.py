"""A hundred steps of a small GPT: weights and batches by formula, losses and gradient norms from PyTorch."""

import math

import torch
import torch.nn.functional as F
from torch import nn

from groups.formula import STREAM_RULES, WEIGHT_RULES, batch, fill, stream

DTYPES = {"weights": "float32", "outputs": "float32 and float64"}
STEPS = 100
MODEL = {"layers": 4, "heads": 4, "width": 128, "vocabulary": 65, "block": 64}
TRAINING = {
    "batch": 12, "steps": STEPS, "optimizer": "AdamW", "lr": 0.001, "betas": [0.9, 0.999], "eps": 1e-8,
    "weight_decay": 0.01, "clip_norm": 1.0,
}  # fmt: skip
DETAILS = [
    "token embedding + learned position embedding, no dropout",
    "each block: x = x + projection(attention(layer norm 1(x))), x = x + fc2(gelu_tanh(fc1(layer norm 2(x))))",
    "qkv is one linear layer whose output is query, key, value in this order, each split into heads in order",
    "attention is causal, scores are divided by the square root of the head's width",
    "a layer norm (eps 1e-5) after the last block, logits by the token embedding's transpose, no bias",
    "every other linear layer has a bias; weights are [out, in]; fc1 is 4 times the width",
    "the loss is the mean cross-entropy over batch and time",
    "each step: loss, backward, clip by global norm (divisor norm + 1e-6, only if it shrinks), AdamW on all parameters",
]


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.ln1, self.ln2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.projection = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.fc1, self.fc2 = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        batch, time, width = x.shape
        parts = self.qkv(self.ln1(x)).split(width, 2)
        query, key, value = (part.view(batch, time, self.heads, -1).transpose(1, 2) for part in parts)
        mixed = F.scaled_dot_product_attention(query, key, value, is_causal=True)
        x = x + self.projection(mixed.transpose(1, 2).reshape(batch, time, width))
        return x + self.fc2(F.gelu(self.fc1(self.ln2(x)), approximate="tanh"))


class GPT(nn.Module):
    def __init__(self, layers, heads, width, vocabulary, block):
        super().__init__()
        self.tokens, self.positions = nn.Embedding(vocabulary, width), nn.Embedding(block, width)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.ln = nn.LayerNorm(width)

    def forward(self, tokens, targets):
        x = self.tokens(tokens) + self.positions(torch.arange(tokens.shape[1]))
        for block in self.blocks:
            x = block(x)
        logits = F.linear(self.ln(x), self.tokens.weight)
        return F.cross_entropy(logits.flatten(0, 1), targets.flatten())


def train(dtype):
    model = GPT(**MODEL)
    fill(model)
    model.to(dtype)
    settings = {key: TRAINING[key] for key in ["lr", "betas", "eps", "weight_decay"]}
    optimizer = torch.optim.AdamW(model.parameters(), **settings)
    losses, norms = [], []
    for step in range(STEPS):
        loss = model(*batch(step, TRAINING["batch"], MODEL["block"]))
        optimizer.zero_grad()
        loss.backward()
        norms.append(nn.utils.clip_grad_norm_(model.parameters(), TRAINING["clip_norm"]).item())
        optimizer.step()
        losses.append(loss.item())
    return losses, norms


def add_cases(group):
    model = GPT(**MODEL)
    fill(model)
    parameters = [
        {
            "name": name,
            "shape": list(tensor.shape),
            "first": [float(format(value, ".9g")) for value in tensor.flatten()[:4].tolist()],
            "sum": float(format(tensor.double().sum().item(), ".12g")),
        }
        for name, tensor in model.named_parameters()
    ]
    tokens, targets = batch(0, TRAINING["batch"], MODEL["block"])
    checks = {
        "stream_start": stream()[:128].tolist(),
        "stream_sum": stream().sum().item(),
        "batch_0_row_0": tokens[0].tolist(),
        "batch_0_row_0_targets": targets[0].tolist(),
        "batch_99_sum": batch(99, TRAINING["batch"], MODEL["block"])[0].sum().item(),
        "parameter_count": sum(parameter.numel() for parameter in model.parameters()),
    }
    outcome = {}
    for name, dtype, digits in [("float32", torch.float32, 9), ("float64", torch.float64, 15)]:
        losses, norms = train(dtype)
        outcome[name] = {
            "losses": [float(format(value, f".{digits}g")) for value in losses],
            "gradient_norms": [float(format(value, f".{digits}g")) for value in norms],
        }
    apart = max(abs(a - b) for a, b in zip(outcome["float32"]["losses"], outcome["float64"]["losses"]))
    assert abs(outcome["float64"]["losses"][0] - math.log(MODEL["vocabulary"])) < 0.1
    group.note(
        "GPT, 100 steps", "training", model=MODEL, details=DETAILS, training=TRAINING, weights=WEIGHT_RULES,
        stream=STREAM_RULES,
        parameters=parameters, checks=checks, **outcome, largest_difference=float(format(apart, ".3g")),
    )  # fmt: skip
