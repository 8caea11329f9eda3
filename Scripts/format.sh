#!/usr/bin/env bash
# format.sh check: is every Swift file formatted and every script sound?   format.sh write: format the Swift files.
# shellcheck source=Scripts/toolchain.sh
source "$(dirname "$0")/toolchain.sh"
require_swift

case ${1:-} in
write) exec swift format --in-place --recursive --parallel Sources Tests Package.swift ;;
check)
  swift format lint --strict --recursive --parallel Sources Tests Package.swift ||
    fail "The format differs from .swift-format; \`make format\` mends most of it."
  # The checker of scripts comes with the tests' Python packages.
  if [[ ! -x .venv/bin/shellcheck ]]; then Scripts/setup.sh test; fi
  .venv/bin/shellcheck --external-sources Scripts/*.sh .ci/run
  ;;
*) fail "format.sh knows check and write." ;;
esac
