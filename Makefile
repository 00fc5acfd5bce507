# Two commands do everything: `make drafts` and `make test`. Each sets up what it needs first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOPICS := $(notdir $(patsubst %/,%,$(dir $(wildcard storygen/topics/*/topic.yaml))))

.PHONY: drafts test lint types contracts check approve bench backtest readability figures clean

drafts: $(READY)  ## draft a report for every police force on every topic, into output/, from the figures that ship
	@mkdir -p $(VENV)/releases
	@for topic in $(TOPICS); do $(BIN)/storygen draft --topic $$topic --data $(VENV)/releases || exit; done

test: $(READY)  ## run every test
	@$(BIN)/pytest -n 2

check: lint types contracts  ## everything but the tests

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY)
	@$(BIN)/mypy

contracts: $(READY)
	@$(BIN)/lint-imports

approve: drafts  ## take today's drafts as the golden ones; say why in the commit
	@$(BIN)/python tests/golden.py
	@git --no-pager diff --stat -- output tests/golden

bench: $(READY)  ## print how long the front desk, the main job, a very large analysis, a large import and the wire formats take
	@$(BIN)/python benchmarks/front_desk.py
	@$(BIN)/python benchmarks/analysis.py
	@$(BIN)/python benchmarks/data_import.py
	@$(BIN)/python benchmarks/proof_desk.py
	@$(BIN)/python benchmarks/wire_formats.py
	@$(BIN)/python benchmarks/wire.py 1000

backtest: $(READY)  ## run every edition as if it were the newest; writes docs/backtest.md
	@$(BIN)/python scripts/backtest.py

readability: $(READY)  ## measure how the edition reads; writes docs/readability.md
	@$(BIN)/python scripts/readability.py

mutants: $(READY)  ## plant errors in clean drafts and see what the proof desk finds; writes docs/mutants.md
	@$(BIN)/python scripts/mutants.py

figures: $(READY)  ## check the embedded figures again
	@$(BIN)/python scripts/embed_figures.py --check

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "storygen needs Python 3.11 or later; say which with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@
