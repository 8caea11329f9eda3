#!/usr/bin/env bash
# Builds the kernel and installs it into .venv, where `make lab` and the tests find it.
# shellcheck source=Scripts/build.sh
source "$(dirname "$0")/build.sh"

Scripts/setup.sh lab
build_products
"$PRODUCTS/glassbox" kernel install --prefix .venv
