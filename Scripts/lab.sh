#!/usr/bin/env bash
# Opens the notebooks in JupyterLab. Arguments are passed on to it.
# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

Scripts/kernel.sh
declare -a options=()
# JupyterLab refuses to run as root unless told, and a machine without a screen has no browser to open.
if [[ $(id -u) == 0 ]]; then options+=(--allow-root); fi
if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then options+=(--no-browser); fi
say "Opening JupyterLab on Notebooks/; Ctrl-C twice ends it"
exec .venv/bin/jupyter lab --notebook-dir=Notebooks "${options[@]}" "$@"
