"""Writes down what other programs make of small texts and lists: run it with a Python that has the packages below.

    python make.py

Packages: sacrebleu 2.6.0, rouge-score 0.1.2 (with nltk 3.10.4), scikit-learn 1.9.1. The scores of answers follow the
rules of SQuAD's evaluation script, which belongs to no package. The versions that were in use are written into each file.
"""

import json
import random
import re
import string
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from nltk.stem.porter import PorterStemmer
from rouge_score import rouge_scorer
from rouge_score.tokenizers import Tokenizer
from sacrebleu.metrics import BLEU, CHRF
from sklearn.metrics import accuracy_score, confusion_matrix, precision_recall_fscore_support

HERE = Path(__file__).parent


def write(name, packages, content):
    content = {"versions": {package: version(package) for package in packages}, **content}
    (HERE / name).write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n")


PAIRS = [
    ("the cat sat on the mat", ["the cat is on the mat"]),
    ("the quick brown fox jumps over the lazy dog", ["the quick brown fox jumped over the lazy dog"]),
    ("the the the the the the the", ["the cat is on the mat", "there is a cat on the mat"]),
    ("", ["the cat is on the mat"]),
    ("the cat", [""]),
    ("", [""]),
    ("   ", ["a b"]),
    ("a", ["a"]),
    ("a b c", ["a b c"]),
    ("the cat sat", ["the cat sat on the mat where it sleeps"]),
    ("Hello, world! It's 3.14, isn't it?", ["Hello world; it's 3.14, is it not?", "Hello, world! It is 3.14."]),
    ("$1,000.50 (approx.) - 50%-60% of 1990-2000, e.g. U.S.A.", ["about $1,000.50 - 50-60% of 1990-2000 (e.g., the U.S.A.)"]),
    ("&quot;Tom &amp; Jerry&quot; &lt;b&gt; <skipped>end-\nless\nline", ["\"Tom & Jerry\" <b> endless line"]),
    ("x[0] = {a|b}~`c` \\ d/e @f #g ^h _i", ["x[0]={a|b} ~ `c` d/e @f"]),
    ("The CAT Sat On The Mat .", ["the cat sat on the mat."]),
    ("今天天气很好，我们去公园吧。", ["今天天气不错，我们去公园玩吧。", "天气很好，去公园吧！"]),
    ("我喜欢Swift 6.3和Python，也喜欢“猫”——真的！", ["我爱Swift 6.3与Python，也爱“猫”——真的。"]),
    ("床前明月光 疑是地上霜", ["床前明月光，疑是地上霜。"]),
    ("naïve café — “quoted” … emoji 😀 ok", ["naive café — “quoted” … emoji 😀 okay"]),
    ("tab\tand\u00a0hard space\u3000and wide", ["tab and hard space and wide"]),
    (". , - ! ?", [". , - ? !"]),
    ("1.5 1, 5 1.a a.1 -1 1- 1-2 a-b", ["1.5 1,5 1. a a .1 -1 1 - 1-2 a-b"]),
    ("one two three four five six", ["six five four three two one"]),
    ("same same same\nother line here", ["same line here\nother same", "same same\nother line"]),
    ("Straße ÄÖÜ İstanbul K", ["strasse äöü istanbul k"]),
    ("a\x1cb c", ["a b c"]),
    ("connected connections are connecting relational databases happily", ["connection connects related data happy"]),
    ("police killed the gunman", ["the gunman police killed", "police kill the gunman", "the gunman killed police"]),
]
SETTINGS = [
    dict(),
    dict(smooth_method="none"),
    dict(smooth_method="floor"),
    dict(smooth_method="floor", smooth_value=0.01),
    dict(smooth_method="add-k"),
    dict(smooth_method="add-k", smooth_value=0.5),
    dict(effective_order=True),
    dict(effective_order=True, smooth_method="none", lowercase=True),
    dict(tokenize="zh", effective_order=True),
    dict(tokenize="char"),
    dict(tokenize="none", effective_order=True),
    dict(max_ngram_order=2, lowercase=True),
    dict(tokenize="zh"),
]


def transposed(references):
    longest = max(len(group) for group in references)
    return [[group[i] if i < len(group) else None for group in references] for i in range(longest)]


def bleu():
    cases = []
    for setting in SETTINGS:
        def scored(texts, references):
            metric = BLEU(**setting)
            score = metric.corpus_score(texts, transposed(references))
            parts = str(metric.get_signature()).split("|")
            return dict(
                score=score.score, precisions=score.precisions, bp=score.bp, lengths=[score.sys_len, score.ref_len],
                signature="|".join(part for part in parts if part.split(":")[0] in ("case", "eff", "tok", "smooth")))
        sentences = [scored([text], [references]) for text, references in PAIRS]
        corpora = [scored([t for t, _ in PAIRS[a:b]], [r for _, r in PAIRS[a:b]]) for a, b in ((0, 28), (0, 10), (14, 18))]
        cases.append(dict(setting=setting, sentences=sentences, corpora=corpora))
    tokens = {name: [BLEU(tokenize=name)._preprocess_segment(t).split() for t, _ in PAIRS] for name in ("13a", "zh", "char", "none")}
    chrf = []
    for setting in (dict(), dict(word_order=2), dict(lowercase=True, beta=1), dict(whitespace=True, char_order=3)):
        metric = CHRF(**setting)
        chrf.append(dict(
            setting=setting,
            sentences=[metric.sentence_score(t, r).score for t, r in PAIRS],
            corpus=metric.corpus_score([t for t, _ in PAIRS], transposed([r for _, r in PAIRS])).score))
    pairs = [dict(text=text, references=references) for text, references in PAIRS]
    write("bleu.json", ["sacrebleu"], dict(pairs=pairs, bleu=cases, tokens=tokens, chrf=chrf))


