"""Which format a file has, by its content first and its name second."""

from __future__ import annotations

import json
import re

from ...errors import ExchangeError

_BY_NAME = {
    ".csv": "csv", ".tsv": "csv", ".tab": "csv", ".txt": "csv", ".utf8": "csv", ".tbx": "tbx", ".ttl": "skos",
    ".rdf": "skos", ".nt": "skos", ".nq": "skos", ".trig": "skos", ".jsonld": "skos", ".xlsx": "xlsx",
}  # fmt: skip
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?(\w+)")


def recognise(content: bytes, name: str, *, default: str | None = None) -> str:
    """Return the format of a file; ``default`` where it cannot be told, without one raises ExchangeError.

    >>> recognise(b"<martif type='TBX'/>", "terms.xml"), recognise(b"en,nb", "terms.csv")
    ('tbx', 'csv')
    """
    found = _by_content(content)
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    found = found or _BY_NAME.get(ending, "")
    if found or default is not None:
        return found or str(default)
    raise ExchangeError(
        f"it cannot be told which format {name} has; name it: imsterms import FORMAT FILE ('imsterms import --list')"
    )


def _by_content(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        return "xlsx"
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] == b"<" and (root := _ROOT.search(start[:5000])) and not start.startswith((b"<http", b"<urn")):
        tag = root[1].lower()
        return "skos" if tag == b"rdf" else "tbx" if tag in (b"tbx", b"martif", b"mtf") else ""
    if start[:1] in (b"{", b"["):
        try:
            document = json.loads(content)
        except (ValueError, RecursionError):
            return ""
        if isinstance(document, dict) and isinstance(document.get("concepts"), list):
            return "json"
        if isinstance(document, dict) and "resourceType" in document:
            return "fhir"
        return "skos" if "@context" in content[:100_000].decode("utf-8", "replace") else ""
    if re.match(rb"(@prefix|@base|prefix|base)\s", start, re.I):
        return "skos"
    return ""
