"""Makes tiny model folders with random weights, and writes down what transformers makes of some tokens.

    python make.py FOLDER [SEED]

Or loads such folders, which another program has saved, and sees whether transformers still makes the same of the tokens:

    python make.py --check FOLDER
"""

import json
import pathlib
import sys

import torch
import transformers
from transformers import (
    BertConfig, BertForMaskedLM, BertForQuestionAnswering, BertForSequenceClassification, BertForTokenClassification,
    BertModel, DistilBertConfig, DistilBertForMaskedLM, DistilBertForQuestionAnswering,
    DistilBertForSequenceClassification, DistilBertForTokenClassification, GPT2Config, GPT2ForSequenceClassification,
    GPT2ForTokenClassification, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM, LlamaForSequenceClassification,
    LlamaForTokenClassification)

VOCABULARY = 40
GPT2 = dict(vocab_size=VOCABULARY, n_positions=24, n_embd=16, n_layer=2, n_head=2, bos_token_id=1, eos_token_id=2)
LLAMA = dict(vocab_size=VOCABULARY, max_position_embeddings=24, hidden_size=16, intermediate_size=24,
             num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2, bos_token_id=1, eos_token_id=2)
BERT = dict(vocab_size=VOCABULARY, max_position_embeddings=24, hidden_size=16, intermediate_size=24,
            num_hidden_layers=2, num_attention_heads=2)
DISTILBERT = dict(vocab_size=VOCABULARY, max_position_embeddings=24, dim=16, hidden_dim=24, n_layers=2, n_heads=2)
LABELS = dict(id2label={0: "sport", 1: "weather", 2: "music"}, label2id={"sport": 0, "weather": 1, "music": 2})

LONG_HEADS = dict(num_attention_heads=2, num_key_value_heads=1)
# Those without numbers that are learned.
ACTIVATIONS = ["gelu", "gelu_10", "gelu_accurate", "gelu_fast", "gelu_new", "gelu_python", "gelu_python_tanh",
               "gelu_pytorch_tanh", "hardswish", "laplace", "leaky_relu", "linear", "mish", "quick_gelu", "relu", "relu2",
               "relu6", "sigmoid", "silu", "sqrtsoftplus", "swish", "tanh"]

# The name of a folder, what is in it, and how it is saved.
FOLDERS = [
    ("gpt2", lambda: GPT2LMHeadModel(GPT2Config(**GPT2)), {}),
    ("gpt2-relu", lambda: GPT2LMHeadModel(GPT2Config(**GPT2, n_inner=20, activation_function="relu",
                                                     layer_norm_epsilon=1e-3)), {}),
    ("gpt2-shards", lambda: GPT2LMHeadModel(GPT2Config(**GPT2)), {"max_shard_size": "12KB"}),
    ("gpt2-half", lambda: GPT2LMHeadModel(GPT2Config(**GPT2)).half(), {}),
    ("llama", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA)), {}),
    ("llama-tied", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA, tie_word_embeddings=True, rms_norm_eps=1e-3,
                                                        rope_parameters={"rope_type": "default",
                                                                         "rope_theta": 500.0})), {}),
    ("llama-bfloat16", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA)).bfloat16(), {}),
    ("bert", lambda: BertModel(BertConfig(**BERT)), {}),
    ("bert-masked", lambda: BertForMaskedLM(BertConfig(**BERT)), {}),
    ("bert-sequence", lambda: BertForSequenceClassification(BertConfig(**BERT, **LABELS, hidden_act="relu")), {}),
    ("bert-token", lambda: BertForTokenClassification(BertConfig(**BERT, **LABELS)), {}),
    ("bert-question", lambda: BertForQuestionAnswering(BertConfig(**BERT)), {}),
    ("distilbert-masked", lambda: DistilBertForMaskedLM(DistilBertConfig(**DISTILBERT)), {}),
    ("distilbert-sequence", lambda: DistilBertForSequenceClassification(DistilBertConfig(**DISTILBERT, **LABELS)), {}),
    ("distilbert-token", lambda: DistilBertForTokenClassification(DistilBertConfig(**DISTILBERT, **LABELS)), {}),
    ("distilbert-question", lambda: DistilBertForQuestionAnswering(DistilBertConfig(**DISTILBERT)), {}),
    ("llama-biased", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA, attention_bias=True, mlp_bias=True)), {}),
    ("llama-stretched", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA, rope_parameters={
        "rope_type": "linear", "factor": 4.0, "rope_theta": 100.0})), {}),
    ("llama-turns", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA, head_dim=4, rope_parameters={
        "rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "rope_theta": 30.0,
        "original_max_position_embeddings": 16})), {}),
    ("gpt2-sequence", lambda: GPT2ForSequenceClassification(GPT2Config(**GPT2, **LABELS, pad_token_id=3)), {}),
    ("llama-sequence", lambda: LlamaForSequenceClassification(LlamaConfig(**LLAMA, **LABELS, pad_token_id=2)), {}),
    ("gpt2-token", lambda: GPT2ForTokenClassification(GPT2Config(**GPT2, **LABELS)), {}),
    ("llama-token", lambda: LlamaForTokenClassification(LlamaConfig(**LLAMA, **LABELS)), {}),
    ("gpt2-untied", lambda: GPT2LMHeadModel(GPT2Config(**GPT2, tie_word_embeddings=False)), {}),
    ("gpt2-unscaled", lambda: GPT2LMHeadModel(GPT2Config(**GPT2, scale_attn_weights=False)), {}),
    ("gpt2-layers", lambda: GPT2LMHeadModel(GPT2Config(**GPT2, scale_attn_by_inverse_layer_idx=True,
                                                       reorder_and_upcast_attn=True)), {}),
    ("gpt2-several-sequence", lambda: GPT2ForSequenceClassification(GPT2Config(
        **GPT2, **LABELS, pad_token_id=3, problem_type="multi_label_classification")), {}),
    ("llama-yarn", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA | LONG_HEADS, rope_parameters={
        "rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 12, "rope_theta": 50.0})), {}),
    # Texts are longer than the positions that the model was trained on.
    ("llama-dynamic", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA | LONG_HEADS | {"max_position_embeddings": 6},
                                                           rope_parameters={"rope_type": "dynamic", "factor": 3.0,
                                                                            "rope_theta": 50.0})), {}),
    ("llama-gelu", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA, hidden_act="gelu_pytorch_tanh")), {}),
    ("bert-untied-masked", lambda: BertForMaskedLM(BertConfig(**BERT, tie_word_embeddings=False,
                                                              hidden_act="quick_gelu")), {}),
    ("distilbert-untied-masked", lambda: DistilBertForMaskedLM(DistilBertConfig(
        **DISTILBERT, tie_word_embeddings=False, activation="gelu_10", sinusoidal_pos_embds=True)), {}),
    # Heads that are wider than their share of the features.
    ("llama-wide", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA, head_dim=6)), {}),
]

