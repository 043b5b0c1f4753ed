"""Writes templates/schema.json anew: the JSON Schema by which editors check year files."""

from __future__ import annotations

import json
from pathlib import Path

from drafter.app.profiles import profiles
from drafter.writers.schema import schema

SCHEMA = Path(__file__).parent.parent / "templates" / "schema.json"


def built() -> str:
    """The text of the schema that fits the templates as they are."""
    return json.dumps(schema(profiles()), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write it."""
    SCHEMA.write_text(built(), encoding="utf-8")
    print(SCHEMA)


if __name__ == "__main__":
    main()
