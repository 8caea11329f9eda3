#!/usr/bin/env bash
# Measures the kit. Arguments are passed on to `glassbox bench cells`.
# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

Scripts/kernel.sh
exec "$PRODUCTS/glassbox" bench cells "$@"
