#!/usr/bin/env bash
# Builds the terminal course and starts it. Arguments are passed on to it.
# shellcheck source=Scripts/build.sh
source "$(dirname "$0")/build.sh"

Scripts/setup.sh build
build_products
[[ -x $PRODUCTS/lesson ]] || fail "The terminal course is not part of this version; \`make lab\` opens the notebooks."
exec "$PRODUCTS/lesson" "$@"
