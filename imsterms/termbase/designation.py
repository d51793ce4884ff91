"""The lines in which authors and translators write words: their only reader and writer.

``word | form | form # reason`` is a designation: its forms in the order in which the language lists them, ``-`` for one
that does not exist, and after ``#`` why it is deprecated. ``name: text`` says what a word, a form or a list is.
"""

import re
from collections.abc import Iterable

from .model import NOTHING
from .records import DesignationRecord

_BAR, _REASON = " | ", " # "


def parse_designation(line: str) -> DesignationRecord:
    """Return the forms and the reason of a line; the reason is empty where there is none.

    >>> parse_designation("muskelknute | muskelknuten # folkelig ord")
    {'forms': ['muskelknute', 'muskelknuten'], 'reason': 'folkelig ord'}
    """
    words, _, reason = line.partition(_REASON)
    return {"forms": [form.strip() for form in words.split(_BAR.strip())], "reason": reason.strip()}


def write_designation(designation: DesignationRecord) -> str:
    """Return the line that ``parse_designation`` reads as ``designation``.

    >>> write_designation({"forms": ["muskelknute", "muskelknuten"], "reason": "folkelig ord"})
    'muskelknute | muskelknuten # folkelig ord'
    """
    reason = designation["reason"]
    return _BAR.join(designation["forms"]) + (_REASON + reason if reason else "")


def designation_fault(line: str) -> str:
    """Return what is wrong with the line of a designation, and how to write it; empty where it is well-formed.

    >>> designation_fault("muskelknute |")
    "'muskelknute |' has an empty form; write 'word | form | form', and '-' for a form that does not exist"
    """
    if "#" in line.partition(_REASON)[0]:
        return f"'{line}': write ' # ' with spaces before the reason"
    if not all(parse_designation(line)["forms"]):
        return f"'{line}' has an empty form; write 'word | form | form', and '-' for a form that does not exist"
    return ""


def separable(text: str) -> str:
    """Return a foreign word with no mark in it that would end a form or begin a reason.

    >>> separable("needle | no # 3")
    'needle / no no. 3'
    """
    return re.sub(r"\s+#(?=\s|$)", " no.", text.replace("|", "/"))


def parse_named(line: str) -> tuple[str, str]:
    """Return the name of a line ``name: text`` and the text; both are empty where the line is not one.

    >>> parse_named("the  plural: nålene"), parse_named("nålene")
    (('the plural', 'nålene'), ('', ''))
    """
    name, _, text = line.partition(":")
    name, text = " ".join(name.split()), text.strip()
    return (name, text) if name and text and "|" not in name and "#" not in name else ("", "")


def write_named(name: str, text: str | None) -> str:
    """Return the line that ``parse_named`` reads as the two; without a text it says that there is none.

    >>> write_named("compound", "nåle"), write_named("genitive", None)
    ('compound: nåle', 'genitive: -')
    """
    return f"{name}: {text or NOTHING}"


def named_forms(lines: Iterable[str]) -> dict[str, str | None]:
    """Return the forms that lines ``name: form`` give; None for one that does not exist.

    >>> named_forms(["compound: nåle", "genitive: -"])
    {'compound': 'nåle', 'genitive': None}
    """
    return {name: None if form == NOTHING else form for name, form in map(parse_named, lines) if name}


def lines_of(text: str) -> list[str]:
    """Return the lines of a list, without empty ones and ``-``. Only a newline ends a line, as in a catalog.

    >>> lines_of("tørrnåling\\n\\n -")
    ['tørrnåling']
    """
    lines = [line.strip() for line in text.split("\n")]
    return [line for line in lines if line and line != NOTHING]


def designations_in(text: str) -> list[DesignationRecord]:
    """Return the designations of a list, one a line."""
    return [parse_designation(line) for line in lines_of(text)]


def list_of(lines: Iterable[str]) -> str:
    """Return lines as one text, ``-`` where there are none."""
    return "\n".join(lines) or NOTHING
