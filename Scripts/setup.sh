#!/usr/bin/env bash
# Installs what the kit needs, and nothing that is there already.
#   setup.sh build   system libraries and a Swift toolchain that is new enough
#   setup.sh lab     that, and JupyterLab in .venv
#   setup.sh test    that, and what the tests need: pytest, a browser, texts, a small real model
#   setup.sh all     everything
# shellcheck source=Scripts/toolchain.sh
source "$(dirname "$0")/toolchain.sh"
# shellcheck source=Scripts/python.sh
source "$(dirname "$0")/python.sh"

require_swift
require_build_packages
require_speed "$([[ ${1:-all} == all ]] && echo again || echo once)"
case ${1:-all} in
build) ;;
lab) require_python Scripts/requirements.txt ;;
test | all)
  require_browser
  require_texts
  require_python Scripts/requirements.txt Scripts/requirements-test.txt
  require_models
  if [[ ${1:-all} == all ]]; then say "Everything is there. \`make lab\` opens the notebooks."; fi
  ;;
*) fail "setup.sh knows build, lab, test and all, not '$1'." ;;
esac
