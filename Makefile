# Everything a newcomer needs: `make site` and `make test`, with Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export NO_MKDOCS_2_WARNING := 1
SECONDS ?= 1200
MUTANTS ?= 600
JOBS ?= 1

.PHONY: help words site manual demonstrations test lint ledger unit browser serve check soak markup bench clients fuzz mutants lock clean
help:
	@echo "make site     build the brief into site/"
	@echo "make manual   build the manual of policybrief into build/manual/"
	@echo "make demonstrations"
	@echo "              build the summary in Azerbaijani and Russian into demonstrations/az/site and demonstrations/ru/site"
	@echo "make serve    preview the brief at http://127.0.0.1:8000/ and rebuild it after every change"
	@echo "make check    report every problem in the brief"
	@echo "make test     run all linters, type checks and tests (finds or installs a Chromium for the browser tests)"
	@echo "make unit     run only the tests that need neither a browser nor a whole site"
	@echo "make lint     run only the linters and type checks"
	@echo "make ledger   fail if anchors.lock is out of date or a paragraph in it needs a decision"
	@echo "make soak     run the long tests: interrupt commands at every change to the disk, run many builds at once,"
	@echo "              fill a disk, build random briefs (two to three hours)"
	@echo "make markup   try the constructs in the manuals and test suites of other Markdown programs, cloned on first use"
	@echo "make bench    measure page loads, the cost against plain MkDocs and Material, search, ids, and hostile input"
	@echo "make clients  show how reader views, extractors, BibTeX programs and vnu read the site (needs npm and Java)"
	@echo "make fuzz     search for input that breaks the engine, for SECONDS=1200"
	@echo "make mutants  mutate the code in MUTANTS=600 places of each package, and list mutants that no test catches"
	@echo "make words    add new messages of the templates and the code to the translation catalogues"
	@echo "make lock     update requirements.lock to the newest versions"
	@echo "make clean    delete build results and caches"

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "policybrief needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) from requirements.lock: a minute or two, once."
	$(BIN)/python -m pip install --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

site: $(READY)
	$(BIN)/policybrief build --strict
	@echo "The brief is in site/: open site/index.html, or run 'make serve'."

manual: $(READY)
	$(BIN)/mkdocs build --quiet --strict --config-file manual/mkdocs.yml
	@echo "The manual is in build/manual/: open build/manual/index.html."

demonstrations: $(READY)
	$(BIN)/policybrief build --strict demonstrations/az
	$(BIN)/policybrief build --strict demonstrations/ru

serve: $(READY)
	$(BIN)/mkdocs serve

check: $(READY)
	$(BIN)/policybrief check

words: $(READY)
	$(BIN)/python tests/extracted_messages.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/oxlint --deny-warnings src/policybrief/assets tests/browser

ledger: $(READY)
	$(BIN)/policybrief anchors update --check

unit: $(READY)
	$(BIN)/pytest -m "not browser and not slow" -n auto

browser: $(READY)
	$(BIN)/python tests/browser/chromium.py

# The tests start the program hundreds of times: compile it once, in case Python may not cache bytecode itself.
test: lint ledger browser
	$(BIN)/python -m compileall -q src
	$(BIN)/pytest -n auto

soak: $(READY)
	$(BIN)/pytest -m soak -s

markup: $(READY)
	$(BIN)/pytest -m soak -s tests/test_markup_suites.py

bench: $(READY) site
	$(BIN)/python bench/felt.py
	$(BIN)/python bench/lighthouse.py
	$(BIN)/python bench/cost.py
	$(BIN)/python bench/goals.py
	$(BIN)/python bench/preview.py
	$(BIN)/python bench/matching.py
	$(BIN)/python bench/search.py
	$(BIN)/python bench/anchors.py
	$(BIN)/python bench/revisions.py
	$(BIN)/python bench/branches.py
	$(BIN)/python bench/inflection.py
	$(BIN)/python bench/hostile.py

clients: site
	$(BIN)/python bench/clients.py

fuzz: $(READY)
	$(PYTHON) -m venv build/fuzz-venv
	build/fuzz-venv/bin/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > build/fuzz-shared.pth
	cp build/fuzz-shared.pth "$$(build/fuzz-venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/shared.pth"
	mkdir -p build/fuzz-corpus
	PYTHONPATH=src:tests nice -n 19 build/fuzz-venv/bin/python tests/fuzz/fuzz.py -max_total_time=$(SECONDS) build/fuzz-corpus

mutants: $(READY)
	$(PYTHON) -m venv build/mutants-venv
	build/mutants-venv/bin/python -m pip install --quiet --disable-pip-version-check cosmic-ray coverage
	$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > build/mutants-shared.pth
	cp build/mutants-shared.pth "$$(build/mutants-venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/shared.pth"
	PYTHONPATH=tests nice -n 19 build/mutants-venv/bin/python tests/mutation/run_mutants.py --mutants $(MUTANTS) --jobs $(JOBS)

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade --output-file requirements.lock

clean:
	rm -rf site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