class Characters(Tokenizer):
    def tokenize(self, text):
        return [c for c in text.lower() if not c.isspace()]


def rouge():
    kinds = ["rouge1", "rouge2", "rougeL", "rougeLsum"]
    result = {}
    for name, scorer in (
        ("words", rouge_scorer.RougeScorer(kinds)),
        ("stems", rouge_scorer.RougeScorer(kinds, use_stemmer=True)),
        ("characters", rouge_scorer.RougeScorer(kinds, tokenizer=Characters())),
    ):
        result[name] = [
            [list(scorer.score_multi(references, text)[kind]) for kind in kinds] for text, references in PAIRS]
    stemmer = PorterStemmer()
    known = """caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping
        tanned falling hissing fizzed failing filing happy sky enjoy spy relational conditional rational valenci hesitanci
        digitizer conformabli radicalli differentli vileli analogousli vietnamization predication operator feudalism
        decisiveness hopefulness callousness formaliti sensitiviti sensibiliti triplicate formative formalize electriciti
        electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant
        replacement adjustment dependent adoption homologou communism activate angulariti homologous effective bowdlerize
        probate rate cease controll roll dying lying tying news innings howe proceed died flies dies tied spied hopefully
        geology archaeology theology psychologi yyyy yes by sayyyed ion sion oxes ed ing aed being skies succeed
        universities syzygy eeds eed reed ally rally finally radically a1s 2nds b2bing words123 fulli""".split()
    chance = random.Random(5)
    endings = """s es ies ed ing ingly edly ational tional enci anci izer bli alli entli eli ousli ization ation ator alism
        iveness fulness ousness aliti iviti biliti fulli logi icate ative alize iciti ical ful ness al ance ence er ic able
        ible ant ement ment ent ion sion tion ou ism ate iti ous ive ize e le ll ell y ly""".split()
    made = {"".join(chance.choice("abcdeilnorstuwxyz") for _ in range(chance.randint(0, 6))) + chance.choice(endings)
            + chance.choice(["", "", "", "s", "ed", "ly"]) for _ in range(1200)}
    stems = {word: stemmer.stem(word) for word in sorted(set(known) | made)}
    write("rouge.json", ["rouge-score", "nltk"], dict(scores=result, stems=stems))


def classification():
    chance = random.Random(3)
    cases = []
    for labels, count in ((["cat", "dog", "fish"], 40), (["0", "1"], 25), (["a", "b", "c", "d", "e"], 12), (["x"], 3)):
        actual = [chance.choice(labels) for _ in range(count)]
        predicted = [a if chance.random() < 0.6 else chance.choice(labels[: max(1, len(labels) - 1)]) for a in actual]
        known = sorted(set(actual) | set(predicted))
        each = precision_recall_fscore_support(actual, predicted, labels=known, zero_division=0)
        cases.append(dict(
            actual=actual, predicted=predicted, labels=known,
            counts=confusion_matrix(actual, predicted, labels=known).tolist(),
            accuracy=accuracy_score(actual, predicted),
            each=[[float(x) for x in column] for column in each],
            averages={kind: [float(x) for x in precision_recall_fscore_support(
                actual, predicted, average=kind, zero_division=0)[:3]] for kind in ("micro", "macro", "weighted")}))
    write("classification.json", ["scikit-learn"], dict(cases=cases))


ANSWERS = [
    ("the Eiffel Tower", "Eiffel Tower"), ("Eiffel  tower!", "The eiffel-tower"), ("a cat", "the cat"), ("", ""),
    ("", "cat"), ("the", "a"), ("in 1889, in Paris", "Paris, 1889"), ("theatre", "the atre"), ("北京", "北京。"),
    ("北京 上海", "上海 北京"), ("the猫 a", "the猫"), ("U.S.A.", "usa"), ("an_a an", "an_a"), ("x the y", "x y"),
    ("don't a-the-b", "dont ab"), ("one two two three", "two two four"), ("A\u0301 an", "a\u0301"),
]


def normalized(answer):
    kept = "".join(c for c in answer.lower() if c not in set(string.punctuation))
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", kept).split())


def f1(reference, answer):
    wanted, found = normalized(reference).split(), normalized(answer).split()
    if not wanted or not found:
        return float(wanted == found)
    same = sum((Counter(wanted) & Counter(found)).values())
    return 2 * same / (len(wanted) + len(found))


def answers():
    rows = [dict(answer=a, reference=r, normal=normalized(a), exact=normalized(a) == normalized(r), f1=f1(r, a))
            for a, r in ANSWERS]
    write("answers.json", [], dict(answers=rows))


if __name__ == "__main__":
    bleu()
    rouge()
    classification()
    answers()
