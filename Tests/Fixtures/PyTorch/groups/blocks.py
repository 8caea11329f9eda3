"""Whole transformer blocks: PyTorch's encoder and decoder layers, GPT-2's and Llama's blocks, small models."""

import torch
from torch import nn
from transformers import GPT2Config, LlamaConfig
from transformers.models.gpt2.modeling_gpt2 import GPT2Block
from transformers.models.llama.modeling_llama import LlamaDecoderLayer

from groups.modules import add_module
from values import booleans, values

# In these masks, true means that a query may not look at a key.
FUTURE = booleans(torch.ones(3, 3, dtype=torch.bool).triu(1))
PADDING = booleans([[False, False, True], [False, False, False]])
MEMORY_PADDING = booleans([[False, False, False, True], [False, False, True, True]])


def add_cases(group):
    for norm_first in [False, True]:
        for activation in ["relu", "gelu"]:
            add_encoder(group, norm_first, activation)
            add_decoder(group, norm_first, activation)
    add_stack(group)
    add_gpt2(group)
    add_llama(group)


def made(norm_first, activation):
    return {"d_model": 4, "nhead": 2, "dim_feedforward": 6, "activation": activation, "norm_first": norm_first}


def add_encoder(group, norm_first, activation):
    arguments = made(norm_first, activation)
    label = f"norm first {norm_first}, {activation}"
    for masks in [{}, {"src_mask": FUTURE}, {"src_key_padding_mask": PADDING}]:
        if masks and activation == "relu":
            continue
        module = nn.TransformerEncoderLayer(**arguments, dropout=0, batch_first=True)
        run = lambda call, input, **given: call(input, **given)
        name = ", ".join(["encoder block", label, *masks])
        inputs = {"input": values(2, 3, 4), **masks}
        add_module(group, name, "TransformerEncoderLayer", module, inputs, arguments, run=run)


def add_decoder(group, norm_first, activation):
    """Looks at itself behind a causal mask, then at the memory, which is what an encoder gave."""
    arguments = made(norm_first, activation)
    label = f"norm first {norm_first}, {activation}"
    for masks in [{"tgt_mask": FUTURE}, {"tgt_mask": FUTURE, "memory_key_padding_mask": MEMORY_PADDING}]:
        if len(masks) > 1 and activation == "relu":
            continue
        module = nn.TransformerDecoderLayer(**arguments, dropout=0, batch_first=True)
        run = lambda call, input, memory, **given: call(input, memory, **given)
        name = ", ".join(["decoder block", label, *masks])
        inputs = {"input": values(2, 3, 4), "memory": values(2, 4, 4), **masks}
        add_module(group, name, "TransformerDecoderLayer", module, inputs, arguments, run=run)


def add_stack(group):
    """An encoder and a decoder of one block each, with the norms at their ends."""
    arguments = {**made(True, "gelu"), "num_encoder_layers": 1, "num_decoder_layers": 1}
    module = nn.Transformer(**arguments, dropout=0, batch_first=True)
    run = lambda call, source, target, **masks: call(source, target, **masks)
    inputs = {"source": values(1, 4, 4), "target": values(1, 3, 4), "tgt_mask": FUTURE}
    add_module(group, "encoder and decoder", "Transformer", module, inputs, arguments, run=run)


def add_gpt2(group):
    """Norm first, causal, GELU by tanh, one projection for query, key and value; weights are [in, out]."""
    arguments = {"n_embd": 4, "n_head": 2, "n_inner": 16, "layer_norm_epsilon": 1e-5}
    config = GPT2Config(**arguments, attn_pdrop=0, resid_pdrop=0, attn_implementation="sdpa")
    module = GPT2Block(config, layer_idx=0)
    add_module(group, "GPT-2 block", "GPT2Block", module, {"input": values(2, 3, 4)}, arguments, run=first_output)


def first_output(call, input):
    output = call(input)
    return output[0] if isinstance(output, tuple) else output


def add_llama(group):
    """RMS norm, rotary positions on halves, groups of heads, SwiGLU, no biases."""
    for key_heads in [1, 2]:
        arguments = {
            "hidden_size": 8, "num_attention_heads": 2, "num_key_value_heads": key_heads, "intermediate_size": 6,
            "rms_norm_eps": 1e-5, "rope_theta": 10000,
        }  # fmt: skip
        config = LlamaConfig(**arguments, attn_implementation="sdpa")
        module = LlamaDecoderLayer(config, layer_idx=0)
        # Llama's own norm computes in float32 whatever it is given.
        for name in ["input_layernorm", "post_attention_layernorm"]:
            setattr(module, name, nn.RMSNorm(8, eps=1e-5))

        def run(call, input):
            slowness = 10000 ** torch.tensor([0, 0.5], dtype=torch.float64)
            angles = torch.arange(input.shape[1], dtype=torch.float64)[:, None] / slowness
            table = torch.cat([angles, angles], -1)[None]
            return first_output(lambda input: call(input, position_embeddings=cosines(table, input.dtype)), input)

        add_module(
            group,
            f"Llama block, {key_heads} key heads",
            "LlamaDecoderLayer",
            module,
            {"input": values(2, 3, 8)},
            arguments,
            run=run,
        )


def cosines(angles, dtype):
    return angles.cos().to(dtype), angles.sin().to(dtype)
