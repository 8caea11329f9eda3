"""Attention: the function with its masks, groups of heads and rotary positions."""

import torch
import torch.nn.functional as F
from transformers.models.gptj.modeling_gptj import apply_rotary_pos_emb as rotate_neighbours
from transformers.models.llama.modeling_llama import apply_rotary_pos_emb as rotate_halves

from groups.modules import add_module
from values import booleans, given, values

INFINITY = float("inf")
CAUSAL = [[True, False, False], [True, True, False], [True, True, True]]


def attention(query, key, value, mask=None, is_causal=False, scale=None, enable_gqa=False):
    """In a mask of truth values, true means that a query may look at a key; numbers are added to the scores."""
    return F.scaled_dot_product_attention(
        query, key, value, attn_mask=mask, is_causal=is_causal, scale=scale, enable_gqa=enable_gqa
    )  # fmt: skip


def attention_weights(query, key, is_causal):
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5
    if is_causal:
        scores = scores.masked_fill(~torch.tensor(CAUSAL), -INFINITY)
    return scores.softmax(-1)


def heads(batch=2, heads=2, queries=3, keys=None, width=4, key_heads=None):
    """Small numbers, so that no weight comes near one."""
    small = {"low": -1.5, "high": 1.5}
    keys, key_heads = keys or queries, key_heads or heads
    return {
        "query": values(batch, heads, queries, width, **small),
        "key": values(batch, key_heads, keys, width, **small),
        "value": values(batch, key_heads, keys, width, **small),
    }


def add_cases(group):
    def add(name, inputs, arguments=None, **options):
        group.add(f"attention, {name}", "scaled_dot_product_attention", attention, inputs, arguments, **options)

    add("plain", heads())
    add("no heads, no batch", {name: values(3, 2, low=-1.5, high=1.5) for name in ["query", "key", "value"]})
    add("one key", heads(queries=3, keys=1))
    add("one query", heads(queries=1, keys=5))
    add("one of everything", heads(1, 1, 1, 1, 1))
    add("more keys than queries", heads(queries=2, keys=4))
    add("values of another width", {**heads(), "value": values(2, 2, 3, 5)})
    add("scale 0.25", heads(), {"scale": 0.25})
    add("causal", heads(), {"is_causal": True})
    add("causal, one token", heads(queries=1), {"is_causal": True})
    add("causal, longer than a vector register", heads(1, 1, 19, 19, 2), {"is_causal": True})
    add_masks(add)
    for key_heads in [1, 2, 4]:
        grouped = heads(1, 4, 3, 3, 2, key_heads)
        add(f"4 heads on {key_heads}", grouped, {"enable_gqa": True, "is_causal": True})
    turned = {
        name: values(2, 3, 2, 4, low=-1.5, high=1.5, permutation=(0, 2, 1, 3)) for name in ["query", "key", "value"]
    }
    add("heads from the middle axis", turned, {"is_causal": True})
    add_known(group, add)
    add_rotary(group)
    add_multi_head(group)


def add_masks(add):
    padding = booleans([[[[True, True, False]]], [[[True, False, False]]]])
    add("padding mask", {**heads(), "mask": padding})
    add("causal mask given", {**heads(), "mask": booleans(CAUSAL)})
    both = torch.tensor(CAUSAL) & padding.draw(None)
    add("causal and padding mask", {**heads(), "mask": booleans(both)})
    add(
        "any mask",
        {**heads(1, 2), "mask": booleans([[[True, False, True], [False, True, True], [False, False, True]]])},
    )
    add(
        "mask for each head",
        {**heads(1, 2, 2, 2), "mask": booleans([[[[True, False], [True, True]], [[True, True], [False, True]]]])},
    )
    add("numbers added", {**heads(), "mask": values(3, 3)})
    minus = given([[0, -INFINITY, -INFINITY], [0, 0, -INFINITY], [0.5, -1, 0]])
    add("minus infinity added", {**heads(), "mask": minus}, gradients=["query", "key", "value"])
    # A query that may look nowhere gets zeros, and sends back zeros.
    nowhere = booleans([[True, False, True], [False, False, False], [True, True, True]])
    add("a query without keys", {**heads(), "mask": nowhere})
    # With a cache of two keys, the first of two new queries sees three keys and the second four.
    cached = booleans([[True, True, True, False], [True, True, True, True]])
    add("two new tokens after a cache of two", {**heads(queries=2, keys=4), "mask": cached})


