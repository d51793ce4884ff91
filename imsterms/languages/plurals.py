"""Plural rules as the header of a catalog writes them: the profile's, or what CLDR says of a language."""

from __future__ import annotations

import re

from .. import limits
from .profile import profile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_DEFAULT = "nplurals=2; plural=(n != 1);"

# enough to tell any two rules apart: all that CLDR has repeat after a thousand, and use 0 to 200 for exceptions
_COUNTS = (*range(201), 1000, 1001, 1002, 1005, 1011, 1021, 1022, 10000)
_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+);*\s*\Z")


def read_rule(header: str) -> tuple[int, tuple[int, ...]] | None:
    """Return how many forms a ``Plural-Forms`` header names, and which of them each of many counts takes.

    None where the header is broken, names more forms than any language has, or gives a count a form that there is not.
    Two headers that say the same in different words give the same answer.

    >>> read_rule("nplurals=2; plural=n>1") == read_rule("nplurals=2; plural=(n >= 2);")
    True
    """
    from gettext import c2py

    parts = _HEADER.match(header)
    if parts is None:
        return None
    count = int(parts[1]) if len(parts[1]) < 3 else limits.PLURAL_FORMS + 1
    if count > limits.PLURAL_FORMS:
        return None
    try:
        rule = c2py(parts[2].strip())
        forms = tuple(int(rule(number)) for number in _COUNTS)
    except (ValueError, SyntaxError, RecursionError, ZeroDivisionError):  # c2py lets "!!=" through to the compiler
        return None
    return (count, forms) if forms and min(forms) >= 0 and max(forms) < count else None


def plural_forms(language: str) -> str:
    """Return the ``Plural-Forms`` header of a language: its profile's, else CLDR's rule for whole numbers.

    A language that has no profile and that CLDR does not know gets the English rule.

    >>> plural_forms("nb"), plural_forms("se")[:11]
    ('nplurals=2; plural=(n != 1);', 'nplurals=3;')
    """
    if stated := profile(language).plurals:
        return stated

    from babel.core import Locale, UnknownLocaleError
    from babel.messages.plurals import get_plural
    from babel.plural import PluralRule, to_gettext

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return _DEFAULT
    rule = locale.plural_form
    used = {rule(number) for number in _COUNTS}
    # what only fractions and millions use is no form of a noun; the last that is left serves for all other counts
    kept = [tag for tag in ("zero", "one", "two", "few", "many", "other") if tag in used]
    generated = str(to_gettext(PluralRule([(tag, rule.rules[tag]) for tag in kept[:-1]])))
    if not generated.endswith(";"):
        generated += ";"
    customary = str(get_plural(locale).plural_forms).rstrip("; ") + ";"
    # the wording that other catalogs of the language have, where it says the same
    return customary if read_rule(customary) == read_rule(generated) else generated


def served_rule(header: str, language: str) -> str:
    """Return the rule to use: the header's if it can be read, else the language's own.

    >>> served_rule("nplurals=2; plural=foo;", "nb")
    'nplurals=2; plural=(n != 1);'
    """
    return header if read_rule(header) else plural_forms(language)


def plural_count(header: str) -> int:
    """Return how many plural forms a header names; two where it is broken."""
    rule = read_rule(header)
    return rule[0] if rule else 2


def headword_and_plural(counts: Sequence[str], rule: str, language: str) -> tuple[str, str]:
    """Return the headword and the plural without a number among the forms used after a number.

    The headword is the form after 1 by ``rule``. The plural is empty where the language does not count with it.

    >>> headword_and_plural(("punkt", "punkty", "punktów"), plural_forms("pl"), "pl")
    ('punkt', 'punkty')
    >>> headword_and_plural(("triggerpiste", "triggerpistettä"), plural_forms("fi"), "fi")
    ('triggerpiste', '')
    """
    stated = profile(language)
    singular = min(plural_index(rule, 1), len(counts) - 1)
    slot = stated.bare_plural_slot if stated.exists else None if singular else 1
    plural = "" if slot is None else counts[min(slot, len(counts) - 1)]
    return counts[singular], plural


def counts_of(headword: str, plural: str, language: str) -> tuple[str, ...]:
    """Return the forms used after a number as far as the headword and the plural are among them, else empty.

    >>> counts_of("punkt", "punkty", "pl"), counts_of("triggerpiste", "triggerpisteet", "fi")
    (('punkt', 'punkty', ''), ('triggerpiste', ''))
    """
    stated = profile(language)
    if not stated.exists:
        rule = plural_forms(language)
        singular, number = plural_index(rule, 1), plural_count(rule)
        counts = ["" if singular else plural] * number
        counts[2:] = [""] * (number - 2)
        counts[singular] = headword
        return tuple(counts)
    counts = ["" for _ in stated.slots]
    if stated.bare_plural_slot is not None:
        counts[stated.bare_plural_slot] = plural
    counts[plural_index(stated.plurals, 1)] = headword
    return tuple(counts)


_compiled: dict[str, Callable[[int], int]] = {}


def plural_index(rule: str, count: int) -> int:
    """Return which plural form ``count`` takes by the rule of a catalog's ``Plural-Forms`` header.

    >>> plural_index("nplurals=2; plural=(n != 1);", 3)
    1
    """
    compiled = _compiled.get(rule)
    if compiled is None:
        from gettext import c2py  # compiles the rule safely; not in gettext.__all__, but there since 2.3

        expression = rule.partition("plural=")[2].partition(";")[0]
        compiled = _compiled.setdefault(rule, c2py(expression or "n != 1"))
    return int(compiled(abs(count)))
