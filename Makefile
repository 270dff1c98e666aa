# Two commands matter: `make run` plans tomorrow for a sample district, `make test` runs all tests.
# Both install what is missing (Debian packages) and say so.

DISTRICT ?= Instances/rongqiao
OUT ?= out/$(notdir $(DISTRICT))
LOCALE ?= $(LANG)
BINARY = .build/release/lastmetre
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: run test build lint setup setup-test peers peers-setup bench-routing clean

run: build
	@status=0; $(BINARY) plan $(DISTRICT) --out $(OUT) --time-limit 20s --locale "$(LOCALE)" || status=$$?; \
	  [ $$status -eq 0 ] || [ $$status -eq 2 ]

build: setup
	swift build -c release --product lastmetre

test: setup-test
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build

lint:
	swift format lint --strict -r Sources Tests Benchmarks Package.swift

setup:
	@printf '#include <glpk.h>\n' | clang -fsyntax-only -x c - 2>/dev/null || { \
	  echo "GLPK's header is missing: installing libglpk-dev"; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq libglpk-dev; }
	@printf '#include <xlsxwriter.h>\n#include <zlib.h>\n' | clang -fsyntax-only -x c - 2>/dev/null || { \
	  echo "the header of libxlsxwriter or zlib is missing: installing libxlsxwriter-dev and zlib1g-dev"; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq libxlsxwriter-dev zlib1g-dev; }

setup-test: setup
	@command -v glpsol >/dev/null || { \
	  echo "glpsol, the oracle of the model tests, is missing: installing glpk-utils"; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq glpk-utils; }

# What other solvers reach on the public instances, in the same seconds on the same cores; PEERS passes options on.
PEERS_PYTHON = .build/peers/bin/python

peers: build $(PEERS_PYTHON)
	$(PEERS_PYTHON) Benchmarks/peers/rostering.py --lastmetre $(BINARY) $(PEERS)

peers-setup: $(PEERS_PYTHON)

# The table of docs/solve.md; BENCH passes options on: make bench-routing BENCH="--instances cvrp --html routing.html"
bench-routing: build $(PEERS_PYTHON)
	$(BINARY) bench routing --peers $(BENCH)

$(PEERS_PYTHON): Benchmarks/peers/requirements.txt
	python3 -m venv .build/peers
	.build/peers/bin/pip install -q -r Benchmarks/peers/requirements.txt
	touch $(PEERS_PYTHON)

clean:
	rm -rf .build out
