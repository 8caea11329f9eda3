#!/usr/bin/env bash
# Runs the tests of the learner's half under the address and the thread sanitizer, each in a build of its own;
# `Scripts/sanitize.sh thread` runs one of them. The worker's tests are left out: it handles faults in ways that a
# sanitizer takes for faults.
# shellcheck source=Scripts/build.sh
source "$(dirname "$0")/build.sh"

LEARNERS=(
  Backpropagation Charts ComputationGraphs Corpora CourseChecks Displays Evaluation Files Interruption LanguageModels
  NeuralNetworks NumericKernels Parallelism Pipelines Randomness SizedTensors TensorFiles Tensors TextGeneration
  Tokenizers Training
)
# A filter looks for its text anywhere, and `TrainingTests` is also the name of a suite.
FILTER="^($(IFS='|' && echo "${LEARNERS[*]}"))Tests\\."

# A sanitizer keeps freed memory for a while, so that tests of memory measure the sanitizer.
MEASURING="TrainingLoopTests/memory"

Scripts/setup.sh build
fetch_packages
# What the test runner itself never frees is not ours to mend.
export ASAN_OPTIONS=detect_leaks=0
if (($# == 0)); then set -- address thread; fi
for name in "$@"; do
  say "Running tests under the $name sanitizer"
  swift build --build-tests --sanitize="$name" --scratch-path ".build/$name"
  swift test --skip-build --disable-xctest --sanitize="$name" --scratch-path ".build/$name" --filter "$FILTER" --skip "$MEASURING"
done
