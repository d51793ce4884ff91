"""Language tags (BCP 47): which are served, and what people write for them.

Nothing here looks at the process's locale: the caller always says the language.
"""

from __future__ import annotations

from .. import limits
from ..errors import UnknownLanguageError, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCE = "en"
"""The language that the sources are written in."""

DEFAULT = "nb"
"""The language in which integrations serve a page that names no language there are terms in."""


def _subtags(tag: str) -> list[str]:
    """Split a tag as written by a person, a browser or a POSIX locale (``nb_NO.UTF-8@euro``)."""
    bare = tag.strip().partition(".")[0].partition("@")[0]
    return bare.replace("_", "-").lower().split("-")


def is_english(tag: str) -> bool:
    """Return whether a tag is English of any country.

    >>> is_english("en-GB"), is_english("eno")
    (True, False)
    """
    return _subtags(tag)[0] == "en"


def is_tag(tag: str) -> bool:
    """Return whether ``tag`` is well-formed as a folder of catalogs is named: letters and digits between hyphens.

    >>> is_tag("zh-Hans"), is_tag("../nb"), is_tag("")
    (True, False, False)
    """
    first, *others = tag.split("-")
    shapes = all(part.isascii() and part.isalnum() and len(part) <= 8 for part in (first, *others))
    return shapes and first.isalpha() and len(first) > 1


def spelt(tag: str) -> str:
    """Return a well-formed tag in its usual spelling (BCP 47, section 2.1.1).

    >>> spelt("PT_br"), spelt("ZH-hans-cn")
    ('pt-BR', 'zh-Hans-CN')
    """
    first, *others = tag.replace("_", "-").lower().split("-")
    parts = [part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in others]
    return "-".join((first, *parts))


def match(tag: str, available: Iterable[str]) -> str | None:
    """Return the language of ``available`` that ``tag`` asks for, or None.

    A region is dropped; a script only where the language is always written in it, as its profile says.

    >>> match("nb_NO.UTF-8", ["en", "nb"]), match("da", ["en", "nb"]), match("ku-Arab", ["ku"])
    ('nb', None, None)
    """
    served = {language.lower(): language for language in available}
    subtags = _subtags(tag)
    while subtags:
        shorter = "-".join(subtags)
        if shorter not in served:  # our own tags need no look into the profiles
            from .profile import aliases

            shorter = aliases().get(shorter, shorter)
        if shorter in served:
            return served[shorter]
        dropped = subtags.pop()
        if subtags and len(dropped) == 4 and dropped.isalpha():
            from .profile import profile

            if profile(subtags[0]).script != dropped.title():
                return None
    return None


def normalise(tag: str, available: Iterable[str]) -> str:
    """Return the language of ``available`` that ``tag`` asks for.

    Raises UnknownLanguageError, which names the languages there are.

    >>> normalise("nn-NO", ["en", "nb", "nn"])
    'nn'
    """
    if not isinstance(tag, str):
        raise UnknownLanguageError(f"a language is a tag such as 'nb', not {type(tag).__name__}")
    available = tuple(available)
    language = match(tag, available)
    if language is None:
        names = ", ".join(available)
        from .profile import aliases

        meant = [alias for alias, language in aliases().items() if language in available]
        hint = nearest(tag.lower(), [*available, *meant])
        raise UnknownLanguageError(f"there are no terms in the language '{tag[:40]}' (there are: {names}){hint}")
    return language


def negotiate(header: str | None, available: Iterable[str], default: str) -> str:
    """Return the language that serves an ``Accept-Language`` header best (RFC 9110, section 12.5.4).

    A visitor whose languages are all foreign gets ``default``; a malformed header never raises.

    >>> negotiate("da, nn;q=0.8", ["en", "nb", "nn"], default="nb")
    'nn'
    """
    available = tuple(available)
    default = normalise(default, available)
    wanted: list[tuple[float, int, str]] = []
    refused: set[str] = set()
    for position, item in enumerate((header or "")[: limits.HEADER_CHARACTERS].split(",")):
        tag, _, parameters = item.partition(";")
        weight = _weight(parameters)
        language = default if tag.strip() == "*" else match(tag, available)
        if language is None or weight is None:
            continue
        if weight > 0:
            wanted.append((-weight, position, language))
        elif tag.strip() != "*":
            refused.add(language)
    served = [language for _, _, language in sorted(wanted) if language not in refused]
    return served[0] if served else default


def _weight(parameters: str) -> float | None:
    """Return the q of a header item; None where it is malformed."""
    name, _, value = parameters.partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return None
    return weight if 0 <= weight <= 1 else None
