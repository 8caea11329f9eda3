# Builds the kit, optimised, and its tests.
# shellcheck shell=bash
# shellcheck source=Scripts/toolchain.sh
source "$(dirname "${BASH_SOURCE[0]}")/toolchain.sh"

build_products() { run_build -c release; }
# The Swift tests look inside the modules, which an optimised build does not allow.
build_tests() { run_build --build-tests; }

run_build() {
  forget_another_place
  fetch_packages
  if [[ ! -x $PRODUCTS/glassbox ]]; then say "Building Glassbox; the first time takes a few minutes"; fi
  swift build "$@" || fail "The build failed; the lines above say where."
}

# Compiled modules note the folder in which they were built; after the repository has been moved they are of no use.
forget_another_place() {
  mkdir -p "$STATE"
  if [[ -f $STATE/place && $(<"$STATE/place") != "$PWD" ]]; then
    say "The repository was moved from $(<"$STATE/place"); building again"
    find .build -mindepth 1 -maxdepth 1 ! -name glassbox ! -name checkouts ! -name repositories -exec rm -rf {} +
  fi
  printf '%s' "$PWD" >"$STATE/place"
}

fetch_packages() {
  if [[ -f Package.resolved && -d .build/checkouts && Package.resolved -nt Package.swift ]]; then return; fi
  say "Fetching the Swift packages that Package.swift names"
  quietly resolve swift package resolve ||
    fail "The Swift packages could not be fetched (is the network there?): $(grep -m 1 -i -E 'error:|fatal:' "$STATE/resolve.log" || tail -n 1 "$STATE/resolve.log") The whole story is in $STATE/resolve.log."
  touch Package.resolved
}
