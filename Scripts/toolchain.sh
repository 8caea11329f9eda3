# Finds Swift, puts it on the path, and checks its version.
# shellcheck shell=bash
# shellcheck source=Scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

SWIFT_WANTED=6.2
SWIFT_HELP="get Swift $SWIFT_WANTED or newer from https://www.swift.org/install/linux/"

# at_least WANTED SEEN: whether a version such as 6.3.1 is not older than another.
at_least() { [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]; }

require_swift() {
  local folder answer version
  if ! command -v swift >/dev/null; then
    for folder in "${SWIFTLY_BIN_DIR:-$HOME/.local/share/swiftly/bin}" /opt/swift/usr/bin /usr/local/swift/usr/bin; do
      if [[ -x $folder/swift ]]; then
        export PATH="$folder:$PATH"
        break
      fi
    done
  fi
  command -v swift >/dev/null || fail "There is no Swift toolchain on your PATH: $SWIFT_HELP and run make again."
  answer=$(swift --version 2>&1) || fail "Swift is at $(command -v swift) but does not start ($(head -n 1 <<<"$answer")): $SWIFT_HELP."
  version=$(sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' <<<"$answer" | head -n 1)
  [[ -n $version ]] || fail "The program $(command -v swift) is not the Swift compiler: $SWIFT_HELP."
  at_least "$SWIFT_WANTED" "$version" || fail "Swift $version is too old: $SWIFT_HELP and put it first on your PATH."
}
