# make demo: set everything up and write the draft of a real report
# make test: set everything up and run every check

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/longcheng-2023/2023.yaml
DRAFT := build/龙城街道2023年法治政府建设年度报告.docx

.PHONY: demo test check tools clean

demo: $(VENV)/app
	@mkdir -p build
	@$(BIN)/drafter draft $(EXAMPLE) -o $(DRAFT) --force >/dev/null
	@echo "初稿在这里：$(CURDIR)/$(DRAFT)"

test: $(VENV)/dev tools
	tools/check.sh

# Without the page tests' programs being installed first.
check: $(VENV)/dev
	tools/check.sh

tools:
	@tools/install_tools.sh

$(VENV)/app: pyproject.toml
	@$(PYTHON) tools/python_is_new_enough.py
	@$(PYTHON) -m venv $(VENV) || (echo "建不了虚拟环境：Debian/Ubuntu 请先 apt install python3-venv"; exit 1)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/dev: $(VENV)/app
	@$(BIN)/python -m pip install --quiet --group dev
	@touch $@

clean:
	rm -rf $(VENV) build dist node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