# More of them for a test that makes them anew: each activation under each family that takes it.
MORE_FOLDERS = [
    ("llama-yarn-weights", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA | LONG_HEADS, rope_parameters={
        "rope_type": "yarn", "factor": 2.0, "original_max_position_embeddings": 12, "rope_theta": 500.0, "mscale": 1.5,
        "mscale_all_dim": 0.8, "beta_fast": 4.0, "beta_slow": 0.5, "truncate": False})), {}),
    ("llama-yarn-factor", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA | LONG_HEADS, rope_parameters={
        "rope_type": "yarn", "factor": 2.0, "attention_factor": 1.3, "rope_theta": 500.0})), {}),
    ("llama-single-dynamic", lambda: LlamaForCausalLM(LlamaConfig(
        **LLAMA | {"num_key_value_heads": 1, "max_position_embeddings": 8}, rope_parameters={
            "rope_type": "dynamic", "factor": 2.5, "rope_theta": 30.0})), {}),
    ("llama-narrow", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA, head_dim=2, attention_bias=True)), {}),
    ("llama-single-wide", lambda: LlamaForCausalLM(LlamaConfig(
        **LLAMA | {"num_key_value_heads": 1}, head_dim=16, rope_parameters={
            "rope_type": "yarn", "factor": 2.0, "original_max_position_embeddings": 12, "rope_theta": 50.0})), {}),
    ("llama-wide-sequence", lambda: LlamaForSequenceClassification(LlamaConfig(
        **LLAMA, **LABELS, head_dim=10, pad_token_id=2)), {}),
    ("llama-half-shards", lambda: LlamaForCausalLM(LlamaConfig(**LLAMA)).half(), {"max_shard_size": "3KB"}),
    ("gpt2-bfloat16-untied", lambda: GPT2LMHeadModel(GPT2Config(**GPT2, tie_word_embeddings=False)).bfloat16(), {}),
    ("bert-half-masked", lambda: BertForMaskedLM(BertConfig(**BERT)).half(), {"max_shard_size": "6KB"}),
    ("distilbert-bfloat16-sequence", lambda: DistilBertForSequenceClassification(DistilBertConfig(
        **DISTILBERT, **LABELS, activation="relu")).bfloat16(), {}),
] + [(f"{family}-bent-{name}{tail}", lambda make=make, name=name: make(name), {}) for name in ACTIVATIONS for family, tail, make in [
    ("gpt2", "", lambda name: GPT2LMHeadModel(GPT2Config(**GPT2, activation_function=name))),
    ("llama", "", lambda name: LlamaForCausalLM(LlamaConfig(**LLAMA, hidden_act=name))),
    ("bert", "-masked", lambda name: BertForMaskedLM(BertConfig(**BERT, hidden_act=name))),
    ("distilbert", "-masked", lambda name: DistilBertForMaskedLM(DistilBertConfig(**DISTILBERT, activation=name))),
]]


