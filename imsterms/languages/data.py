"""The data files of the languages: YAML in a checkout, one JSON file a folder in an installed wheel.

A folder beside this module (``profiles``, ``words``) holds ``<name>.yaml``; every scalar in it is text, so that ``no``
is Norwegian. The build writes ``runtime/languages.<folder>.json``.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    Entries = Mapping[str, Any]
    """What a data file says: strings, lists and mappings of them, of the shape that its reader checks."""

FOLDERS = ("profiles", "words")
_HERE = os.path.dirname(os.path.abspath(__file__))
_RUNTIME = os.path.join(os.path.dirname(_HERE), "runtime")

_read: dict[str, dict[str, Entries]] = {}


def read_data(folder: str) -> dict[str, Entries]:
    """Return the content of each data file in a folder of the languages, by the file's name without ``.yaml``.

    Raises SourceError where a file is not YAML.

    >>> read_data("profiles")["nb"]["own_name"]
    'bokmål'
    """
    content = _read.get(folder)
    if content is None:
        path = os.path.join(_RUNTIME, f"languages.{folder}.json")
        if os.path.exists(path):
            from ..files import read_json

            content = read_json(path)
        else:
            content = _read_yaml(os.path.join(_HERE, folder))
        content = _read.setdefault(folder, content or {})
    return content


def _read_yaml(folder: str) -> dict[str, Entries]:
    import yaml

    from ..errors import SourceError
    from ..files import files_below, read_text

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    content = {}
    for path in files_below(folder, ".yaml"):
        try:
            entries = yaml.load(read_text(path), loader)
        except yaml.YAMLError as error:
            raise SourceError(f"{path}: the YAML is broken: {error}", ()) from None
        content[os.path.splitext(os.path.basename(path))[0]] = entries or {}
    return content


def write_data(target: str) -> None:
    """Write the data files of all folders into ``target`` as the JSON that an installed wheel reads."""
    import json

    from ..files import write_atomically

    os.makedirs(target, exist_ok=True)
    for folder in FOLDERS:
        content = json.dumps(read_data(folder), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        write_atomically(os.path.join(target, f"languages.{folder}.json"), content)
