"""Writes down what transformers' filters and its beam search make of small inputs, and makes a tiny model that translates.

    python make.py FOLDER
"""

import json
import pathlib
import sys

import torch
from safetensors.torch import save_file
from transformers import GPT2LMHeadModel, LlamaForCausalLM, MarianConfig, MarianMTModel
from transformers.generation.logits_process import (
    MinPLogitsWarper, RepetitionPenaltyLogitsProcessor, TemperatureLogitsWarper, TopKLogitsWarper, TopPLogitsWarper)


def numbers(row):
    return [None if value == float("-inf") else float(f"{value:.7g}") for value in row]


def filters():
    generator = torch.Generator().manual_seed(3)
    cases = []
    makers = [("temperature", TemperatureLogitsWarper, [0.5, 0.7, 2.0]), ("topK", TopKLogitsWarper, [1, 3, 50]),
              ("topP", TopPLogitsWarper, [0.1, 0.5, 0.9, 0.999]), ("minP", MinPLogitsWarper, [0.01, 0.2, 0.9]),
              ("repetitionPenalty", RepetitionPenaltyLogitsProcessor, [1.3, 2.0])]
    rows = [torch.randn(12, generator=generator) * scale for scale in (0.5, 2, 6)]
    rows += [torch.tensor([1.0, 1, 1, 1, 0, 0]), torch.tensor([2.0, 2, 2, -5]), torch.zeros(4)]
    for name, make, settings in makers:
        for setting in settings:
            for row in rows:
                context = torch.tensor([[0, 2, 2, 3]])
                # Rounded first, so that both sides see the same numbers.
                row = torch.tensor(numbers(row.tolist()))
                out = make(setting)(context, row.clone().unsqueeze(0))[0]
                cases.append({"filter": name, "setting": setting, "scores": numbers(row.tolist()),
                              "context": context[0].tolist(), "expected": numbers(out.tolist())})
    return cases


def beams(folder):
    model = GPT2LMHeadModel.from_pretrained(folder).eval()
    cases = []
    for prompt in ([5, 9], [7, 7, 30], [12]):
        for count in (1, 2, 4):
            for penalty in (0.0, 1.0, 2.0):
                out = model.generate(
                    torch.tensor([prompt]), num_beams=count, num_return_sequences=count, do_sample=False,
                    max_new_tokens=6, length_penalty=penalty, eos_token_id=None, pad_token_id=0,
                    return_dict_in_generate=True, output_scores=True)
                scores = out.sequences_scores.tolist() if count > 1 else []
                cases.append({"prompt": prompt, "beams": count, "penalty": penalty, "scores": scores,
                              "texts": [text[len(prompt):] for text in out.sequences.tolist()]})
    return cases


# What transformers is told, and what it is called here.
STOPPING = {True: "whenFull", False: "whenNoneIsBetter", "never": "whenNoneCanBecomeBetter"}


def searched(model, inputs, length, count, ends, penalty, stopping, **control):
    """The texts that a beam search finds behind the first `length` tokens, each up to its end, and their scores."""
    out = model.generate(
        inputs, num_beams=count, num_return_sequences=count, do_sample=False, max_new_tokens=10, length_penalty=penalty,
        early_stopping=stopping, eos_token_id=ends, pad_token_id=0, return_dict_in_generate=True, output_scores=True,
        **control)
    texts = []
    for row in out.sequences.tolist():
        row = row[length:]
        first = min((row.index(end) for end in ends if end in row), default=None)
        texts.append(row[:10] if first is None else row[:first + 1])
    return {"beams": count, "ends": ends, "penalty": penalty, "stopping": STOPPING[stopping], "texts": texts,
            "scores": out.sequences_scores.tolist() if count > 1 else []}


def ends(folders):
    """Searches in which some texts end before the others."""
    cases = []
    for name, kind in [("gpt2", GPT2LMHeadModel), ("llama", LlamaForCausalLM)]:
        model = kind.from_pretrained(folders / name).eval()
        for number, prompt in enumerate([[5, 9], [31, 6, 22, 18]]):
            prompt_tensor = torch.tensor([prompt])
            # Ends that are likely enough to be written: the second best token after the prompt, and the third.
            likely = model(prompt_tensor).logits[0, -1].argsort(descending=True).tolist()
            for tokens in ([likely[1]], [likely[2]], [likely[3], likely[5]]):
                for count in (1, 2, 4):
                    for penalty in ((0.0, 1.0) if number % 2 else (0.6, 2.0, -0.5)):
                        for stopping in ((False,) if count == 1 else STOPPING):
                            cases.append({"model": name, "prompt": prompt} | searched(
                                model, prompt_tensor, len(prompt), count, tokens, penalty, stopping))
    return cases


# What a text must or may not have, by the names that transformers has for it.
CONTROLS = [
    {"repetition_penalty": 1.5}, {"repetition_penalty": 0.7}, {"no_repeat_ngram_size": 1}, {"no_repeat_ngram_size": 2},
    {"no_repeat_ngram_size": 3, "repetition_penalty": 1.2}, {"min_new_tokens": 6}, {"min_length": 7},
    {"min_new_tokens": 4, "no_repeat_ngram_size": 2, "repetition_penalty": 1.3}]


