"""What became of returned slips: as lines for people, as plain values for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.merged import Applied, Conflict, Merged, Unmatched
    from drafter.model.slip import Place

_INDENT = "  "


def merged_json(merged: Merged) -> dict[str, object]:
    """The shape of `slips in --json`."""
    return {
        "applied": [
            {
                "kind": "highlight" if one.highlight else "figure",
                "id": one.id,
                "text": one.text,
                "details": dict(one.details),
                "already": one.already,
                **_place(one.place),
            }
            for one in merged.applied
        ],
        "conflicts": [
            {
                "kind": one.clash.value,
                "id": one.id,
                "message": one.message,
                "remedy": one.remedy,
                "values": [{"value": side.value, **_place(side.place)} for side in one.sides],
            }
            for one in merged.conflicts
        ],
        "unmatched": [
            {
                "words": one.words,
                "value": one.value,
                "message": one.message,
                **_place(one.place),
            }
            for one in merged.unmatched
        ],
    }


def merged_lines(merged: Merged) -> Iterator[str]:
    """File by file: what was put in, what a person has to decide, what belongs nowhere."""
    everything = (
        *(one.place.file for one in merged.applied),
        *(one.sides[0].place.file for one in merged.conflicts),
        *(one.place.file for one in merged.unmatched),
    )
    for file in sorted(set(everything)):
        applied = [one for one in merged.applied if one.place.file == file]
        conflicts = [one for one in merged.conflicts if one.sides[0].place.file == file]
        unmatched = [one for one in merged.unmatched if one.place.file == file]
        new = [one for one in applied if not one.already]
        already = len(applied) - len(new)
        counts = [f"写入{len(new)}项"] + ([f"已有{already}项"] if already else [])
        counts += [f"有冲突{len(conflicts)}处"] if conflicts else []
        counts += [f"对不上{len(unmatched)}处"] if unmatched else []
        yield f"{file}：{'，'.join(counts)}"
        for one in new:
            yield _INDENT + _applied_line(one)
        for clash in conflicts:
            yield from (_INDENT + line for line in _conflict_lines(clash))
        for left in unmatched:
            yield _INDENT + _unmatched_line(left)


def _applied_line(one: Applied) -> str:
    told = "，".join(f"{name}：{words}" for name, words in one.details)
    name = f"亮点.{one.id}" if one.highlight else one.id
    return f"写入  {name}：{one.text}" + (f"（{told}）" if told else "")


def _conflict_lines(one: Conflict) -> Iterator[str]:
    yield f"冲突  {f'{one.id}：' if one.id else ''}{one.message}"
    for side in one.sides:
        if side.value:
            yield f"        {side.place}：{side.value}"
    yield f"        怎么办：{one.remedy}"


def _unmatched_line(one: Unmatched) -> str:
    inside = f"{one.place.sheet}!{one.place.cell}" if one.place.sheet else one.place.cell
    return f"对不上  {inside} “{one.words}” {one.value}：{one.message}"


def _place(place: Place) -> dict[str, str]:
    return {"file": place.file, "sheet": place.sheet, "cell": place.cell}
