"""BibTeX: the works that definitions and assessments rest on, for reference managers and LaTeX.

Each work has our id as its key, so that ``\\cite{simons_1999}`` names what ``sources`` names. The encoding is UTF-8.
What a work was read to support is in ``annote``; a work whose data were not read on a page says so in ``note``.
"""

import re
from collections.abc import Mapping
from typing import IO
from urllib.parse import quote

from ...facade import Glossary
from ...termbase.model import Source

WHAT_IS_LOST = "BibTeX holds the bibliography alone: no concepts, no terms, no texts."

_SPECIAL = {sign: f"\\{sign}" for sign in "{}%&$#_"}
_SPECIAL |= {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
# "J Clin Med 9(10):3300": a journal, its volume, number and pages
_JOURNAL = re.compile(r"(?P<journal>[^\d(),]+?) (?P<volume>\d+)(?:\((?P<number>[\d–-]+)\))?:(?P<pages>\w+(?:–\w+)?)\Z")
_PERSON = re.compile(r"(?P<family>\w[\w' -]*?) (?P<initials>[A-ZÆØÅ]{1,3})\Z")


def write(glossary: Glossary, stream: IO[bytes]) -> None:
    """Write every work of the bibliography to ``stream``, in order of the keys."""
    for _, source in sorted(glossary.sources.items()):
        stream.write(entry(source).encode("utf-8"))


def entry(source: Source) -> str:
    """Return a work as a BibTeX entry.

    >>> print(entry(Source("hong_1994", "Lidocaine & needling", "Hong CZ", "1994", "Am J Phys 73:256–263")), end="")
    @article{hong_1994,
      author = {Hong, CZ},
      title = {{Lidocaine \\& needling}},
      journal = {Am J Phys},
      volume = {73},
      pages = {256--263},
      year = {1994},
      note = {Bibliographic data not checked},
    }
    <BLANKLINE>
    """
    # an article without an author or a year is none to biblatex
    found = _JOURNAL.match(source.container) if source.author and source.year else None
    date = _date(source.year)
    # what biblatex wants no year of
    kind = "article" if found else "misc" if date.keys() & {"date", "year"} else "dataset"
    fields: dict[str, str | None] = {"author": authors(source.author), "title": f"{{{escape(source.title)}}}"}
    if found:
        fields |= {name: escape(value) for name, value in found.groupdict().items() if value}
        fields["pages"] = escape(found["pages"].replace("–", "--"))
    elif source.container:
        fields["howpublished" if kind == "misc" else "organization"] = escape(source.container)
    fields |= {
        **date,
        # biblatex, biber and the url package take these two as they are
        "doi": _address(source.doi),
        "url": _address(source.url),
        "note": "" if source.verified else "Bibliographic data not checked",
        "annote": escape(source.supports),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{source.id},\n{''.join(lines)}}}\n\n"


def _address(text: str) -> str:
    """Return an address in which nothing ends the field."""
    return re.sub(r"[{}\\\s]", lambda found: quote(found[0]), text)


def _date(year: str) -> dict[str, str]:
    """Return when a work appeared: a year, or a range of years as biblatex writes it."""
    years = [_year(part) for part in re.split("[–-]", year)]
    if len(years) == 2 and years[0] and len(year) > 4:
        first, last = years[0], re.split("[–-]", year)[1].strip()
        if last.isdecimal() and len(last) in (2, 4):
            return {"date": f"{first}/{first[: 4 - len(last)]}{last}"}
    return {"year": year} if _year(year) else {"pubstate": escape(year)} if year else {}


def _year(text: str) -> str:
    return text.strip() if re.fullmatch(r"\d{4}", text.strip()) else ""


def authors(text: str) -> str:
    """Return authors as BibTeX has them; names that do not look like a person's are kept together in braces.

    >>> authors("Hong CZ, Simons DG et al."), authors("Norsk legehåndbok")
    ('Hong, CZ and Simons, DG and others', '{Norsk legehåndbok}')
    """
    rest, others = (text[:-6].rstrip(), True) if text.endswith("et al.") else (text, False)
    people: list[Mapping[str, str] | None] = [
        person.groupdict() if (person := _PERSON.match(name)) else None for name in rest.split(", ")
    ]
    if None in people:
        return f"{{{escape(text)}}}" if text else ""
    named = [f"{escape(one['family'])}, {one['initials']}" for one in people if one]
    return " and ".join(named + ["others"] * others)


def escape(text: str) -> str:
    """Return ``text`` with what TeX would take for a command written so that it prints.

    >>> escape("50 % {sure}")
    '50 \\\\% \\\\{sure\\\\}'
    """
    return "".join(_SPECIAL.get(character, character) for character in text)
