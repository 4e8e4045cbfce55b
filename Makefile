# `make build` and `make test` are all that a fresh machine needs, besides Python 3.11 or later.
PYTHON ?= python3
VENV ?= .venv
PIP = $(VENV)/bin/pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: build test check check-fast bench docs pictures clean

build: $(VENV)/bin/python
	rm -rf build
	$(PIP) .
	$(VENV)/bin/quizgen build

test: $(VENV)/bin/python
	$(PIP) -e '.[test]'
	$(MAKE) check

check: $(VENV)/bin/ruff
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/python -m pytest -n auto --dist loadfile

check-fast: $(VENV)/bin/ruff
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/python -m pytest -n auto --dist loadfile -m "not slow"

bench: $(VENV)/bin/python
	$(PIP) -e '.[bench]'
	$(VENV)/bin/python -m tools.benchmarks

docs: $(VENV)/bin/python
	$(PIP) -e '.[docs]'
	$(VENV)/bin/mkdocs build --quiet --strict -f tools/site/mkdocs.yml

pictures: $(VENV)/bin/python
	$(PIP) -e '.[test]'
	PYTHONPATH=tests $(VENV)/bin/python -m tools.pictures $(NAMES)

$(VENV)/bin/ruff: | $(VENV)/bin/python
	$(PIP) -e '.[test]'

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) build site *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