def controls(folders):
    """Greedy and beam searches whose scores are changed on the way."""
    cases = []
    for name, kind in [("gpt2", GPT2LMHeadModel), ("llama", LlamaForCausalLM)]:
        model = kind.from_pretrained(folders / name).eval()
        for prompt in ([5, 9], [31, 6, 22, 6, 18]):
            likely = model(torch.tensor([prompt])).logits[0, -1].argsort(descending=True).tolist()
            for tokens in ([likely[0]], [likely[1], likely[4]]):
                for control in CONTROLS:
                    for count in (1, 3):
                        cases.append({"model": name, "prompt": prompt, "control": control} | searched(
                            model, torch.tensor([prompt]), len(prompt), count, tokens, 1.0, False, **control))
    return cases


def translations(target):
    """A tiny model of the field that is built as the first transformer, and what it translates."""
    torch.manual_seed(5)
    width, heads, words = 16, 2, 24
    model = MarianMTModel(MarianConfig(
        vocab_size=words, d_model=width, encoder_layers=2, decoder_layers=2, encoder_attention_heads=heads,
        decoder_attention_heads=heads, encoder_ffn_dim=20, decoder_ffn_dim=20, activation_function="relu",
        max_position_embeddings=32, scale_embedding=True, share_encoder_decoder_embeddings=True, pad_token_id=0,
        eos_token_id=2, decoder_start_token_id=1, forced_eos_token_id=None)).eval()
    generator = torch.Generator().manual_seed(5)
    # In the paper sine and cosine stand side by side.
    angles = torch.arange(32).double()[:, None] / 10000 ** (torch.arange(0, width, 2).double() / width)
    waves = torch.stack([angles.sin(), angles.cos()], -1).reshape(32, width).float()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "embed_positions" in name:
                parameter.copy_(waves)
            else:
                parameter.add_(torch.randn(parameter.shape, generator=generator) * 0.3)
        # Farther apart, so that beams matter: rows as large as the first transformer's.
        model.model.shared.weight.copy_(torch.randn(words, width, generator=generator) / width ** 0.5)
    state = model.state_dict()
    tensors = {"sourceTokens.weight": state["model.shared.weight"]}

    def copy(there, here, attentions):
        for old, new in attentions:
            for kind in ("weight", "bias"):
                packed = [state[f"{there}.{old}.{name}_proj.{kind}"] for name in "qkv"]
                tensors[f"{here}.{new}.projection.{kind}"] = torch.cat(packed)
                tensors[f"{here}.{new}.output.{kind}"] = state[f"{there}.{old}.out_proj.{kind}"]
                tensors[f"{here}.{new}Norm.{kind}".replace("AttentionNorm", "Norm")] = state[f"{there}.{old}_layer_norm.{kind}"]
        for old, new in [("fc1", "feedForward.up"), ("fc2", "feedForward.down"), ("final_layer_norm", "feedForwardNorm")]:
            for kind in ("weight", "bias"):
                tensors[f"{here}.{new}.{kind}"] = state[f"{there}.{old}.{kind}"]

    for number in range(2):
        copy(f"model.encoder.layers.{number}", f"encoder.{number}", [("self_attn", "attention")])
        copy(f"model.decoder.layers.{number}", f"decoder.{number}",
             [("self_attn", "attention"), ("encoder_attn", "memoryAttention")])
    folder = target / "translation"
    folder.mkdir(exist_ok=True)
    save_file({name: tensor.contiguous().clone() for name, tensor in tensors.items()}, folder / "model.safetensors")
    settings = {"model_type": "glassbox-encoder-decoder", "source_vocab_size": words, "target_vocab_size": words,
                "hidden_size": width, "num_hidden_layers": 2, "num_attention_heads": heads, "intermediate_size": 20,
                "dropout": 0, "tie_word_embeddings": True, "decoder_start_token_id": 1, "eos_token_id": 2}
    (folder / "config.json").write_text(json.dumps(settings) + "\n")
    cases = []
    for source in ([5, 9, 7], [11], [3, 20, 4, 4, 17, 8]):
        source_tensor = torch.tensor([source])
        first = model(source_tensor, decoder_input_ids=torch.tensor([[1]])).logits[0, -1]
        likely = [token for token in first.argsort(descending=True).tolist() if token > 1]
        for end in (likely[1], likely[2]):
            for count in (1, 2, 4):
                for penalty in (0.0, 1.0):
                    for stopping in ((False,) if count == 1 else STOPPING):
                        cases.append({"source": source} | searched(
                            model, source_tensor, 1, count, [end], penalty, stopping))
    return cases


def main():
    target = pathlib.Path(sys.argv[1])
    folders = pathlib.Path(__file__).parent.parent.parent / "LanguageModelsTests/Fixtures/folders"
    with torch.no_grad():
        written = {"filters": filters(), "beams": beams(folders / "gpt2"), "ends": ends(folders), "controls": controls(folders),
                   "translations": translations(target)}
    (target / "generation.json").write_text(json.dumps(written) + "\n")


main()
