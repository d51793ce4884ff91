"""JSON as our documents have it: the outer levels a line for each key, the inner ones on one line.

Python's own indented JSON is written by its slow encoder, and takes three times as long.
"""

import json
from json.encoder import encode_basestring
from typing import Any

LEVELS = 5
"""How many levels are always indented: in the native document down to what a language says of a concept."""
LONGEST = 1000
"""The longest line of a deeper level, in characters."""

_compact = json.JSONEncoder(ensure_ascii=False).encode


def json_document(content: Any) -> bytes:
    """Return a JSON document, in UTF-8, in which everything keeps its order.

    >>> print(json_document({"a": {"b": [1, 2]}, "c": []}).decode(), end="")
    {
     "a": {
      "b": [
       1,
       2
      ]
     },
     "c": []
    }
    """
    return f"{_indented(content, 1)}\n".encode()


def _indented(value: Any, level: int) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if not isinstance(value, (dict, list)):
        return "null" if value is None else _compact(value)
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    if level > LEVELS and len(text := _compact(value)) <= LONGEST:
        return text
    if isinstance(value, dict):
        parts = [f"{encode_basestring(key)}: {_indented(one, level + 1)}" for key, one in value.items()]
    else:
        parts = [_indented(one, level + 1) for one in value]
    line = "\n" + " " * level
    first, last = "{}" if isinstance(value, dict) else "[]"
    return f"{first}{line}{f',{line}'.join(parts)}{line[:-1]}{last}"
