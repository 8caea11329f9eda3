#!/usr/bin/env bash
# Measures the kit: cells beside ipykernel, the course, the library beside PyTorch. Arguments are passed on to all.
# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

Scripts/kernel.sh
Scripts/peers.sh || say "Measuring without PyTorch"
"$PRODUCTS/glassbox" bench cells "$@"
"$PRODUCTS/glassbox" bench course "$@"
exec "$PRODUCTS/glassbox" bench tensors "$@"
