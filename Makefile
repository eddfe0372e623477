# Coursewright. Every command first sets up .venv from requirements.lock, once.
# Another Python: make test PYTHON=python3.13        Another address: make serve ADDRESS=127.0.0.1:8080

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
WORKERS ?= auto

BIN = .venv/bin
PIP = PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip -qq
SOURCES = docs course bib hooks mkdocs.yml
# The site as a folder of files: pages are addressed by their files, which no server has to complete.
PACK = SOURCE_DATE_EPOCH=$(EPOCH) DIRECTORY_URLS=false $(BIN)/mkdocs build --quiet --site-dir build/files \
	&& $(BIN)/coursewright pack build/files
SHEETS = $(BIN)/coursewright print --offered $(if $(filter instructor,$(EDITION)),--facilitator)

# Dates in the site come from the sources: the newest commit, without git the newest file.
NEWEST_FILE = import pathlib, sys; print(int(max(f.stat().st_mtime for s in sys.argv[1:] \
	for f in [pathlib.Path(s), *pathlib.Path(s).rglob("*")] if f.is_file() and "__pycache__" not in f.parts)))
EPOCH = $$({ test -e .git && git log -1 --format=%ct 2>/dev/null; } || $(BIN)/python -c '$(NEWEST_FILE)' $(SOURCES))

.PHONY: help serve test lint check build print bench lock clean distclean setup

help:
	@echo 'make serve    builds, shows the course on http://$(ADDRESS)/ and reloads on every change'
	@echo 'make check    tells problems in lessons, cases, questions and references, each at its place'
	@echo 'make build    builds the whole site in site/'
	@echo 'make print    builds the site with the sheets of every question set and says where they are'
	@echo 'make test     tests everything: style, types, layers, engine, course, browser'
	@echo 'make bench    measures what a build costs against plain MkDocs, and citations against mkdocs-bibtex'
	@echo 'make lock     takes new versions of all that is installed into requirements.lock'
	@echo 'make clean    removes what was built; make distclean removes .venv too'

serve: setup
	@$(BIN)/python -c 'import socket, sys; host, port = sys.argv[1].rsplit(":", 1); \
		socket.create_server((host, int(port))).close()' $(ADDRESS) 2>/dev/null || { \
		echo '$(ADDRESS) cannot be had (is another server running?); try: make serve ADDRESS=127.0.0.1:8001' >&2; exit 1; }
	@echo 'Building; then the course is on http://$(ADDRESS)/ (Ctrl-C stops it).'
	@$(SHEETS)
	@$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

check: setup
	@$(BIN)/coursewright check

build: check
	@$(SHEETS)
	@$(PACK)
	@SOURCE_DATE_EPOCH=$(EPOCH) $(BIN)/mkdocs build --strict --clean --site-dir site

print: build
	@echo 'Sheets as PDF, DOCX, HTML and Markdown, a folder for each set:'
	@ls -d site/sets/*/

test: lint
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

lint: setup
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo 'Not formatted as ruff does it: $(BIN)/ruff format .'; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/imports

bench: setup
	@$(BIN)/python tests/bench/bench.py
	@$(BIN)/python -m pytest -m timing
	@$(BIN)/python tests/bench/citations.py

# uv resolves for every Python and platform at once, which pip-compile does not.
lock:
	@$(PYTHON) -m venv .cache/lock
	@PIP_DISABLE_PIP_VERSION_CHECK=1 .cache/lock/bin/python -m pip -qq install uv
	@.cache/lock/bin/uv pip compile pyproject.toml --output-file requirements.lock --quiet \
		--universal --python-version 3.11.5 --all-extras --upgrade --generate-hashes --no-header
	@echo 'requirements.lock is new; make test says whether it works.'

clean:
	@rm -rf site build dist .cache
	@find hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	@rm -rf .venv

# Two stamps hold what .venv was made from. A copied or moved folder gets an environment of its own.
setup:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null || { \
		found="$$($(PYTHON) --version 2>/dev/null)" || found='not on this machine'; \
		echo "Coursewright needs Python 3.11.5 or newer; '$(PYTHON)' is $$found. Name another: make PYTHON=..." >&2; exit 1; }
	@lock="$$(pwd) $$(cksum <requirements.lock)"; project="$$(cksum <pyproject.toml)"; \
	if [ "$$(cat .venv/lock 2>/dev/null)" != "$$lock" ]; then \
		echo 'Setting up .venv from requirements.lock (once, about a minute) ...'; \
		$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
			echo "'$(PYTHON)' cannot make environments; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }; \
		$(PYTHON) -m venv --clear .venv && $(PIP) install --require-hashes -r requirements.lock && echo "$$lock" >.venv/lock || exit 1; \
	fi; \
	if [ "$$(cat .venv/project 2>/dev/null)" != "$$project" ]; then \
		$(PIP) install --no-deps --no-build-isolation --editable . && $(BIN)/python -m compileall -q hooks && \
		echo "$$project" >.venv/project || exit 1; \
	fi
