.PHONY: demo test check bench

PYTHON ?= python3
BIN := .venv/bin

.venv/ready: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	touch $@

demo: .venv/ready
	$(BIN)/tawatur demo $(ARGS)

test: .venv/ready
	$(BIN)/python -m pytest

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/ready
	$(BIN)/python benchmarks/import_corpus.py
	$(BIN)/python benchmarks/read_pages.py
	$(BIN)/python benchmarks/time_expressions.py
	$(BIN)/python benchmarks/attribution_ar.py test
	$(BIN)/python benchmarks/attribution_en.py dev
