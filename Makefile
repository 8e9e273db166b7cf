# make demo    set everything up, build the sample pack into output/
# make test    set everything up, run all tests
# make check   formatting, lint and types; changes nothing
# make fix     mend what a tool can mend
# make bench   measure, and write docs/benchmarks.md; with ONLY=measures or ONLY=reading that section alone
# make sample  write sample_data/ again from its seeded script
# make audit-bench    hide and attack 10,000 random releases: none may give a hidden number away
# make robustness CORPUS=folder    read every spreadsheet of a folder, each in a process of its own
.PHONY: demo test check fix bench sample setup robustness audit-bench
.DEFAULT_GOAL := demo
PYTHON := .venv/bin/python

setup:
	@bash tools/setup.sh

demo: setup
	@$(PYTHON) -m evidencegen build sample_data --out output

test:
	@bash tools/setup.sh browser
	@$(PYTHON) -m pytest -n auto

check: setup
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy

fix: setup
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

bench: setup
	@$(PYTHON) bench/measure.py $(if $(ONLY),--only $(ONLY))

sample: setup
	@$(PYTHON) sample_data/make_sample.py

robustness: setup
	@$(PYTHON) -m tools.robustness "$(or $(CORPUS),$(error name the folder: make robustness CORPUS=folder))"

audit-bench: setup
	@$(PYTHON) -m tools.audit_releases $(or $(N),10000)
