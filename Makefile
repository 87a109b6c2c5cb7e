# make plan    plans the sample scenario (SCENARIO=folder and OUTPUT=folder choose others)
# make test    runs every test
# make bench   prints every benchmark figure beside its peer
# make format  formats the sources in place
# Each installs what a Debian 12 machine lacks before it starts.

SHELL := /bin/bash
export PATH := $(PATH):$(HOME)/.local/swift-6.3.1/usr/bin
SCENARIO ?= GeoData/lima
OUTPUT ?= plan

.PHONY: plan test bench format
.DEFAULT_GOAL := plan

plan:
	@.ci/setup
	swift build --configuration release --product atalaya
	.build/release/atalaya plan "$(SCENARIO)" --output "$(OUTPUT)"

test:
	@.ci/setup test
	swift build --build-tests
	swift test --skip-build --disable-xctest

bench:
	@.ci/setup bench
	swift build --configuration release
	.build/release/bench

format:
	swift format --in-place --recursive Package.swift Sources Tests