def add_known(group, add):
    """Three tokens of width 2, small enough for paper."""
    query = given([[1, 0], [0, 1], [1, 1]])
    inputs = {"query": query, "key": query, "value": given([[1, 2], [3, 4], [5, 6]])}
    for is_causal in [False, True]:
        add(f"three tokens on paper, causal {is_causal}", inputs, {"is_causal": is_causal})
        name = f"attention weights, three tokens on paper, causal {is_causal}"
        pair = {"query": query, "key": query}
        group.add(name, "attention_weights", attention_weights, pair, {"is_causal": is_causal})


def rotary(input, base, offset, layout, width):
    """`input` is [batch, heads, time, width]; only the first `width` entries turn, the first token is at `offset`."""
    position = torch.arange(offset, offset + input.shape[2], dtype=torch.float64)
    angle = position[:, None] / base ** (torch.arange(0, width, 2, dtype=torch.float64) / width)
    cos, sin = angle.cos().to(input.dtype), angle.sin().to(input.dtype)
    turning, rest = input[..., :width], input[..., width:]
    if layout == "half-split":
        double = [torch.cat([part, part], -1)[None] for part in (cos, sin)]
        turned, _ = rotate_halves(turning, turning, *double)
    else:
        turned = rotate_neighbours(turning.transpose(1, 2), sin[None], cos[None]).transpose(1, 2)
    return torch.cat([turned, rest], -1)


def add_rotary(group):
    for layout in ["half-split", "interleaved"]:
        for label, shape, facts in [
            ("from the start", (2, 2, 3, 4), {}), ("from position 5", (1, 2, 2, 4), {"offset": 5}),
            ("base 500000", (1, 1, 3, 6), {"base": 500000}), ("in part", (1, 2, 3, 6), {"width": 4}),
            ("one pair", (1, 1, 4, 2), {}), ("no tokens", (1, 2, 0, 4), {}),
        ]:  # fmt: skip
            arguments = {"base": 10000, "offset": 0, "layout": layout, "width": shape[-1], **facts}
            group.add(f"rotary, {layout}, {label}", "rotary", rotary, {"input": values(*shape)}, arguments)
        arguments = {"base": 10000, "offset": 1, "layout": layout, "width": 2}
        group.add(f"rotary, {layout}, 1, 0 at position 1", "rotary", rotary, {"input": given([[[[1, 0]]]])}, arguments)


def add_multi_head(group):
    """PyTorch's module. In its masks of truth values, true means that a query may *not* look at a key."""

    def add(name, inputs, facts=None, options=None, widths=(4, 4, 4)):
        width, key_width, value_width = widths
        made = {"embed_dim": width, "num_heads": 2, "bias": True, **(facts or {})}
        module = torch.nn.MultiheadAttention(**made, kdim=key_width, vdim=value_width, batch_first=True)
        options = {"need_weights": True, "average_attn_weights": False, **(options or {})}

        def run(call, query, key=None, value=None, **masks):
            key = query if key is None else key
            output, weights = call(query, key, key if value is None else value, **masks, **options)
            return {"output": output, "weights": weights}

        arguments = {**made, "kdim": key_width, "vdim": value_width, **options}
        add_module(group, f"MultiheadAttention, {name}", "MultiheadAttention", module, inputs, arguments, run=run)

    add("self", {"query": values(2, 3, 4)})
    add("self, no bias", {"query": values(2, 3, 4)}, {"bias": False})
    add("self, average weights", {"query": values(2, 3, 4)}, options={"average_attn_weights": True})
    add("self, one head", {"query": values(2, 3, 4)}, {"num_heads": 1})
    add("cross", {"query": values(2, 2, 4), "key": values(2, 3, 4), "value": values(2, 3, 4)})
    add(
        "cross, other widths",
        {"query": values(1, 2, 4), "key": values(1, 3, 5), "value": values(1, 3, 3)},
        widths=(4, 5, 3),
    )
    forbidden = booleans(~torch.tensor(CAUSAL))
    add("causal", {"query": values(2, 3, 4), "attn_mask": forbidden})
    padding = booleans([[False, False, True], [False, True, True]])
    add("padding", {"query": values(2, 3, 4), "key_padding_mask": padding})
    add("causal and padding", {"query": values(2, 3, 4), "attn_mask": forbidden, "key_padding_mask": padding})
