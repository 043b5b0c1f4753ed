#!/bin/sh
# Every check, the quick ones first; the first that fails stops.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
"$bin/ruff" format --check
"$bin/ruff" check
"$bin/mypy"
"$bin/lint-imports"
# The files of tests share out the processors.
PYTHONWARNDEFAULTENCODING=1 "$bin/python" -m pytest -n auto --dist loadfile "$@"
