"""The closed table of forms: what may be in the brackets after a reference. ``README.md`` shows it in each language.

Any stored form may be followed by ``genitive``; in ``counted n``, ``n`` names a value of the text, a whole number. A
capital initial (``The plural``; ``Term`` for the base form) asks for a capital letter. A language adds names of its own
only through its profile and the message ``<id>.words``.
"""

from __future__ import annotations

from .. import limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .records import TermRecord

STORED = ("", "a", "the", "plural", "the plural")
"""The forms that a noun states; the others follow from them."""

FORMS = (
    *STORED,
    *(f"{form} genitive".strip() for form in STORED),
    "short",
    "short genitive",
    "full",
    "the full",
    "plain",
    "compound",
)
"""Every form there is in every language, whether or not a term has it."""


def base_form(record: TermRecord) -> str:
    """Return the base form of a preferred term, the one form that every term has."""
    return record["forms"][""] or ""


_parsed: dict[str, tuple[str, bool]] = {}


def parse_form(spec: str) -> tuple[str, bool]:
    """Return the form that ``spec`` names, and whether it asks for a capital initial.

    The name is not checked against the table: a language may have more.

    >>> parse_form("The plural"), parse_form("Term"), parse_form("plural")
    (('the plural', True), ('', True), ('plural', False))
    """
    parsed = _parsed.get(spec)
    if parsed is None:
        name = " ".join(spec.split())
        capital = name[:1].isupper() and not name[1:2].isupper()
        if capital:
            name = name[:1].lower() + name[1:]
        parsed = ("" if name == "term" else name), capital
        if len(_parsed) < limits.KEPT_TAGS:  # specs come from templates too: the memo is not to grow without end
            _parsed[spec] = parsed
    return parsed


def capitalise(text: str) -> str:
    """Return ``text`` with a capital first letter, unless its first word has capitals of its own.

    >>> capitalise("et triggerpunkt"), capitalise("iSTOP"), capitalise("øm")
    ('Et triggerpunkt', 'iSTOP', 'Øm')
    """
    first = text.split(" ", 1)[0]
    if first != first.lower():
        return text
    return text[:1].upper() + text[1:]
