"""Stops with a clear line when Python is too old for the package."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is the very case
    sys.exit(f"需要 Python 3.11 或更新的版本，这里是 {sys.version.split()[0]}")
