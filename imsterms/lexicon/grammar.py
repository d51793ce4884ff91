"""The forms of a term: which there are, which follow from others, and what gender a noun has."""

from __future__ import annotations

from ..errors import MissingFormError, MissingTranslationError, UnknownFormError, nearest
from ..termbase.forms import FORMS, STORED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..termbase.records import TermRecord

GENDERS = {
    "nb": {"en": "masculine", "ei": "feminine", "et": "neuter"},
    "nn": {"ein": "masculine", "ei": "feminine", "eit": "neuter"},
}
"""The gender that an indefinite article shows."""


def gender(language: str, with_article: str | None) -> str | None:
    """Return the gender that a noun's ``a`` form shows, or None where the language or the noun has none.

    >>> gender("nn", "eit triggerpunkt")
    'neuter'
    """
    return GENDERS.get(language, {}).get((with_article or "").split(" ", 1)[0])


def genitive(language: str, text: str) -> str | None:
    """Return the regular genitive of ``text``, or None in a language whose genitive is not regular.

    Norwegian: -s, after s, x and z an apostrophe alone (Språkrådet, «Genitiv»).

    >>> genitive("nb", "triggerpunktet"), genitive("nb", "IMS"), genitive("en", "muscles")
    ('triggerpunktets', "IMS'", "muscles'")
    """
    if language in GENDERS:
        return f"{text}'" if text[-1:].lower() in ("s", "x", "z") else f"{text}s"
    if language == "en":
        # after a small s the apostrophe alone, which suits plurals and terms that end in one ("number of sessions'")
        return f"{text}'" if text.endswith("s") else f"{text}'s"
    return None


def form(record: TermRecord, language: str, name: str, concept_id: str) -> str:
    """Return the form ``name`` of the term in a terms record.

    Raises MissingFormError where the term has no such form, MissingTranslationError where it is not translated
    yet, UnknownFormError where there is no form of that name.
    """
    forms = record["forms"]
    found = forms.get(name)
    if found is None and name not in forms:
        found = _derived(record, language, name, concept_id)
    if found is None:
        raise MissingFormError(f"the term '{forms['']}' ({concept_id}, {language}) has no form '{name}'")
    return found


def _derived(record: TermRecord, language: str, name: str, concept_id: str) -> str | None:
    """Return a form that is not stored but follows from others; None where it does not exist."""
    abbreviation = record.get("abbreviation")
    if name in ("short", "plain"):
        return abbreviation if name == "short" else record.get("plain")
    if name in ("full", "the full"):
        if abbreviation is None:
            return None
        return f"{form(record, language, name[:-4].rstrip(), concept_id)} ({abbreviation})"
    if name == "compound" and abbreviation is not None and language in GENDERS:
        return f"{abbreviation}-"  # Norwegian: IMS-behandling
    if name == "genitive" or name.endswith(" genitive"):
        base = name[:-8].rstrip()
        if base in FORMS:
            return genitive(language, form(record, language, base, concept_id))
    if name in STORED:
        raise MissingTranslationError(
            f"the form '{name}' of '{record['forms']['']}' ({concept_id}) is not translated into {language} yet"
        )
    if name in FORMS:
        return None
    known = [known for known in dict.fromkeys((*FORMS, *record["forms"])) if known]
    raise UnknownFormError(f"there is no form '{name[:60]}' (there are: {', '.join(known)}){nearest(name, known)}")


def all_forms(record: TermRecord, language: str, concept_id: str) -> dict[str, str]:
    """Return every form that a term has, by name."""
    found = {}
    for name in dict.fromkeys((*FORMS, *record["forms"])):
        try:
            found[name] = form(record, language, name, concept_id)
        except (MissingFormError, MissingTranslationError):
            continue
    return found