def shaken(model, seed):
    """The model with other numbers than its first ones, so that biases and norms matter too."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter in model.parameters():
            noise = torch.randn(parameter.shape, generator=generator) * 0.3
            parameter.add_(noise.to(parameter.dtype))
    return model.eval()


def numbers(tensor):
    return {"shape": list(tensor.shape), "values": [float(f"{value:.7g}") for value in tensor.flatten().tolist()]}


def expected(model, tokens):
    written = {"tokens": tokens.tolist()}
    with torch.no_grad():
        if hasattr(model, "lm_head"):
            # The copies that are read here have float32 numbers, whatever they are stored as.
            model = model.float()
            written["logits"] = numbers(model(tokens).logits)
            made = model.generate(tokens[:1, :4], max_new_tokens=12, do_sample=False, use_cache=True, eos_token_id=None,
                                  pad_token_id=0)
            written["greedy"] = made[0].tolist()
            return written
        mask = torch.tensor([[1] * 9, [1] * 6 + [0] * 3])
        padding = model.config.pad_token_id
        if padding and not tokens.eq(padding).any():
            # The end of a text is where padding begins, on whichever side that is, and not where the mask ends.
            tokens = torch.stack([tokens[0], tokens[1].where(mask[1] > 0, padding), tokens[1].roll(3), tokens[0]])
            tokens[2, :3] = padding
            mask = torch.stack([*mask, mask[1].flip(0), torch.tensor([1] * 7 + [0] * 2)])
            written["tokens"] = tokens.tolist()
        elif padding:
            mask = torch.tensor([[1] * 9, [1] * 6 + [0] * 3, [0] * 3 + [1] * 6, [1] * 7 + [0] * 2])
        types = torch.tensor([[0] * 4 + [1] * 5, [0] * 3 + [1] * 6])
        written |= {"mask": mask.tolist(), "types": types.tolist()}
        has_types = model.config.model_type == "bert"
        out = model(tokens, attention_mask=mask, **({"token_type_ids": types} if has_types else {}))
        for name in ("logits", "start_logits", "end_logits", "last_hidden_state", "pooler_output"):
            if out.get(name) is not None:
                written[name] = numbers(out[name])
    return written


def differs(found, wanted):
    """Whether numbers differ by more than a ten-thousandth of the largest one, or ids at all."""
    if not isinstance(wanted, dict):
        return found != wanted
    if found["shape"] != wanted["shape"]:
        return True
    pairs = list(zip(found["values"], wanted["values"]))
    return max(abs(x - y) for x, y in pairs) > 1e-4 * max(abs(y) for _, y in pairs)


def check(target):
    """Ends with a sentence for each folder that transformers reads otherwise."""
    wrong = []
    for name, make, _ in FOLDERS + MORE_FOLDERS:
        if not (target / name).exists():
            continue
        wanted = json.loads((target / name / "expected.json").read_text())
        model, report = type(make()).from_pretrained(target / name, output_loading_info=True)
        found = expected(model.float().eval(), torch.tensor(wanted["tokens"]))
        kind = make().config.problem_type
        if model.config.problem_type != kind:
            wrong.append(f"{name}: problem_type is {model.config.problem_type}, and was {kind}")
        wrong += [f"{name}: {key} differs" for key in wanted if differs(found.get(key), wanted[key])]
        # Beside a head of its own BERT has numbers for a tied one, which nothing is done with.
        keys = {kind: set(report[kind]) - ({"cls.predictions.bias"} if "untied" in name else set())
                for kind in ("missing_keys", "unexpected_keys")}
        wrong += [f"{name}: {kind}: {names}" for kind, names in keys.items() if names]
    sys.exit("\n".join(wrong) or None)


def main():
    if sys.argv[1] == "--check":
        transformers.logging.set_verbosity_error()
        transformers.utils.logging.disable_progress_bar()
        check(pathlib.Path(sys.argv[2]))
    target = pathlib.Path(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    transformers.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    for index, (name, make, options) in enumerate(FOLDERS if seed == 0 else FOLDERS + MORE_FOLDERS):
        torch.manual_seed(seed + index)
        model = shaken(make(), seed + index)
        model.save_pretrained(target / name, **options)
        (target / name / "generation_config.json").unlink(missing_ok=True)
        loaded = type(model).from_pretrained(target / name)
        tokens = torch.randint(4, VOCABULARY, (2, 9), generator=torch.Generator().manual_seed(seed + index + 1))
        (target / name / "expected.json").write_text(json.dumps(expected(loaded.float().eval(), tokens)) + "\n")


main()
