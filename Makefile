# Everything a person or a robot does with a checkout, one target each. `make` alone lists them.
#
# A step leaves a stamp in .venv/stamps and is done again only when what it read has changed.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/stamps
PIP := $(BIN)/pip --disable-pip-version-check -qq
# Wheels only, so that nothing is compiled and nothing unpinned is fetched for compiling; pyvips alone is published as
# source (plain Python: it finds the libvips that comes with pyvips-binary).
FROM_LOCK := install --require-hashes --no-build-isolation --only-binary :all: --no-binary pyvips
ASSETS := src/sourcebook/reading_room/assets
DESK := src/sourcebook/authorities/static/sourcebook/desk
TEMPLATE := src/sourcebook/web/template

export PATH := $(CURDIR)/scripts:$(PATH)
export PIP_NO_INPUT := 1
# Compiled once and kept: the suite alone starts hundreds of processes, and each would compile all of the code anew.
export PYTHONDONTWRITEBYTECODE :=

# What the built front end and the template database are made from. Folders are listed with the files, since a
# deleted file shows only in the date of its folder.
FRONTEND_SOURCES := $(shell find frontend -mindepth 1 -name node_modules -prune -o -print)
TRANSLATIONS := $(shell find src/sourcebook -name '*.po')
MODEL_SOURCES := $(shell find src/sourcebook -path '*/migrations/*.py' -o -path '*/web/settings*')

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' Makefile

.PHONY: setup
setup: $(DONE)/package $(DONE)/assets $(DONE)/translations $(DONE)/template ## Set up .venv, the front end and the template database

.PHONY: demo
demo: setup ## Make the sample archive in demo/, publish it and serve it on port 8000
	@$(BIN)/sourcebook demo demo

.PHONY: test
test: setup $(DONE)/development browser viewer ## Set up what the tests need and run the whole suite, and lint
	@$(BIN)/ruff check
	# To check types takes one processor a minute: the tests, which often wait, do not wait for that too.
	$(MAKE) --no-print-directory lint >$(VENV)/lint.txt 2>&1 & linting=$$!
	$(BIN)/pytest -n 2 $(PYTEST_ARGS) && tested=0 || tested=$$?
	wait $$linting && linted=0 || linted=$$?
	cat $(VENV)/lint.txt
	exit $$((tested + linted))

.PHONY: lint
lint: $(DONE)/package $(DONE)/development ## Check style, types and the direction of imports
	@$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: format
format: $(DONE)/development ## Put the Python files into the house's form
	@$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: bench
bench: setup $(DONE)/development ## Run the benchmarks and print their figures
	@for program in benchmarks/[!_]*.py; do echo "== $$program"; $(BIN)/python "$$program"; done

.PHONY: docs
docs: setup ## Write the generated pages of docs/reference anew
	@$(BIN)/python -m sourcebook.cli.reference docs/reference

.PHONY: translations
translations: setup ## Bring the catalogues of translations up to date with the code; then translate what is empty
	@$(BIN)/python -m sourcebook.cli.translations extract

.PHONY: tour
tour: setup $(DONE)/development browser ## Take the pictures of docs/tour.md anew
	@SOURCEBOOK_TOUR=1 $(BIN)/pytest -q tests/browser/test_tour.py

.PHONY: lock
lock: $(DONE)/development ## Resolve the dependencies anew (UPGRADE=--upgrade takes newer releases)
	@lock-requirements "$(BIN)/uv" $(UPGRADE)

.PHONY: clean
clean: ## Remove what set-up and the tools made (the archive in demo/ stays)
	@rm -rf $(VENV) frontend/node_modules $(ASSETS) $(DESK) $(TEMPLATE) build src/*.egg-info \
		.mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src -name '*.mo' -delete
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# The steps of set-up.

$(BIN)/pip:
	@make-venv "$(PYTHON)" "$(VENV)"

$(DONE)/runtime: $(BIN)/pip requirements/build.txt requirements/runtime.txt
	@echo "Installing the libraries ..."
	$(PIP) $(FROM_LOCK) -r requirements/build.txt
	$(PIP) $(FROM_LOCK) -r requirements/runtime.txt
	mkdir -p $(DONE) && touch $@

$(DONE)/development: $(DONE)/runtime requirements/development.txt
	@echo "Installing the tools of development ..."
	$(PIP) $(FROM_LOCK) -r requirements/development.txt
	touch $@

$(DONE)/package: $(DONE)/runtime pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	touch $@

$(DONE)/node: $(BIN)/pip frontend/package.json frontend/package-lock.json frontend/.npmrc
	@echo "Installing the front end's packages ..."
	need-node
	cd frontend && npm ci --silent && cd ..
	mkdir -p $(DONE) && touch $@

$(DONE)/assets: $(DONE)/node $(FRONTEND_SOURCES) $(if $(wildcard $(ASSETS)/*),$(if $(wildcard $(DESK)/*),,again),again)
	@echo "Building the front end ..."
	npm --prefix frontend --silent run build
	touch $@

$(DONE)/template: $(DONE)/package $(MODEL_SOURCES) $(if $(wildcard $(TEMPLATE)/*),,again)
	@echo "Building the template database ..."
	$(BIN)/sourcebook build-template
	touch $@

$(DONE)/translations: $(DONE)/package $(TRANSLATIONS) $(if $(wildcard src/sourcebook/web/locale/ru/LC_MESSAGES/django.mo),,again)
	@$(BIN)/python -m sourcebook.cli.translations compile
	touch $@

.PHONY: browser
browser:
	@need-debian chromium chromium

.PHONY: viewer
viewer: $(DONE)/node
	@fetch-mirador $(VENV)/viewers/mirador

.PHONY: again
again:
