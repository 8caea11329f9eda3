#!/usr/bin/env bash
# Runs the tests of the learner's half under the address and the thread sanitizer, each in a build of its own;
# `Scripts/sanitize.sh thread` runs one of them. The worker's tests are left out: it handles faults in ways that a
# sanitizer takes for faults. The last line for each is "N passed, N failed"; the exit status is 0 only if nothing failed.
# shellcheck source=Scripts/build.sh
source "$(dirname "$0")/build.sh"
# shellcheck source=Scripts/python.sh
source "$(dirname "$0")/python.sh"

LEARNERS=(
  Backpropagation Charts ChatTemplates ComputationGraphs Corpora CourseChecks Displays Evaluation Files Interruption
  LanguageModels NeuralNetworks NumericKernels Parallelism Pipelines Randomness SizedTensors TensorFiles Tensors
  TextGeneration Tokenizers Training
)
SUITES=("${LEARNERS[@]/%/Tests}")

# A sanitizer keeps freed memory for a while, so that tests of memory measure the sanitizer.
MEASURING="TrainingLoopTests/memory"

Scripts/setup.sh build
PYTHON=$(find_python)
[[ -n $PYTHON ]] || fail "There is no Python $PYTHON_WANTED or newer, which adds up the results: install python3 and python3-venv."
fetch_packages

# Only what these tests need is built.
export GLASSBOX_TARGETS="${SUITES[*]}"

# sanitize NAME: all tests under one sanitizer, one target after the other: if one breaks off, the others still run.
sanitize() {
  local name=$1 folder="$PWD/.build/$1" results="$PWD/.build/$1/results" suite status report
  # Optimised, as the training of word vectors would take longer than all else.
  local options=(-c release --sanitize="$name" --scratch-path "$folder")
  say "Building the tests for the $name sanitizer"
  swift build --build-tests -Xswiftc -enable-testing "${options[@]}" || fail "The build failed; the lines above say where."
  rm -rf "$results"
  mkdir -p "$results"
  for suite in "${SUITES[@]}"; do
    say "Running $suite under the $name sanitizer"
    status=0
    # What the test runner itself never frees is not ours to mend. Reports go to files, as a test that wants a process to
    # fail is content with one.
    ASAN_OPTIONS="detect_leaks=0:log_path=$results/$suite.report" TSAN_OPTIONS="log_path=$results/$suite.report" \
      timeout --kill-after=20 30m swift test --skip-build --disable-xctest "${options[@]}" --filter "^$suite\\." --skip "$MEASURING" \
      --xunit-output "$results/$suite.xml" || status=$?
    for report in "$results/$suite.report".*; do
      if [[ -f $report ]]; then
        cat "$report"
        status=1
      fi
    done
    echo "$status" >"$results/$suite.status"
  done
  say "The $name sanitizer, with the optimiser"
  "$PYTHON" Scripts/summary.py "$results" "${SUITES[@]}"
}

status=0
if (($# == 0)); then set -- address thread; fi
for name in "$@"; do sanitize "$name" || status=1; done
exit "$status"
