#!/usr/bin/env bash
# Draws the kernel's logo as PNG in the two sizes that Jupyter asks for. Needs Chromium; run it after editing the SVG.
set -euo pipefail
cd "$(dirname "$0")/../Sources/KernelInstallation/Logos"

browser=$(command -v chromium || command -v google-chrome) || {
  echo "render-logo: no Chromium on PATH; install the package chromium." >&2
  exit 1
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for size in 32 64; do
  page="$scratch/logo-$size.html"
  printf '<style>*{margin:0}svg{display:block;width:%dpx;height:%dpx}</style>%s' "$size" "$size" "$(<logo-svg.svg)" >"$page"
  "$browser" --headless --no-sandbox --hide-scrollbars --default-background-color=00000000 --user-data-dir="$scratch/profile" \
    --window-size="$size,$size" --screenshot="$PWD/logo-${size}x$size.png" "file://$page" >"$scratch/log" 2>&1 || {
    cat "$scratch/log" >&2
    exit 1
  }
done
