"""Ids and names of subject fields of ours, made from whatever a foreign file has.

What comes out is safe as a file name and a folder name on every system, whatever came in.
"""

import re
import unicodedata
from collections.abc import Container

LONGEST = 64

_ID = re.compile(r"[a-z][a-z0-9_]{0,63}\Z")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "œ": "oe"})
# names that Windows keeps for devices, with any ending
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\Z")


def is_id(text: str) -> bool:
    """Return whether ``text`` is an id as it stands."""
    return bool(_ID.match(text))


def slug(text: str, default: str = "") -> str:
    """Return ``text`` in snake_case and ASCII; ``default`` where nothing is left of it.

    >>> slug("Nåleterapi (IMS)"), slug("../../etc/passwd"), slug("рука", "concept")
    ('naleterapi_ims', 'etc_passwd', 'concept')
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    ascii_only = "".join(letter for letter in folded if letter.isascii())
    found = re.sub(r"[^a-z0-9]+", "_", ascii_only).strip("_")
    if found[:1].isdigit():
        found = f"n{found}"
    return found[:LONGEST].strip("_") or default


def unique(name: str, taken: Container[str], numbers: dict[str, int] | None = None) -> str:
    """Return ``name``, with a number where it is taken.

    ``numbers`` remembers the last number of each name, for a caller that asks for many.

    >>> unique("needle", {"needle", "needle_2"})
    'needle_3'
    """
    found, number = name, (numbers or {}).get(name, 1)
    while found in taken:
        number += 1
        end = f"_{number}"
        found = name[: LONGEST - len(end)].rstrip("_") + end
    if numbers is not None and number > 1:
        numbers[name] = number
    return found


def file_name(text: str, default: str) -> str:
    """Return a name of a file from a phrase: a slug that no system keeps for itself.

    >>> file_name("Anatomi & fysiologi", "general"), file_name("CON", "general")
    ('anatomi_fysiologi', 'con_')
    """
    found = slug(text, default)
    return f"{found[: LONGEST - 1]}_" if _RESERVED.match(found) else found


def concept_id(foreign: str, term: str) -> str:
    """Return an id for a concept: the foreign one where it can be kept, else one made from its term.

    >>> concept_id("c12", "needle"), concept_id("TC-12", "needle"), concept_id("12", "dry needling")
    ('c12', 'tc_12', 'dry_needling')
    """
    if is_id(foreign):
        return foreign
    near = re.sub(r"[-. ]+", "_", foreign.lower())
    if is_id(near):
        return near
    local = re.split(r"[/#:]", foreign.rstrip("/#"))[-1]  # the last part of a URI
    return (local if is_id(local) else "") or slug(term) or slug(local, "concept")
