"""PyTorch is measured where it can be had; where it cannot, one sentence says so."""

import json
import shutil
import subprocess
import sys

import pytest
from conftest import REPOSITORY

BENCHMARKS = REPOSITORY / "Benchmarks"
PEER = BENCHMARKS / "peers" / "torch_peer.py"


def python_with_pip(machine, pip):
    """A Python whose environments hold a pip of our own making."""
    (machine.repository / "Benchmarks").mkdir()
    shutil.copy(BENCHMARKS / "requirements.txt", machine.repository / "Benchmarks")
    machine.program(
        "python3",
        f"""case "$*" in
        '-m venv .venv-peers')
          mkdir -p .venv-peers/bin
          cp {machine.folder}/python-inside .venv-peers/bin/python ;;
        esac""",
    )
    inside = machine.folder / "python-inside"
    inside.write_text(f"#!/bin/bash\n{pip}\n")
    inside.chmod(0o755)


def test_without_network_the_reason_is_pips_own(machine):
    python_with_pip(machine, "echo 'ERROR: No matching distribution found for torch'; exit 1")
    sentence = machine.refuses("peers.sh")
    assert "no PyTorch to stand beside" in sentence
    assert "No matching distribution found for torch" in sentence


def test_pytorch_is_installed_once(machine):
    calls = machine.folder / "calls"
    python_with_pip(machine, f"echo pip >> {calls}")
    assert "PyTorch" in machine.run("peers.sh").stdout
    second = machine.run("peers.sh")
    assert (second.returncode, second.stdout) == (0, "")
    assert calls.read_text() == "pip\n"


def test_the_peer_says_that_there_is_no_pytorch():
    # -S leaves installed packages out, wherever the tests run.
    answer = subprocess.run([sys.executable, "-S", PEER, "--case", "gelu-small"], capture_output=True, text=True)
    assert (answer.returncode, answer.stdout) == (3, "")
    assert len(answer.stderr.splitlines()) == 1
    assert "torch is not installed" in answer.stderr


def test_tokenizers_are_measured_without_pytorch():
    # -S leaves installed packages out, wherever the tests run.
    answer = subprocess.run([sys.executable, "-S", PEER, "--case", "tokenizer-ids"], capture_output=True, text=True)
    assert (answer.returncode, answer.stdout) == (3, "")
    assert "tokenizers is not installed" in answer.stderr


def test_an_unknown_case_is_named():
    answer = subprocess.run([sys.executable, "-S", PEER, "--case", "gelu-tiny"], capture_output=True, text=True)
    assert answer.returncode == 2
    assert "no case is named gelu-tiny" in answer.stderr


@pytest.mark.parametrize(
    "case", json.loads((BENCHMARKS / "cases.json").read_text())["cases"], ids=lambda case: case["name"]
)
def test_each_case_is_whole(case):
    assert case["repetitions"]["full"] >= case["repetitions"]["quick"] >= 2
    assert case["calls"] >= 1 and case.get("rounds", 1) >= 1 and case["goal"] > 0 and case["work"]
    assert case["peer"] in ("torch", "transformers", "openblas", "sentence-transformers", "tokenizers")


@pytest.mark.parametrize(
    "name, count",
    [
        # 3 · 768 tokens · (2 · (4 · 12 · 128² + 65 · 128) + 4 · 4 · 128 · 32)
        ("gpt-training-small", 3_813_212_160),
        # 2 · 64 · (3 · (784 · 128 + 128 · 10) - 784 · 128)
        ("mlp-training-small", 26_181_632),
        # 2 · 8 · 32 · (2 · 32 · 256 + 3 · 64 · 256)
        ("lstm-training-small", 33_554_432),
        ("matmul-64", 524_288),
        ("softmax-small", None),
    ],
)
def test_the_operations_of_a_step_are_counted_as_by_hand(name, count, monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from arithmetic import operations

    cases = json.loads((BENCHMARKS / "cases.json").read_text())["cases"]
    assert operations(next(case for case in cases if case["name"] == name)) == count
