# Every target below does its own set-up: a virtual environment in .venv with the versions of a lock file.
# It is made once, and brought up to date when the lock or the packaging changes. pip's own settings (PIP_INDEX_URL, ...) apply.

BIN := .venv/bin
READY := .venv/.ready
BIN_NEWEST := .venv-newest/bin
READY_NEWEST := .venv-newest/.ready
BIN_DOCS := .venv-docs/bin
READY_DOCS := .venv-docs/.ready
LAB_ARGS ?=

# $(call python,NAMES,FIRST,LAST): the first of these names that is a Python from version FIRST to LAST (311 is 3.11) and can make environments.
python = $(shell for p in $(1); do $$p -c 'import sys, venv, ensurepip; v = sys.version_info; \
	sys.exit(not $(2) <= 100 * v[0] + v[1] <= $(3))' 2>/dev/null && echo $$p && break; done)

PYTHON ?= $(call python,python3.11 python3.13 python3.12 python3.14 python3 python,311,314)
PYTHON_NEWEST ?= $(call python,python3.14 python3.13 python3 python,313,314)

# An environment keeps the Python that it was made with, and each Python has its lock.
LOCK := $(shell $(firstword $(wildcard $(BIN)/python) $(PYTHON) false) -c 'import sys; \
	v = sys.version_info[1] * (sys.version_info[0] == 3); \
	print("requirements.lock" if v == 11 else "requirements-newest.lock" if v in (12, 13, 14) else "")' 2>/dev/null)

# $(call install,BIN,LOCK): the versions of a lock and this repository into an environment. pip would compile all 17 000 modules beforehand,
# a minute and a half of a core; Python compiles those that are used, when they are imported for the first time.
define install
	$(1)/python -m pip install --disable-pip-version-check --no-compile -r $(2)
	$(1)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
endef

# In a clone, git merges notebooks cell by cell, as .gitconfig says. Nothing outside the clone is changed, nor a choice made before.
merge_notebooks = if [ -e .git ]; then git config --local --get include.path || git config --local include.path ../.gitconfig; fi >/dev/null 2>&1 || true

.DELETE_ON_ERROR:
.PHONY: help demo test test-all test-newest lint lab prepare docs

help:
	@echo "make demo         train the tiny preset on real PBMC counts, generate cells, compare, draw figures/demo.png"
	@echo "make test         notebooks clean, modules and README in sync, ruff, chapters and tutorials run, tests run"
	@echo "make lint         ruff on modules and scripts"
	@echo "make test-all     make test, then figures, benchmarks, and the tests that take long: kills, spoiled inputs"
	@echo "make test-newest  the tests, with the newest packages, on Python 3.13 or 3.14 (PYTHON_NEWEST=... names one)"
	@echo "make lab          JupyterLab on nbs/index.ipynb (LAB_ARGS='--no-browser --ip 0.0.0.0' adds options)"
	@echo "make docs         the website, from the stored outputs, into _docs/: a minute and a half of one core"
	@echo "make prepare      before a commit: clean the notebooks, export the modules, write README.md"

$(READY): $(LOCK) settings.ini setup.py
	@test -n "$(LOCK)" || { echo "Expected Python 3.11 to 3.14 with venv; found none on PATH. \
	Install it (Debian, Ubuntu: python3.11-venv) or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/pip || { echo "Setting up .venv with $(PYTHON) (once; minutes, most of them for torch)"; $(PYTHON) -m venv .venv; }
	$(call install,$(BIN),$(LOCK))
	@$(merge_notebooks)
	@touch $@

$(READY_NEWEST): requirements-newest.lock settings.ini setup.py
	@test -n "$(PYTHON_NEWEST)" || { echo "Expected Python 3.13 or 3.14 with venv; found none on PATH. \
	Name it: make test-newest PYTHON_NEWEST=/path/to/python3.13" >&2; exit 1; }
	@test -x $(BIN_NEWEST)/pip || $(PYTHON_NEWEST) -m venv .venv-newest
	$(call install,$(BIN_NEWEST),requirements-newest.lock)
	@touch $@

# The website needs Sphinx and numpy, and neither torch nor our own requirements.
$(READY_DOCS): requirements-docs.lock
	@test -n "$(PYTHON)" || { echo "Expected Python 3.11 to 3.14 with venv; found none on PATH. Name it: make docs PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN_DOCS)/pip || $(PYTHON) -m venv .venv-docs
	$(BIN_DOCS)/python -m pip install --disable-pip-version-check --quiet -r requirements-docs.lock
	@touch $@

demo: $(READY)
	$(BIN)/python scripts/demo.py

test test-all test-newest: export MPLBACKEND = agg
test test-all test-newest: export OMP_NUM_THREADS = 1
# Numba, once used, gives the OpenMP that torch uses its own number of threads. With all cores for each of two processes they wait for each other at
# every small product of matrices, and a notebook can take ten times as long.
test test-all test-newest: export NUMBA_NUM_THREADS = 1
# Each file of tests runs in one of two processes: what its tests share, such as a trained model, is made once.
test: $(READY)
	$(BIN)/python scripts/check.py sync
	$(BIN)/ruff check
	$(BIN)/nbdev_test --n_workers 2 --timing --skip_folder_re "^(tests|figures|benchmarks)$$"
	$(BIN)/python scripts/check.py skipped
	$(BIN)/python scripts/readme_snippets.py
	$(BIN)/python -m pytest -q -rs -n 2 --dist loadfile --no-loadscope-reorder -m "not long" lingshu_cell

# Also the notebooks of figures and benchmarks, and the tests marked long: many kills, spoiled inputs, whole trainings.
# Those run in one process.
test-all: test
	$(BIN)/nbdev_test --path nbs/figures --n_workers 2 --timing
	$(BIN)/nbdev_test --path nbs/benchmarks --n_workers 2 --timing
	$(BIN)/python -m pytest -q -rs -m long lingshu_cell

# Deprecations that our own modules meet are errors. (pytest's -W means a module of exactly that name; the setting means its beginning.)
test-newest: $(READY_NEWEST)
	$(BIN_NEWEST)/python -m pytest -q -rs -m "not long" -o 'filterwarnings=error::DeprecationWarning:lingshu_cell' lingshu_cell

lint: $(READY)
	$(BIN)/ruff check

lab: $(READY)
	$(BIN)/jupyter lab --config scripts/jupyter_config.py $(if $(filter 0,$(shell id -u)),--allow-root) $(LAB_ARGS)

docs: $(READY_DOCS)
	$(BIN_DOCS)/python scripts/make_docs.py

prepare: $(READY)
	$(BIN)/nbdev_clean
	$(BIN)/python scripts/tidy_notebooks.py
	$(BIN)/nbdev_export
	$(BIN)/python scripts/make_readme.py
