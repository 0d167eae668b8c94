# Every task of the project. "make" alone lists them. The way from a bare Debian 12 (python3, pip, make):
# pip brings uv into .tools, uv makes .venv (no venv package is needed) and installs what the locks say, by hash.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= $(shell expr $$(nproc 2>/dev/null || echo 1) + 1)
FUZZ ?= 100000
CASES ?= 1000000

UV := .tools/bin/uv
BIN := .venv/bin
LOCK := $(UV) pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11
INSTALL := $(UV) pip install --quiet --python $(BIN)/python --offline --no-deps --no-build-isolation --editable .

# The tests of the office never share a process with those of the browser: Playwright keeps an event loop running in
# the thread, and Django refuses its database there.
TESTS := $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help run test postgres quick check bench security fuzz oracle mutants measure docs format lock setup setup-dev packages ocr bundle sbom clean

help: ## list the tasks (this is the default)
	@echo 'Gongkai 公开 - tasks:'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

run: setup ## set everything up and start the demonstration on http://127.0.0.1:8000 (HOST=, PORT= change that)
	@echo 'Starting the demonstration on http://$(HOST):$(PORT)/ - stop with Ctrl+C.'
	@$(BIN)/gongkai demo --host $(HOST) --port $(PORT)

test: setup-dev packages ## set everything up and run all tests; those of the database on PostgreSQL too
	@echo '1/3: the tests of the database, on PostgreSQL, in $(WORKERS) processes.'
	@$(TESTS) -p tests.postgres -m 'db and not slow' tests/web tests/security
	@echo '2/3: the office, on SQLite.'
	@$(TESTS) tests/web tests/security
	@echo '3/3: everything else, and the pages in a browser.'
	@$(TESTS) --ignore=tests/web --ignore=tests/security

postgres: setup-dev ## every test of the database on PostgreSQL, the long ones too (make test leaves those to SQLite)
	@$(TESTS) -p tests.postgres -m db tests/web tests/security

quick: setup-dev ## the tests that need no browser, no LibreOffice and no long fuzzing (under two minutes)
	@echo 'Running the quick tests in $(WORKERS) processes.'
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile -m 'not browser and not libreoffice and not slow and not fuzz'

check: setup-dev ## format, lint, types and import contracts
	@failed=0; \
	echo 'Format:'; $(BIN)/ruff format --check . || failed=1; \
	echo 'Lint:'; $(BIN)/ruff check . || failed=1; \
	echo 'Types:'; $(BIN)/mypy || failed=1; \
	echo 'Contracts:'; PYTHONPATH=src $(BIN)/lint-imports --config pyproject.toml || failed=1; \
	exit $$failed

bench: setup-dev ## measure speed; every script in bench/ prints ratios
	@for script in $$(grep -l __main__ bench/*.py | grep -v bench/measure.py); do \
	  echo "== $$script"; PYTHONPATH=. $(BIN)/python $$script || exit 1; done

security: setup-dev ## the security checks at length: fifty kills, two hundred races, ten thousand guesses
	@GONGKAI_KILLS=50 GONGKAI_RACES=200 GONGKAI_NUMBERS=1000 GONGKAI_TRIES=10000 GONGKAI_PAYLOADS=500 GONGKAI_BREAKS=1000 $(TESTS) tests/security tests/web/review/test_race.py tests/web/replies/test_race.py

fuzz: setup-dev ## mutate reports at length (FUZZ=100000 of them), and let every property look for new examples
	@echo 'Mutating $(FUZZ) reports in $(WORKERS) processes.'
	@$(BIN)/python -m tests.adversary.fuzz --count $(FUZZ) --jobs $(WORKERS)
	@echo 'Properties with new examples; make test draws the same ones each time.'
	@GONGKAI_RANDOM=1 $(TESTS) -m hypothesis

oracle: setup-dev ## hold the clocks against the naive oracle (CASES=1000000 random cases)
	@echo 'Comparing $(CASES) random cases in $(WORKERS) processes.'
	@PYTHONPATH=src:. $(BIN)/python -m tests.oracle.compare --count $(CASES) --workers $(WORKERS)

mutants: setup-dev ## change the clocks in small ways and see that a test notices each (long; SET= narrows it)
	@.ci/mutants $(SET)

bundle: ## pack everything for a network without a registry into dist/ (see ops/README.md)
	@ops/bundle

sbom: setup ## write the bill of materials (CycloneDX) of the locked packages into dist/
	@mkdir -p dist && $(BIN)/python ops/sbom > dist/gongkai.cdx.json && echo dist/gongkai.cdx.json

measure: setup-dev ## cells right, flagged, wrong; errors found, missed; false alarms - with denominators
	@$(BIN)/python -m bench.measure

docs: setup-dev ## print the pages of docs/ that come from the code
	@$(BIN)/python docs/print.py

format: setup-dev ## put all code into the house format
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

lock: $(UV) ## resolve the dependencies of pyproject.toml anew into the two locks
	@echo 'Resolving; the locks hold hashes and no addresses.'
	@$(LOCK) --group build -o requirements.lock pyproject.toml
	@$(LOCK) --extra ocr --extra scale --extra pg --extra oidc --extra s3 --group build --group dev -c requirements.lock -o requirements-dev.lock pyproject.toml

setup: .venv/base.stamp ## only set up what running needs

setup-dev: .venv/dev.stamp ## only set up what developing needs

packages: ## the Debian packages that the tests need; as root they are installed, otherwise you are told how
	@.ci/packages

ocr: setup ## add the reading of scanned reports (about 300 MB) to this set-up
	@echo 'Adding the reader of scanned pages (rapidocr, onnxruntime).'
	@$(UV) pip install --quiet --python $(BIN)/python --constraint requirements-dev.lock \
	  --no-build-isolation --editable '.[ocr]'

clean: ## remove what the set-up made (.tools, .venv) and the caches
	@rm -rf .tools .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build src/gongkai.egg-info

$(UV): .ci/uv.lock
	@echo 'Set-up 1/3: fetching uv, the installer, into .tools'
	@command -v $(PYTHON) >/dev/null || { echo 'python3 is missing: apt-get install python3 python3-pip'; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { echo 'pip is missing: apt-get install python3-pip'; exit 1; }
	@rm -rf .tools
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
	  --require-hashes --target .tools -r .ci/uv.lock
	@touch $(UV)

.venv/bin/python: | $(UV)
	@echo 'Set-up 2/3: making the environment .venv'
	@$(UV) venv --quiet --python "$$(command -v $(PYTHON))" .venv

.venv/base.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@echo 'Set-up 3/3: installing the locked packages (about 60 MB the first time)'
	@lock=requirements.lock; [ ! -e .venv/dev.stamp ] || lock=requirements-dev.lock; \
	  $(UV) pip sync --quiet --python $(BIN)/python --require-hashes $$lock
	@$(INSTALL)
	@touch $@

.venv/dev.stamp: requirements-dev.lock pyproject.toml | .venv/bin/python
	@echo 'Set-up 3/3: installing the locked packages with those for tests (about 300 MB the first time)'
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements-dev.lock
	@$(INSTALL)
	@touch $@ .venv/base.stamp
