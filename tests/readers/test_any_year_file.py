"""Year files made at random: after an edit one reading has changed, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import yaml
from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.year_edits import put_figure
from tests.lines import changed_lines


@dataclass(frozen=True)
class Case:
    text: str
    ids: tuple[str, ...]
    newline: str


NAMES = ("甲", "乙", "丙", "丁")
VALUES = ("", "3件", "'近5份'", '"无"', "{值: 3件, 来源: 局}", "{值: , 备注: 无}")
COMMENTS = ("", "  # 说明", " # 问: 多少？")


@st.composite
def year_files(draw: st.DrawFn) -> Case:
    """数据 with groups nested, dotted and between braces, commented, spaced and indented anyhow."""
    step = draw(st.sampled_from((2, 3, 4)))
    lines, ids = ["报告: {年度: 2023}  # 头", "数据:"], []
    for group in draw(st.permutations(NAMES))[: draw(st.integers(0, 4))]:
        keys = draw(st.permutations(NAMES))[: draw(st.integers(1, 3))]
        values = [draw(st.sampled_from(VALUES)) for _ in keys]
        comments = [draw(st.sampled_from(COMMENTS)) for _ in keys]
        pad = " " * step
        match draw(st.sampled_from(("nested", "dotted", "flow"))):
            case "nested":
                lines.append(f"{pad}{group}:{draw(st.sampled_from(COMMENTS))}")
                lines += [
                    f"{pad * 2}{key}: {value}".rstrip() + comment
                    for key, value, comment in zip(keys, values, comments, strict=True)
                ]
            case "dotted":
                lines += [
                    f"{pad}{group}.{key}: {value}".rstrip() + comment
                    for key, value, comment in zip(keys, values, comments, strict=True)
                ]
            case _:
                inner = ", ".join(f"{k}: {v}" for k, v in zip(keys, values, strict=True))
                lines.append(f"{pad}{group}: {{{inner}}}{comments[0]}")
        ids += [f"{group}.{key}" for key in keys]
        if draw(st.booleans()):
            hidden = draw(st.sampled_from(NAMES))
            lines.append(f"{pad}# {group}.{hidden}:  # 选填")
        if draw(st.booleans()):
            lines.append("")
    if draw(st.booleans()):
        lines += ["亮点:", "  普法:", "  - 甲", "# 完"]
    end = draw(st.sampled_from(("\n", "\r\n")))
    text = end.join(lines) + (end if draw(st.booleans()) else "")
    return Case(text, tuple(ids), end)


def readings(text: str) -> dict[str, str]:
    """What another reader reads: dotted paths and texts, empty ones left out."""
    flat: dict[str, str] = {}

    def walk(tree: object, path: str) -> None:
        if isinstance(tree, dict):
            for key, value in tree.items():
                walk(value, f"{path}.{key}")
        elif isinstance(tree, list):
            for place, value in enumerate(tree):
                walk(value, f"{path}.{place}")
        elif tree:
            flat[path] = str(tree)

    walk(yaml.load(text, Loader=yaml.BaseLoader), "")  # noqa: S506
    return flat


@given(year_files(), st.data())
def test_only_one_reading_changes_and_only_its_lines(case: Case, data: st.DataObject) -> None:
    others = [f"{group}.{key}" for group in NAMES for key in NAMES]
    id_ = data.draw(st.sampled_from((*case.ids, *others)))
    value = data.draw(st.sampled_from(("36场", "无", "98.73%", "近1.5万份", "甲: 乙", "a #b")))
    after = put_figure(case.text, id_, value)
    before, now = readings(case.text), readings(after)
    changed = {path for path in before | now if before.get(path) != now.get(path)}
    key = f".数据.{id_}"
    assert changed <= {key, f"{key}.值"}
    assert value in {now.get(key), now.get(f"{key}.值")}
    old, new = changed_lines(
        case.text.replace(case.newline, "\n"), after.replace(case.newline, "\n")
    )
    assert len(old) <= 1
    assert len(new) <= 1
    assert after.count("\r\n") == (after.count("\n") if case.newline == "\r\n" else 0)
