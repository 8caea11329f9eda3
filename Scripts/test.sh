#!/usr/bin/env bash
# Every test of the kit. The last line is "N passed, N failed"; the exit status is 0 only if nothing failed.
# shellcheck source=Scripts/build.sh
source "$(dirname "$0")/build.sh"

Scripts/setup.sh test
require_swift
build_products
build_tests

RESULTS="$PWD/$STATE/results"
rm -rf "$RESULTS"
mkdir -p "$RESULTS"
SUITES=(format swift setup protocol conformance models course notebooks nbgrader browser)

# The tests use a Jupyter of their own: no history, settings or kernels of the person who runs them.
export JUPYTER_DATA_DIR="$PWD/$STATE/jupyter/data"
export JUPYTER_CONFIG_DIR="$PWD/$STATE/jupyter/config"
export JUPYTER_RUNTIME_DIR="$PWD/$STATE/jupyter/runtime"
export JUPYTER_PREFER_ENV_PATH=1 PYTHONDONTWRITEBYTECODE=1
export VIRTUAL_ENV="$PWD/.venv" PATH="$PWD/.venv/bin:$PATH"
rm -rf "$STATE/jupyter"

# What the notebooks' `%check` notes belongs to nobody.
export GLASSBOX_WORK="$PWD/$STATE/work"

# suite NAME MINUTES TITLE COMMAND...: runs a suite; a failure is noted and the next suite runs.
suite() {
  local name=$1 minutes=$2 title=$3 status=0
  shift 3
  say "$title"
  timeout --kill-after=20 "${minutes}m" "$@" || status=$?
  echo "$status" >"$RESULTS/$name.status"
}

format_suite() {
  local failures=0
  Scripts/format.sh check || failures=1
  printf '<testsuite name="format" tests="1" failures="%d"/>\n' "$failures" >"$RESULTS/format.xml"
  return "$failures"
}

python_suite() {
  local name=$1 minutes=$2 title=$3 folder=$4
  suite "$name" "$minutes" "$title" .venv/bin/python -m pytest "$folder" -p no:cacheprovider --tb=short -ra \
    --durations=5 --junitxml="$RESULTS/$name.xml"
}

say "Checking the format of sources and scripts"
format_status=0
format_suite || format_status=$?
echo "$format_status" >"$RESULTS/format.status"

suite swift 30 "Running the Swift tests" swift test --skip-build --disable-xctest --xunit-output "$RESULTS/swift.xml"

# From here on the tests run against the products that people use.
"$PRODUCTS/glassbox" kernel install --prefix .venv
python_suite setup 10 "Testing the set-up and its messages" Tests/Setup
# Where one of two suites mostly waits they run at once; what the first one says comes after the second.
python_suite protocol 10 "Testing the protocol with the echo kernel" Tests/Conformance >"$RESULTS/protocol.log" 2>&1 &
CONFORMANCE_KERNEL=glassbox \
  python_suite conformance 10 "Testing the Swift kernel against the protocol" Tests/Conformance
wait $!
cat "$RESULTS/protocol.log"
python_suite models 10 "Using models from the command line" Tests/Models
python_suite course 20 "Holding the course to its promises" Tests/Course
python_suite notebooks 20 "Running the notebooks" Tests/Notebooks
python_suite nbgrader 10 "Grading by nbgrader" Tests/Nbgrader >"$RESULTS/nbgrader.log" 2>&1 &
python_suite browser 6 "Using the kernel in a browser" Tests/Browser
wait $!
cat "$RESULTS/nbgrader.log"

.venv/bin/python Scripts/summary.py "$RESULTS" "${SUITES[@]}"
