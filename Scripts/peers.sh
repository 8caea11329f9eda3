#!/usr/bin/env bash
# Makes .venv-peers, a Python environment with PyTorch for `make bench`, and does nothing if it is there already.
# Its status is 1, after one sentence, if PyTorch cannot be had: the benchmarks then run without a peer.
# shellcheck source=Scripts/python.sh
source "$(dirname "$0")/python.sh"

PEERS=.venv-peers
REQUIREMENTS=Benchmarks/requirements.txt
wanted="$PWD"$'\n'$(cat "$REQUIREMENTS")
if [[ $(cat $PEERS/installed.txt 2>/dev/null) == "$wanted" ]]; then exit 0; fi

WITHOUT="so the benchmarks have no PyTorch to stand beside"
python=$(find_python)
[[ -n $python ]] || fail "There is no Python $PYTHON_WANTED or newer with the module venv, $WITHOUT: install python3 and python3-venv."
say "Installing PyTorch and its company into $PEERS, to measure beside it (this is large)"
rm -rf $PEERS
quietly peers-venv "$python" -m venv $PEERS || fail "$python could not make $PEERS, $WITHOUT: $(tail -n 1 "$STATE/peers-venv.log")"
quietly peers-pip $PEERS/bin/python -m pip install --disable-pip-version-check --no-input --requirement "$REQUIREMENTS" ||
  fail "pip could not install PyTorch, $WITHOUT: $(grep -m 1 '^ERROR' "$STATE/peers-pip.log" || tail -n 1 "$STATE/peers-pip.log")"
printf '%s' "$wanted" >$PEERS/installed.txt
