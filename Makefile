# Every target below does its own set-up: a virtual environment in .venv with the versions of requirements.lock.
# It is made once, and brought up to date when the lock or the packaging changes. pip's own settings (PIP_INDEX_URL, ...) apply.

BIN := .venv/bin
READY := .venv/.ready
PYTHON ?= $(shell for p in python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && echo $$p && break; done)
LAB_ARGS ?=

.DELETE_ON_ERROR:
.PHONY: help demo test lab prepare

help:
	@echo "make demo     train the tiny preset on real PBMC counts, generate cells, compare, draw figures/demo.png"
	@echo "make test     notebooks clean, modules and README in sync, every notebook run, every test run"
	@echo "make lab      JupyterLab on nbs/index.ipynb (LAB_ARGS='--no-browser --ip 0.0.0.0' adds options)"
	@echo "make prepare  before a commit: clean the notebooks, export the modules, write README.md"

$(READY): requirements.lock settings.ini setup.py
	@test -n "$(PYTHON)" || { echo "Expected Python 3.11 with venv; found none on PATH. \
	Install it (Debian, Ubuntu: python3.11-venv) or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Setting up .venv with $(PYTHON) (once; minutes, most of them for torch)"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	$(BIN)/python scripts/demo.py

test: export MPLBACKEND = agg
test: export OMP_NUM_THREADS = 1
test: $(READY)
	$(BIN)/python scripts/check.py sync
	$(BIN)/nbdev_test --n_workers 2 --timing
	$(BIN)/python scripts/check.py skipped
	$(BIN)/python -m pytest -q -rs lingshu_cell

lab: $(READY)
	$(BIN)/jupyter lab --config scripts/jupyter_config.py $(if $(filter 0,$(shell id -u)),--allow-root) $(LAB_ARGS)

prepare: $(READY)
	$(BIN)/nbdev_clean
	$(BIN)/nbdev_export
	$(BIN)/python scripts/make_readme.py
