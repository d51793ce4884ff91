"""JSON from strangers: a document may hold anything, and what has the wrong shape counts as absent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from ...errors import ExchangeError
from ...files import decode

JsonObject = dict[str, Any]
"""An object of a JSON document: any key may be missing, and hold anything."""


def read_json(stream: IO[bytes]) -> Any:
    """Return what a JSON document says. Raises ExchangeError with line and column where it is none."""
    try:
        return json.loads(decode(stream.read(), "the document"))
    except json.JSONDecodeError as error:
        raise ExchangeError(f"this is not JSON: line {error.lineno}, column {error.colno}: {error.msg}") from None
    except (ValueError, RecursionError) as error:  # a number of a million digits, brackets without end
        raise ExchangeError(f"this JSON is beyond reason: {error}") from None


def as_object(value: Any) -> JsonObject:
    """Return an object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def as_objects(value: Any) -> list[JsonObject]:
    """Return the objects of a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_pairs(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the keys of an object with their values."""
    return iter(value.items()) if isinstance(value, dict) else iter(())


def as_text(value: Any) -> str:
    """Return a text; an empty one for anything else."""
    return value if isinstance(value, str) else ""


def as_texts(value: Any) -> list[str]:
    """Return the texts of a list that are not empty."""
    return [item for item in value if isinstance(item, str) and item] if isinstance(value, list) else []
