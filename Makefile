# make demo    install into .venv and decide an example case
# make test    everything that CI checks
# make bench   figures, side by side
# make letters one letter of each kind in build/letters, to look at
# make browser the pages of the desk in a real browser; needs Chromium
# make spark   the same caseload query on Spark, on this machine; needs Java 17
# make slow    what takes minutes: more random cases, tests with processes
# make lint | format | schema | docs | snapshots | lock | vendor

PYTHON ?= python3
PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet
BUILD := build

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: demo test bench letters browser spark slow lint format schema docs snapshots lock vendor
export PATH := $(CURDIR)/.venv/bin:$(PATH)

CASE := delft/scope toelating --zaak docs/voorbeelden/delft-toelating.yaml --peildatum 2026-10-15 --besluitdatum 2026-10-20

demo: .venv/ready
	@mkdir -p $(BUILD)
	soco controleer agreements/delft
	soco besluit $(CASE)
	soco besluit $(CASE) --json > $(BUILD)/toelating.json
	soco brief $(BUILD)/toelating.json --uit $(BUILD)/toelating.html

test: lint
	soco controleer agreements
	soco toets features --dekking-minimaal 100
	pytest

lint: .venv/ready
	ruff format --check
	ruff check
	mypy
	lint-imports --no-logo

format: .venv/ready
	ruff check --fix
	ruff format

bench: .venv/ready-bench
	python -m bench

letters: .venv/ready
	python -m tests.letters.gallery $(BUILD)/letters

# Every page of the desk in the Chromium of this machine.
browser: .venv/ready
	pytest -m browser

spark: .venv/ready-spark
	pytest -m spark

# What takes minutes: tests with processes and many cases, and 200,000 random cases through both calculators.
slow: .venv/ready
	soco controleer --bewijs
	soco toets --mutaties-minimaal 95
	pytest -m slow
	python -m tests.differential 200000

# What is generated and committed; a test fails when it is stale.
schema: .venv/ready
	python -m soco_rules.parser.schema schema
	python -m soco_rules.model.decision_schema schema
	python -m soco_rules.comparing.document schema
	python -m soco_rules.simulation.document schema

docs: .venv/ready
	python -m tests.docs.generate

snapshots: .venv/ready
	pytest --snapshot-update

# Needs uv on the PATH. Pinned for every Python and platform that pyproject.toml admits.
LOCKED := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet
LOCK := uv pip compile pyproject.toml $(LOCKED)
lock:
	$(LOCK) --extra bewijs --extra brief --extra dev --extra dossier --extra simulatie --extra web --output-file requirements.lock
	$(LOCK) --extra bewijs --extra brief --extra dossier --extra simulatie --extra web --constraints requirements.lock --output-file requirements-desk.lock
	printf 'hatchling\nsetuptools\n' | uv pip compile - $(LOCKED) --output-file requirements-build.lock
	$(LOCK) --extra verdeeld --constraints requirements.lock --output-file requirements-spark.lock
	$(LOCK) --extra bench --extra simulatie --constraints requirements.lock --output-file requirements-bench.lock

.venv/bin/python:
	@$(PYTHON) -c 'import sys; (3, 11) <= sys.version_info[:2] <= (3, 12) or sys.exit( \
	"soco-rules needs Python 3.11 or 3.12; $(PYTHON) is %d.%d. Try: make demo PYTHON=python3.12" \
	% sys.version_info[:2])'
	$(PYTHON) -m venv .venv

.venv/ready: requirements.lock pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --editable .
	@touch $@

.venv/ready-bench: requirements-bench.lock .venv/ready
	$(PIP) install --require-hashes --requirement requirements-bench.lock
	@touch $@

.venv/ready-spark: requirements-spark.lock .venv/ready
	$(PIP) install --require-hashes --requirement requirements-spark.lock
	@touch $@

# How pages look, and htmx: taken from npm at the versions of package.json, and committed so that nobody else needs npm.
VENDOR := soco_rules/web/static/vendor
FROM := $(BUILD)/vendor/node_modules
vendor:
	mkdir -p $(BUILD)/vendor && cp $(VENDOR)/package.json $(BUILD)/vendor
	npm install --prefix $(BUILD)/vendor --silent --no-fund --no-audit --ignore-scripts
	cp $(FROM)/@utrecht/component-library-css/dist/index.css $(VENDOR)/utrecht.css
	cp $(FROM)/@utrecht/component-library-css/dist/html.css $(VENDOR)/utrecht-html.css
	cp $(FROM)/@utrecht/component-library-css/LICENSE.md $(VENDOR)/utrecht.LICENSE.md
	cp $(FROM)/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css $(VENDOR)/voorbeeld.css
	cp $(FROM)/@nl-design-system-unstable/voorbeeld-design-tokens/LICENSE.md $(VENDOR)/voorbeeld.LICENSE.md
	cp $(FROM)/htmx.org/dist/htmx.min.js $(VENDOR)/htmx.js
	cp $(FROM)/htmx.org/LICENSE $(VENDOR)/htmx.LICENSE.md
	cp $(FROM)/@fontsource/noto-sans/files/noto-sans-latin-{400,700}-normal.woff2 $(VENDOR)
	cp $(FROM)/@fontsource/noto-serif/files/noto-serif-latin-700-normal.woff2 $(VENDOR)
	cp $(FROM)/@fontsource/noto-sans/LICENSE $(VENDOR)/noto.LICENSE.md
