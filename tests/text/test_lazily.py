"""Patterns that are compiled late are all right, and work like any other."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import drafter
from drafter.text.lazily import _Uncompiled, lazily


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    for module in pkgutil.walk_packages(drafter.__path__, "drafter."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting = [one for one in gc.get_objects() if isinstance(one, _Uncompiled)]
    assert len(waiting) > 300
    for one in waiting:
        re.compile(one.pattern, one.flags)


def test_each_method_gives_what_the_compiled_pattern_gives() -> None:
    pattern, text = "(?P<数>[0-9]+)件", "受理5件，办结12件"
    compiled = re.compile(pattern)
    assert lazily(pattern).findall(text) == compiled.findall(text)
    assert lazily(pattern).sub("□", text) == compiled.sub("□", text)
    found = lazily(pattern).search(text, 4)
    assert found
    assert found["数"] == "12"
    assert [one.span() for one in lazily(pattern).finditer(text)] == [(2, 4), (7, 10)]
    assert lazily("a", re.IGNORECASE).fullmatch("A")
    assert lazily(pattern).groups == 1
