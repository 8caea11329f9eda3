"""Text from a model, one token at a time, with a cache of keys and values."""

import torch

from training import gpt2_model


def gpt2(layers, heads, width, vocabulary, block, batch, prompt, tokens):
    """A loop of its own: the method `generate` of transformers does the same work with more around it."""
    model = gpt2_model(layers, heads, width, vocabulary, block).eval()
    start = torch.randint(0, vocabulary, (batch, prompt))

    @torch.inference_mode()
    def generate():
        given, cache = start, None
        for _ in range(tokens):
            output = model(given, past_key_values=cache, use_cache=True, logits_to_keep=1)
            given, cache = output.logits[:, -1].argmax(-1, keepdim=True), output.past_key_values

    return generate


# The peer has float32 in both.
KINDS = {"gpt2-generation": gpt2, "gpt2-generation-int8": gpt2}
