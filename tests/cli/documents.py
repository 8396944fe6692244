"""JSON that a program got, held to the schema kept beside the tests."""

import json
from pathlib import Path
from typing import Any

import fastjsonschema

SCHEMAS = Path(__file__).parents[1] / "schemas"


def document(printed: str, schema: str) -> Any:
    """Read a document; it fits the schema, and nothing stands beside it."""
    wanted = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))
    return fastjsonschema.compile(wanted)(json.loads(printed))
