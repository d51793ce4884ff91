"""Values in texts: numbers, dates and durations, as a language writes them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from ..languages.plurals import plural_index
from ..termbase.values import duration
from .lexicon import Lexicon, missing
from .term import babel_locale, written_number


class Duration(str):
    """A value that is an ISO 8601 duration, such as P7D; as text, the duration in the words of a language."""

    __slots__ = ("iso",)

    iso: str

    def __new__(cls, iso: str, words: str = "") -> Duration:
        made = str.__new__(cls, words or iso)
        made.iso = iso
        return made


def value(text: str) -> Duration | int | Decimal:
    """Return an article's value as what it is: a duration or a number."""
    if duration(text):
        return Duration(text)
    return Decimal(text) if "." in text else int(text)


def written(lexicon: Lexicon, value: object) -> str:
    """Return a value as text: dates, durations and numbers as the language writes them, anything else inert.

    Raises ValueError for what no reader should see: None, True and False, a negative time, a number that is none.
    """
    if value is None or isinstance(value, bool):
        raise ValueError(f"{value}; pass the words for it")
    if isinstance(value, Duration):
        return _units(lexicon, duration(value.iso))
    if isinstance(value, date | time):
        return _moment(value, lexicon.language)
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        if minutes < 0:
            raise ValueError("a negative time")
        parts = (("day", minutes // 1440), ("hour", minutes % 1440 // 60), ("minute", minutes % 60))
        return _units(lexicon, [part for part in parts if part[1]] or [("minute", 0)])
    if isinstance(value, int | float | Decimal):
        return written_number(value, lexicon.language)
    return str(value)


def _moment(moment: date | time, language: str) -> str:
    """Return a date, a time of day, or both, as read on the clock that they are from."""
    from babel.dates import format_date, format_time, get_datetime_format

    locale = babel_locale(language)
    if isinstance(moment, time):
        return str(format_time(moment, "short", locale=locale))
    day = str(format_date(moment, "long", locale=locale))
    if not isinstance(moment, datetime):
        return day
    both = str(get_datetime_format("long", locale=locale)).replace("'", "")
    return both.replace("{0}", str(format_time(moment.timetz(), "short", locale=locale))).replace("{1}", day)


def _units(lexicon: Lexicon, parts: list[tuple[str, int]]) -> str:
    rendered: list[str] = []
    for unit, count in parts:
        for language in (lexicon.language, *lexicon.fallback):
            forms = lexicon.texts(language)["units"].get(unit)
            if forms and all(forms):
                rule = lexicon.plural_rule(language)
                word = forms[min(plural_index(rule, count), len(forms) - 1)]
                rendered.append(word.replace("{count}", written_number(count, lexicon.language)))
                break
        else:
            raise missing(unit, "unit", lexicon.language)
    if len(rendered) == 1:
        return rendered[0]
    from babel.lists import format_list

    return str(format_list(rendered, locale=babel_locale(lexicon.language)))
