# Everything on a fresh machine with Python >= 3.11: `make demo`, `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check mutants clean

# The environment is made anew whenever the project's dependencies change.
$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# Exit code 1 says that faults were found, as there are in this list; 2 and 3 would be failures.
demo: $(VENV)/ready
	$(BIN)/paracite tidy data/article.txt -o out --registry data/registry.jsonl --offline || [ $$? -eq 1 ]

test: $(VENV)/ready
	$(BIN)/python -m pytest --numprocesses=auto

check: $(VENV)/ready
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/complexipy src --max-complexity-allowed 15 --quiet
	$(BIN)/mypy
	$(BIN)/python tools/make_docs.py --check

# How many small faults the tests notice: `make mutants N=300 SEED=7 ONLY=fields`.
mutants: $(VENV)/ready
	$(BIN)/python tools/mutants.py $(or $(N),100) --seed $(or $(SEED),1) --only "$(ONLY)"

clean:
	rm -rf $(VENV) out
