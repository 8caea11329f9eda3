# Shared by the scripts in this folder: words on the screen, and the repository's root as the working directory.
# shellcheck shell=bash
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Where logs, results and notes of what is done already are kept. `make clean` removes it with the build.
STATE=.build/glassbox
# Where the build puts programs and libraries; other scripts use it.
# shellcheck disable=SC2034
PRODUCTS=.build/release

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
  BOLD=$'\e[1m' PLAIN=$'\e[0m'
else
  BOLD='' PLAIN=''
fi

# say TEXT: what happens next, in one line.
say() { printf '%s==>%s %s\n' "$BOLD" "$PLAIN" "$1"; }

# fail SENTENCE: what is missing and how to get it. Nothing else is printed, and the work ends.
fail() {
  printf 'glassbox: %s\n' "$1" >&2
  exit 1
}

# quietly NAME COMMAND...: runs a command that is only of interest when it fails; its words go to a log.
quietly() {
  local name=$1
  shift
  mkdir -p "$STATE"
  "$@" >"$STATE/$name.log" 2>&1
}
