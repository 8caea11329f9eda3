"""Writes down what transformers' filters and its beam search make of small inputs.

    python make.py FOLDER
"""

import json
import pathlib
import sys

import torch
from transformers import GPT2LMHeadModel
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


def main():
    target = pathlib.Path(sys.argv[1])
    model = pathlib.Path(__file__).parent.parent.parent / "LanguageModelsTests/Fixtures/folders/gpt2"
    (target / "generation.json").write_text(json.dumps({"filters": filters(), "beams": beams(model)}) + "\n")


main()
