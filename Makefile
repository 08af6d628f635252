# Two commands on a fresh machine: `make run` and `make test`. While you work: `make quick`.
#   make run              the dashboard on this machine
#   make quick            lint, types, every test that needs no browser, on fewer examples; a minute
#   make test             every test; without Chromium those in a browser are skipped
#   make try-spark        installs Spark (500 MB) into build/ and runs its tests in a real session; needs Java
#   make lint             style, types, direction of imports
#   make script           the browser script: types, style, its own tests; needs node
#   make mutants          does a test notice when the code is broken? hours; MODULES="geo/looks/look.py" for some
#   make mutants-changed  the same for modules that differ from main, MUTANTS_SECONDS at most
#   make fuzz-upload      hostile uploads to the running page, beside viewers; MINUTES=20
#   make soak             readers, uploads and edits at once; MINUTES=30
#   make wheel            the installable file, in dist/; make try-wheel installs and tries it in an empty environment
#   make lock, make sbom  requirements.lock with hashes; the list of an installation's parts
#   make bench, make docs measure, and draw the pictures of the docs
PYTHON ?= python3
VENV ?= .venv
PORT ?= 8501
MODULES ?=
MUTANTS_SECONDS ?= 240
MINUTES ?= 20
BIN = $(VENV)/bin

.PHONY: setup dev try-spark run quick test test-without-browser lint script mutants mutants-changed fuzz-upload soak bench docs wheel installed try-wheel lock sbom
setup: $(VENV)/.ready
dev: $(VENV)/.dev

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[test]"
	touch $@

$(VENV)/.dev: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[test,dev]"
	touch $@

# beside the environment, which Spark's parts would slow down and make warn of pandas
build/spark/.ready: constraints.txt
	$(BIN)/python -m pip install --quiet --target build/spark --constraint constraints.txt pyspark
	touch $@

try-spark: setup build/spark/.ready
	SPARK=required PYTHONPATH=$(CURDIR):$(CURDIR)/build/spark $(BIN)/python -m pytest -n 0 tests/scale/test_spark.py

run: setup
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

# what one process has compiled is kept for all the others
test test-without-browser: export PYTHONDONTWRITEBYTECODE =

# four at a time: in a browser they mostly wait
test: setup
	$(BIN)/python -m pytest -n 4 --dist worksteal

test-without-browser: setup
	QUICK=1 $(BIN)/python -m pytest -n 2 --dist worksteal --ignore tests/browser

quick: dev
	$(MAKE) --jobs 2 --output-sync=target test-without-browser lint

lint: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

node_modules/.package-lock.json: package-lock.json
	npm ci --silent
	touch $@

script: node_modules/.package-lock.json
	npm run --silent check

mutants: dev
	$(BIN)/python tools/mutants.py $(MODULES)

mutants-changed: dev
	$(BIN)/python tools/mutants.py --changed --seconds $(MUTANTS_SECONDS)

fuzz-upload: dev
	$(BIN)/python tests/fuzz/fuzz_upload.py --minutes $(MINUTES)

soak: dev
	$(BIN)/python -m benchmarks.soak --minutes $(MINUTES)

bench: dev build/spark/.ready
	$(BIN)/python -m benchmarks

docs: dev
	$(BIN)/python tools/screenshots.py

wheel: dev
	rm -rf dist
	$(BIN)/python -m hatchling build --target wheel --directory dist

installed: wheel
	$(PYTHON) -m venv --clear build/installed
	build/installed/bin/python -m pip install --quiet --constraint constraints.txt dist/*.whl

try-wheel: installed
	INSTALLED=build/installed $(BIN)/python -m pytest -n 2 tests/shell/test_wheel.py tests/browser/test_installed.py

# the users' install, every file by its hash, for all platforms; versions are those of constraints.txt
lock: dev
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --custom-compile-command "make lock" --constraint constraints.txt \
	  --output-file requirements.lock pyproject.toml

# the parts of an installation with their licences, as CycloneDX; made for each release from the lock
sbom: dev
	$(PYTHON) -m venv --clear build/sbom
	build/sbom/bin/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --mc-type application \
	  --output-file build/sbom.cdx.json build/sbom/bin/python
