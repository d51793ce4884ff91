"""The forms of a term: which there are, and which follow from others by the rules of the language's profile."""

from __future__ import annotations

from .. import limits
from ..errors import MissingFormError, MissingTranslationError, UnknownFormError, nearest
from .forms import FORMS, STORED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from ..languages.profile import Profile
    from .records import TermRecord


def form(record: TermRecord, language: str, name: str, concept_id: str) -> str:
    """Return the form ``name`` of the term in a terms record.

    Raises MissingFormError where the term has no such form, MissingTranslationError where it is not translated
    yet, UnknownFormError where there is no form of that name.
    """
    forms = record["forms"]
    text = forms.get(name)
    if text is None and name not in forms:
        text = _derived(record, language, name, concept_id)
    if text is None:
        raise MissingFormError(f"the term '{forms['']}' ({concept_id}, {language}) has no form '{name}'")
    return text


def _derived(record: TermRecord, language: str, name: str, concept_id: str) -> str | None:
    """Return a form that is not stored but follows from others; None where it does not exist."""
    from ..languages.profile import profile

    stated = profile(language)
    rule, base = _rule(stated, name)
    abbreviation = record.get("abbreviation")
    if rule == "short":
        return abbreviation
    if rule == "plain":
        return next(iter(plain_forms(record)), None)
    if rule == "compound":  # Norwegian: IMS-behandling
        return abbreviation and f"{abbreviation}{stated.abbreviation_joint}"
    if rule == "full":
        opening, closing = stated.brackets
        return abbreviation and f"{form(record, language, base, concept_id)}{opening}{abbreviation}{closing}"
    if rule == "genitive":
        return stated.genitive(form(record, language, base, concept_id), abbreviation=base == "short")
    if rule == "stored":
        raise MissingTranslationError(
            f"the form '{name}' of '{record['forms']['']}' ({concept_id}) is not translated into {language} yet"
        )
    if rule == "none":
        return None
    names = list(filter(None, dict.fromkeys((*form_names([language]), *record["forms"]))))
    raise UnknownFormError(f"there is no form '{name[:60]}' (there are: {', '.join(names)}){nearest(name, names)}")


_rules: dict[tuple[str, str], tuple[str, str]] = {}


def _rule(stated: Profile, name: str) -> tuple[str, str]:
    """Return by which rule a language makes a form that is not stored, and of which form it is made."""
    rule = _rules.get((stated.tag, name))
    if rule is None:
        rule = _rule_of(stated, name)
        if len(_rules) < limits.KEPT_TAGS:  # a template can ask for endless names
            _rules[stated.tag, name] = rule
    return rule


def _rule_of(stated: Profile, name: str) -> tuple[str, str]:
    base = unabbreviated(name)
    if base is not None and (base in ("", "the") or base in stated.case_forms):
        return "full", base
    if name in ("short", "plain") or (name == "compound" and stated.abbreviation_joint):
        return name, ""
    if name == "genitive" or name.endswith(" genitive"):
        base = name[:-8].rstrip()
        if base in (*STORED, "short") and stated.has_genitive:
            return "genitive", base
    if name in ("", *stated.stored_forms):
        return "stored", ""
    return "none" if name in FORMS or name in stated.case_forms else "", ""


def form_names(languages: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the forms that terms of the languages can have; the base form has the name ``""``."""
    from ..languages.profile import profile

    return tuple(dict.fromkeys((*FORMS, *(name for tag in languages for name in profile(tag).case_forms))))


def unabbreviated(name: str) -> str | None:
    """Return the form that a ``full`` form puts before its abbreviation; None for other forms.

    >>> unabbreviated("full"), unabbreviated("the full dative"), unabbreviated("plural")
    ('', 'the dative', None)
    """
    words = name.split(" ")
    if words[0] == "full" or words[:2] == ["the", "full"]:
        words.remove("full")
        return " ".join(words)
    return None


def all_forms(record: TermRecord, language: str, concept_id: str, *, without: Container[str] = ()) -> dict[str, str]:
    """Return every form that a term has, by name, but for those named ``without``."""
    made = {}
    forms = record["forms"]
    for name in dict.fromkeys((*form_names([language]), *forms)):
        if name in without:
            continue
        try:
            text = forms[name] if name in forms else _derived(record, language, name, concept_id)
        except (MissingFormError, MissingTranslationError):
            continue
        if text is not None:
            made[name] = text
    return made


def plain_forms(record: TermRecord) -> tuple[str, ...]:
    """Return the plain wording of a term, and the one for more than one where that differs."""
    return tuple(filter(None, (record.get("plain") or "").split(" | ")))
