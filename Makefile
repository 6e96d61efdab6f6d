# make run                     the system with its demo on http://127.0.0.1:8000
# make test                    everything that proves it, but for the full run of a nation
# make test-nation             that run: compiled marks and a Spark cluster, whose packages take 1.9 GB
# make wheel                   the package, in dist/
# make dev                     the same as run, but it restarts when a file changes; templates and styles change at once
# make fast                    what a small change needs: style, types, contracts, architecture, rules; under a minute
# make one T=tests/desk/…      one test file, folder or `file::test`
# All need Python 3.11 or newer, make and a network the first time, and nothing else.

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)
PORT ?= 8000

UV_VERSION := 0.13.8
MANAGE = DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m django
UV := .boot/bin/uv
BIN := .venv/bin
# The machine's own certificates where it has them: offices sit behind proxies of their own.
export UV_SYSTEM_CERTS ?= $(if $(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt),1,0)
export UV_PYTHON_DOWNLOADS := never
export UV_HTTP_TIMEOUT ?= 120
# Compiled modules are kept: without them every process that starts compiles all it imports again.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE

FACES := tools/assets.py tools/bake_font.py tools/package.json tools/npm-integrity.txt
CATALOGUES := $(wildcard src/angikar/locale/*/LC_MESSAGES/*.po)

.PHONY: advisories run dev test test-nation wheel guide fast one check style types stair pages schema licences setup nation assets bench bench-nation siege fuzz deadline cases lock system system-nation clean
.DELETE_ON_ERROR:

run: setup assets
	@$(BIN)/angikar serve --demo --port $(PORT)

dev: setup assets
	@ANGIKAR_DEBUG=1 $(BIN)/angikar demo
	@ANGIKAR_DEBUG=1 $(BIN)/angikar manage runserver $(PORT)

# Laws are tried on fewer examples than in `make test`; `make test` stays the whole truth.
fast: style types stair
	$(BIN)/pytest -q -n auto --hypothesis-profile=quick tests/architecture tests/rules

T ?= tests/rules

one: setup assets
	$(BIN)/pytest $(T)

# Half as many processes again as there are cores: those that drive a browser or a server wait for it most of the time.
TESTERS ?= $(shell $(PYTHON) -c 'import os; print(max(2, os.cpu_count() * 3 // 2))')

test: setup assets system check
	$(BIN)/pytest -n $(TESTERS) --dist loadfile --no-loadscope-reorder -m "not nation"

test-nation: setup nation assets system-nation
	$(BIN)/pytest -m nation

# The pictures of the guide, made by walking the demo in a browser.
guide: setup assets system
	$(BIN)/python -m tools.guide

wheel: setup assets guide
	@$(BIN)/python -m tools.licences notices build/THIRD-PARTY-NOTICES.txt
	@rm -rf dist
	@$(UV) build --quiet --wheel --python $(BIN)/python --out-dir dist .
	@cp build/THIRD-PARTY-NOTICES.txt dist/
	@$(BIN)/python -m tools.sbom dist/angikar.cdx.json
	@ls dist

# Asks a database of advisories about every part; needs a line out, and `OSV=ADDRESS` of its batch of queries.
advisories: setup
	@$(BIN)/python -m tools.advisories $(OSV)

# `make -k check` goes on after the first complaint.
check: style types stair pages schema licences

style: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup
	$(BIN)/python -m mypy

stair: setup
	$(BIN)/lint-imports

pages: setup
	$(BIN)/python -m tools.lint_templates
	$(BIN)/python -m tools.catalogue check

schema: setup
	$(MANAGE) check --fail-level WARNING
	$(MANAGE) makemigrations --check --dry-run

licences: setup
	$(BIN)/python -m tools.licences check

bench: setup assets
	$(BIN)/python -m tools.bench

# The last evening of a quarter, three minutes of it at full rate on each database; HOUR=1 for all of it.
deadline: setup assets system
	@$(BIN)/python -m tools.deadline $(if $(HOUR),--hour)
	@$(BIN)/python -m tools.deadline --postgresql $(if $(HOUR),--hour)

# Every fault, ROUNDS times: the power cut, the killed server, killed commands; acknowledged against stored. The counts add up in build/siege.
siege: setup assets system
	$(BIN)/python -m tools.siege $(or $(ROUNDS),10)

# A national year in SQLite and in PostgreSQL, kept in build/nation: the engine beside DuckDB, SQL, pandas and the ORM.
bench-nation: nation .venv/national-bench.stamp system
	$(BIN)/python -m tools.bench_nation

# How well papers are read that nobody tuned against: docs/strangers.md. CASES="--formats --verbose" reads the other formats too, and names what is wrong.
cases: setup assets
	$(BIN)/python -m tools.cases $(CASES)

# Spoilt papers of every format for a bounded time; what is found is kept in build/fuzz and becomes a test.
FUZZ_SECONDS ?= 60

fuzz: setup assets
	$(BIN)/python -m tools.fuzz $(FUZZ_SECONDS)

setup: .venv/setup.stamp

nation: .venv/nation.stamp

assets: build/assets.stamp build/catalogue.stamp

system:
	@sh tools/system_packages.sh

system-nation: system
	@sh tools/system_packages.sh nation

# What the system needs stands in pyproject.toml, what building needs in requirements/*.in; this writes the versions and their digests, and
# changes no version that still fits (LOCK=--upgrade does). No addresses: any registry with the same files will do.
LOCK ?=
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header $(LOCK)
SYSTEM = pyproject.toml --extra parquet --extra postgres --extra scan

lock: $(UV)
	$(COMPILE) $(SYSTEM) -o requirements/base.txt
	$(COMPILE) $(SYSTEM) requirements/dev.in -c requirements/base.txt -o requirements/dev.txt
	for set in nation spark token build national-bench; do $(COMPILE) requirements/$$set.in -o requirements/$$set.txt || exit 1; done

$(UV):
	@test -n "$(PYTHON)" || { echo "Angikar needs Python 3.11 or newer; on Debian or Ubuntu: apt install python3 python3-venv"; exit 1; }
	@"$(PYTHON)" -m venv --clear .boot || { rm -rf .boot; echo "This Python cannot make environments; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Fetching the installer of Python packages …"
	@.boot/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/setup.stamp: $(UV) requirements/dev.txt pyproject.toml
	@echo "Installing the Python packages of requirements/dev.txt into .venv …"
	@test -x $(BIN)/python || $(UV) venv --quiet --python "$(PYTHON)" .venv
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes --no-build --compile-bytecode requirements/dev.txt
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	@$(BIN)/python -m compileall -q -j 0 src/angikar
	@touch $@

# What `make run` does without. Spark alone comes as a source package; it is packed here, held to its digest like the rest.
.venv/nation.stamp: .venv/setup.stamp requirements/nation.txt requirements/spark.txt requirements/build.txt
	@echo "Installing the packages of the nation's run (1.9 GB) …"
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes --no-build -r requirements/nation.txt
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes --build-constraints requirements/build.txt \
		--only-binary :all: --no-binary pyspark -r requirements/spark.txt
	@touch $@

.venv/national-bench.stamp: .venv/nation.stamp requirements/national-bench.txt
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes --no-build -r requirements/national-bench.txt
	@touch $@

build/assets.stamp: .venv/setup.stamp $(FACES)
	@echo "Fetching fonts and scripts, and baking the face for print …"
	@$(BIN)/python -m tools.assets
	@mkdir -p build && touch $@

build/catalogue.stamp: .venv/setup.stamp tools/catalogue.py $(CATALOGUES)
	@echo "Compiling the English sentences …"
	@$(BIN)/python -m tools.catalogue compile
	@mkdir -p build && touch $@

clean:
	rm -rf .boot .venv build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf src/angikar/assets/fonts src/angikar/assets/web src/angikar/locale/*/LC_MESSAGES/*.mo
