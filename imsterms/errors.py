"""The exceptions of imsterms: one root, and each also the builtin kind that a caller expects.

Every message is a sentence or two that says where, what is wrong, and the nearest right answer.
"""

from __future__ import annotations

from _thread import _local as local

from . import limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .findings import Finding


class ImstermsError(Exception):
    """Root of all exceptions that imsterms raises on purpose."""


class UnknownLanguageError(ImstermsError, LookupError):
    """A language tag that imsterms has no terms in."""


class UnknownConceptError(ImstermsError, KeyError):
    """A concept id that the termbase does not hold."""

    def __str__(self) -> str:
        # KeyError would show the repr of the message
        return str(self.args[0]) if self.args else ""


class UnknownCodeSystemError(ImstermsError, LookupError):
    """A code system that the termbase has no codes of."""


class UnknownLabelError(ImstermsError, LookupError):
    """A name that no word of the interface has."""


class UnknownArticleError(UnknownConceptError):
    """An article id that the termbase does not hold."""


class UnknownFormError(ImstermsError, LookupError):
    """A form name that the table of forms does not know."""


class MissingFormError(ImstermsError, LookupError):
    """A known form that a term does not have in this language ("dry needlings")."""


class MissingTranslationError(ImstermsError, LookupError):
    """A text that is not translated yet, asked for without a fallback language."""


class TextError(ImstermsError, ValueError):
    """A text whose references or braces are malformed."""


class SourceError(ImstermsError, ValueError):
    """Source files that cannot be used; ``findings`` lists every problem that was found."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


class CatalogError(SourceError):
    """A catalog (.po file) that cannot be used."""


class FileError(ImstermsError, OSError):
    """A file that cannot be read or written; ``reason`` says why, ``line`` where (0: the file as a whole)."""

    def __init__(self, message: str, reason: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.reason = reason or message
        self.line = line


class UnknownFormatError(ImstermsError, LookupError):
    """A format that imsterms does not know, or cannot read or write: of a document or of an exchange file."""


class UnknownRuleError(ImstermsError, LookupError):
    """A rule name or code that does not exist."""


class SettingsError(ImstermsError, ValueError):
    """A configuration with an unknown key, rule or value."""


class ExchangeError(ImstermsError, ValueError):
    """A document of another format that cannot be read, or an option that cannot be served."""


class MissingExtraError(ImstermsError, ImportError):
    """An optional feature whose library is not installed."""


class _Left(local):
    steps: int | None = None


_left = _Left()


class SuggestionBudget:
    """A block in which all suggestions come from one budget; when it is used up, wrong names get none."""

    def __enter__(self) -> None:
        self._outermost = _left.steps is None
        if _left.steps is None:
            _left.steps = limits.SUGGESTION_STEPS_IN_ALL

    def __exit__(self, *_: object) -> None:
        if self._outermost:
            _left.steps = None


def nearest(name: str, names: Iterable[str]) -> str:
    """Return ``"; did you mean 'x' or 'y'?"`` for the nearest of ``names``, or ``""`` where none is near.

    >>> nearest("trigerpoint", ["trigger_point", "needle"])
    "; did you mean 'trigger_point'?"
    """
    from difflib import SequenceMatcher, get_close_matches

    if _left.steps is not None and _left.steps <= 0:
        return ""
    name = name[: limits.NAME_CHARACTERS]
    others = list(names)
    steps = len(others)
    if steps > (most := limits.SUGGESTION_STEPS // max(len(name), 1) ** 2):
        others = [other for other in others if other[:2] == name[:2]][:most]
    if _left.steps is not None:
        _left.steps -= steps + len(others) * len(name) ** 2
    close = get_close_matches(name, others, n=3, cutoff=0.6)
    if not close:
        return ""
    # beside a near match a far one is only noise
    likeness = [SequenceMatcher(None, name, match).ratio() for match in close]
    close = [match for match, ratio in zip(close, likeness, strict=True) if ratio > likeness[0] - 0.1]
    return "; did you mean " + " or ".join(f"'{match}'" for match in close) + "?"
