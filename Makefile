# make demo   installs, prepares and serves a demonstration on http://127.0.0.1:$(PORT)
# make test   installs what the tests need and runs them all; FLAGS="-k name" narrows them
# make lint   style and types; make format  mends what of it can be mended by itself
# make coverage  runs the tests once more, slower, and prints the branches that none enters
# make bench  prints the medians and query counts that the README claims
# make lock   resolves pyproject.toml into the two hashed requirements files

PYTHON ?= python3
PORT ?= 8000
VENV ?= .venv
PIP = $(VENV)/bin/python -m pip --disable-pip-version-check --quiet install
PO := $(wildcard composer_site/locale*/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)
LOCK = $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml

export PORT

.PHONY: demo test lint format coverage bench lock install install-test catalogues

demo: install catalogues
	@DEMO=true exec $(VENV)/bin/python manage.py demo

test: install-test catalogues
	$(VENV)/bin/python -m pytest -n auto --dist worksteal $(FLAGS)
	@# Time is measured where nothing else runs; once, for it does not depend on the database.
	$(if $(FLAGS)$(DATABASE_URL),,$(VENV)/bin/python -m pytest -n 0 tests/growth.py)

lint: install-test
	$(VENV)/bin/python -m ruff check .
	$(VENV)/bin/python -m ruff format --check .
	$(VENV)/bin/python -m djlint --lint --quiet .
	@types=$$(mktemp -d) && trap 'rm -rf "$$types"' EXIT \
	  && DEMO=true DATA_DIR=$$types $(VENV)/bin/python -m mypy

format: install-test
	$(VENV)/bin/python -m ruff check --fix .
	$(VENV)/bin/python -m ruff format .

coverage: install-test catalogues
	$(VENV)/bin/python -m pytest -n auto --dist worksteal --cov $(FLAGS)

bench: install catalogues
	@$(VENV)/bin/python bench/run.py
	@$(VENV)/bin/python bench/slow_clients.py

install: $(VENV)/installed
install-test: $(VENV)/installed-test
catalogues: $(MO)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's venv is missing. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-test: requirements-test.txt | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements-test.txt
	@touch $@ $(VENV)/installed

$(MO): %.mo: %.po | $(VENV)/bin/python
	@test -e $(VENV)/installed || $(MAKE) --no-print-directory install
	$(VENV)/bin/pybabel --quiet compile --input-file=$< --output-file=$@
	@# Babel skips a catalogue whose header is marked fuzzy, without a word.
	@test -e $@ || { echo "$< is not compiled: take the mark \"fuzzy\" from its header"; exit 1; }

lock: | $(VENV)/bin/python
	$(PIP) uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra test --constraint requirements.txt --output-file requirements-test.txt
