# Rapporteur. `make` lists what there is. Works with GNU make 3.81 and later.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && exit; \
	done; echo python3)
HOST ?= 127.0.0.1
PORT ?= 8000
ARGS ?=
N ?= 2000

VENV := .venv
PY := $(VENV)/bin/python
# One stamp for each content of the pins: other pins, another stamp, a new installation.
INSTALLED := $(VENV)/installed-$(shell cksum < requirements.txt | tr ' ' '-')
DEV_INSTALLED := $(VENV)/dev-installed-$(shell cksum < requirements-dev.txt | tr ' ' '-')
# Twice quiet: what pip warns about is its own housekeeping; errors are shown.
INSTALL := $(PY) -m pip install -qq --disable-pip-version-check --require-hashes

.PHONY: help run dev test test-postgres e2e bench relevance lint fmt messages pins clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "make %-14s %s\n", $$1, $$2}' Makefile

run: ## start the archive with its demonstration at http://127.0.0.1:8000 (PORT=8001 for another)
	@$(PYTHON) tools/preflight.py --host $(HOST) --port $(PORT)
	@$(MAKE) --silent $(INSTALLED)
	@$(PY) manage.py prepare
	@echo "Rapporteur is at http://$(HOST):$(PORT)/ and its editors' door at http://$(HOST):$(PORT)/admin/ (Ctrl-C stops it)"
	@BASE_URL="$${BASE_URL:-http://$(HOST):$(PORT)}" exec $(PY) -m gunicorn config.wsgi \
		--bind $(HOST):$(PORT) --workers 2 --threads 4 --log-level warning

dev: $(DEV_INSTALLED) ## start a server that restarts when the code changes
	@$(PY) manage.py migrate --verbosity 0
	DEBUG=1 BASE_URL=http://$(HOST):$(PORT) $(PY) manage.py runserver $(HOST):$(PORT)

test: $(DEV_INSTALLED) ## run the tests (ARGS="-k words" for some of them)
	@$(PY) tools/run_tests.py $(ARGS)

test-postgres: $(DEV_INSTALLED) ## run every test on both databases, and fail where PostgreSQL does not answer
	@EVERYTHING=1 REQUIRE_POSTGRES=1 $(PY) tools/run_tests.py $(ARGS)

e2e: $(DEV_INSTALLED) ## run the browser tests alone, and fail where there is no Chromium
	@REQUIRE_BROWSER=1 $(PY) -m pytest -m browser $(ARGS)

bench: $(DEV_INSTALLED) ## import invented records into an archive of its own and time its pages (N=20000 for more)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	export DATABASE_URL="sqlite:///$$folder/bench.sqlite3" && \
	$(PY) -m tests.benchmarks.generate $(N) > "$$folder/lines.jsonl" && \
	$(PY) manage.py migrate --verbosity 0 && \
	$(PY) manage.py load_demo && \
	$(PY) manage.py import_records "$$folder/lines.jsonl" --publish --source benchmark && \
	$(PY) -m tests.benchmarks.pages

relevance: $(DEV_INSTALLED) ## ask the demonstration what readers ask, and say how often the right record comes first
	@$(PY) -m pytest -n0 -q -s tests/search/test_relevance.py

lint: $(DEV_INSTALLED) ## check style, templates, the map of imports and the migrations
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(VENV)/bin/djade --target-version 5.2 --check $$(git ls-files 'templates/*.html')
	$(PY) -m pytest -q tests/test_import_map.py
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py check

fmt: $(DEV_INSTALLED) ## put code and templates into the house style
	$(PY) -m ruff check --fix --exit-zero .
	$(PY) -m ruff format .
	-$(VENV)/bin/djade --target-version 5.2 $$(git ls-files 'templates/*.html')

messages: $(DEV_INSTALLED) ## gather what people read for the translators, and compile what they wrote (needs gettext)
	$(PY) tools/messages.py

pins: ## compile the pins anew from requirements*.in (needs uv on the PATH)
	uv pip compile --quiet --upgrade $(COMPILE) requirements.in -o requirements.txt
	uv pip compile --quiet --upgrade $(COMPILE) -c requirements.txt requirements-dev.in -o requirements-dev.txt
	uv pip compile --quiet --upgrade $(COMPILE) -c requirements.txt requirements-scale.in -o requirements-scale.txt

COMPILE := --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command 'make pins'

clean: ## remove what make made, except the archive itself in var/
	rm -rf $(VENV) staticfiles .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED):
	@$(PYTHON) tools/preflight.py
	@echo "Installing what Rapporteur runs on (once, about half a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) -r requirements.txt
	@touch $@

$(DEV_INSTALLED):
	@$(PYTHON) tools/preflight.py
	@echo "Installing what the tests need (once, about a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) -r requirements-dev.txt
	@touch $@ $(INSTALLED)
