# The front door. Every target does the set-up that it needs, says what it installs, and does nothing twice.
# The work is in Scripts/; `make help` lists the targets.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup lab lesson test sanitize bench kernel format lint clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

setup: ## Install what the kit needs: system libraries, the Python side in .venv
	@Scripts/setup.sh all

lab: ## Open the notebooks in JupyterLab (LAB_FLAGS=--no-browser, LAB_FLAGS="--port 9000", ...)
	@Scripts/lab.sh $(LAB_FLAGS)

lesson: ## The same course in your terminal; needs no Python
	@Scripts/lesson.sh $(LESSON_FLAGS)

test: ## Prove that everything works
	@Scripts/test.sh

sanitize: ## Run the library's tests under the address and the thread sanitizer
	@Scripts/sanitize.sh

bench: ## Measure the kit on this machine, beside its peers (BENCH_FLAGS=--quick)
	@Scripts/bench.sh $(BENCH_FLAGS)

kernel: ## Build the kernel and install it into .venv
	@Scripts/kernel.sh

format: ## Format the Swift sources in place
	@Scripts/format.sh write

lint: ## Check the format of the Swift sources and the scripts
	@Scripts/format.sh check

clean: ## Remove everything that was built or installed here (not the system's packages)
	@rm -rf .build .venv .venv-peers .swiftpm Tests/Browser/screenshots
