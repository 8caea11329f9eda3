# Installs the system's packages that the kit stands on.
# shellcheck shell=bash
# shellcheck source=Scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

PROCESSOR=/proc/cpuinfo

# Package, a file that shows that it is there, and what it is for.
BUILD_NEEDS=(
  "libzmq3-dev|zmq.h|messages between Jupyter and the kernel"
  "libsodium-dev|sodium.h|signatures on those messages"
  "libsqlite3-dev|sqlite3.h|the history of cells"
  "libopenblas-dev|cblas.h|products of matrices"
)
# On Intel's processors with AVX-512 it multiplies faster than OpenBLAS; without it nothing is missing.
SPEED_NEEDS=("libdnnl-dev|oneapi/dnnl/dnnl.h|faster products of matrices on this processor")
BROWSER_NEEDS=(
  "chromium|chromium|a browser for the notebook test"
  "chromium-driver|chromedriver|the remote control of that browser"
)
# Small ones only: a test whose texts are not there is left out.
TEXT_NEEDS=(
  "fortunes-zh|/usr/share/games/fortunes/tang300|Chinese poems for the tests of corpora"
  "bible-kjv-text|/usr/lib/bible.data|an English text for the tests of corpora"
  "miscfiles|/usr/share/dict/propernames.gz|names for the tests of corpora"
  "wamerican|/usr/share/dict/american-english|words for the tests of corpora"
)

# Headers, found where a compiler looks for them.
has_header() {
  local folder
  for folder in /usr/include /usr/local/include /usr/include/*-linux-gnu; do
    [[ -e $folder/$1 ]] && return 0
  done
  return 1
}
has_file() { [[ -e $1 ]]; }
has_program() { command -v "$1" >/dev/null; }

# install_missing CHECK NEED...: installs the packages whose file CHECK does not find.
install_missing() {
  local check=$1 need package file why
  shift
  local -a packages=() reasons=()
  for need in "$@"; do
    IFS='|' read -r package file why <<<"$need"
    "$check" "$file" && continue
    packages+=("$package")
    reasons+=("$package ($why)")
  done
  if ((${#packages[@]} == 0)); then return; fi
  install_packages "${packages[*]}" "$(join ', ' "${reasons[@]}")"
  for need in "$@"; do
    IFS='|' read -r package file why <<<"$need"
    "$check" "$file" || fail "The package $package is installed but $file is not there: look for it in your system's packages."
  done
}

join() {
  local separator=$1 text=$2
  shift 2
  printf '%s' "$text" "${@/#/$separator}"
}

# install_packages PACKAGES WHY
install_packages() {
  local -a packages root=()
  read -ra packages <<<"$1"
  has_program apt-get ||
    fail "This system has no apt-get, so please install the counterparts of these Debian packages and run make again: $2."
  if [[ $(id -u) != 0 ]]; then
    has_program sudo || fail "Installing needs root, so please run \`apt-get install $1\` as root and then make again."
    root=(sudo)
  fi
  say "Installing system packages: $2"
  local -a install=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get
    -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${packages[@]}")
  # The list of packages may be empty or old on a fresh machine: fetch it only if the first attempt fails.
  quietly apt "${install[@]}" && return
  quietly apt-update "${root[@]}" apt-get update || true
  quietly apt "${install[@]}" ||
    fail "apt-get could not install $1 (is the network there?): $(reason_in "$STATE/apt.log") The whole story is in $STATE/apt.log."
}

# The first line that looks like a reason.
reason_in() { grep -m 1 '^E:' "$1" || tail -n 1 "$1"; }

require_build_packages() { install_missing has_header "${BUILD_NEEDS[@]}"; }
# Speed is not worth a stop. Where it could not be had once, only `make setup` asks again.
require_speed() {
  if [[ $1 != again && -e $STATE/without-speed ]] || ! has_wide_intel; then return; fi
  rm -f "$STATE/without-speed"
  (install_missing has_header "${SPEED_NEEDS[@]}") 2>/dev/null && return
  say "The package libdnnl-dev could not be had. OpenBLAS does its work, a little slower."
  mkdir -p "$STATE" && touch "$STATE/without-speed"
}
has_wide_intel() { grep -qs GenuineIntel "$PROCESSOR" && grep -qs avx512f "$PROCESSOR"; }
# Texts are not worth a stop.
require_texts() {
  (install_missing has_file "${TEXT_NEEDS[@]}") || say "The texts could not be had; tests that read them are left out."
}
require_browser() { install_missing has_program "${BROWSER_NEEDS[@]}"; }
