# make plan    plans the sample scenario (SCENARIO=folder and OUTPUT=folder choose others)
# make test    runs every test, and lists at the end which were skipped and why
# make bench   prints every benchmark figure with that of its peer
# make fuzz    fuzzes every reader for a minute (MINUTES=n), under the sanitizers
# make docs    writes what the tool prints into the console blocks of README.md and the articles
# make format  formats the sources in place
# The tests of the server wait for sockets, and run after the others, which would take their threads.
# Each installs what a Debian 12 machine lacks before it starts.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
export PATH := $(PATH):$(HOME)/.local/swift-6.3.1/usr/bin
SCENARIO ?= GeoData/lima
OUTPUT ?= plan
MINUTES ?= 1
# One build for the tool, the tests and the benchmarks: the same flags, so that none is compiled twice.
BUILD := --configuration release -Xswiftc -enable-testing

.PHONY: plan test bench fuzz docs format
.DEFAULT_GOAL := plan

plan:
	@.ci/setup
	swift build $(BUILD) --product atalaya
	.build/release/atalaya plan "$(SCENARIO)" --output "$(OUTPUT)"

test:
	@.ci/setup test
	swift build $(BUILD) --build-tests
	swift test $(BUILD) --skip-build --disable-xctest --skip LiveTests 2>&1 | .ci/skipped
	swift test $(BUILD) --skip-build --disable-xctest --filter LiveTests 2>&1 | .ci/skipped

bench:
	@.ci/setup bench
	swift build $(BUILD)
	.build/release/bench

# The parallel parts under the thread sanitizer after that.
fuzz:
	@.ci/setup test
	Tests/Fuzz/run $(MINUTES)
	swift build --sanitize thread --scratch-path .build-thread --build-tests
	swift test --sanitize thread --scratch-path .build-thread --skip-build --disable-xctest \
	  --filter 'CoverageTests|InterceptionTests|PlacementTests|GeoFilesTests'

docs:
	@.ci/setup
	swift build $(BUILD) --build-tests
	ATALAYA_DOCS=renew swift test $(BUILD) --skip-build --disable-xctest --filter ConsoleBlockTests

format:
	swift format --in-place --recursive Package.swift Sources Tests
