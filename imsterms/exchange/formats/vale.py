"""Vale style package: deprecated terms are reported with the preferred one in the same form.

A ZIP archive for ``Packages`` in a .vale.ini. Each language has a style, ``imsterms-nb`` ..., whose rule Deprecated
names what to write instead, and a vocabulary of the same name with the terms that are right.
"""

from __future__ import annotations

import re
from typing import IO, Any

from ...facade import Glossary
from ...languages.profile import profile
from ...languages.tags import SOURCE
from ...lexicon.concept import Designation
from ..package import Package
from ..progress import Progress, silent
from ..sections import LanguageSection, glossaries, language_sections

WHAT_IS_LOST = (
    "everything but preferred, admitted and deprecated terms in their forms; the reasons for deprecated terms; "
    "deprecated terms that are good terms of another concept, which are named when they are left out"
)

ROOT = "imsterms"


def write(glossary: Glossary, stream: IO[bytes], *, progress: Progress[Any] = silent) -> list[str]:
    """Write the package as a ZIP archive; return what was left out, a sentence each."""
    package = files(glossary, progress=progress)
    zipped = Package({f"{ROOT}/{path}": content for path, content in package.files.items()})
    zipped.write_zip(stream)
    return package.left_out


def files(glossary: Glossary, *, progress: Progress[Any] = silent) -> Package:
    """Return the files of the package."""
    languages = glossaries(glossary)
    words: dict[str, list[tuple[str, LanguageSection]]] = {language: [] for language in languages}
    for concept_id in progress(list(glossary.structure["concepts"])):
        for one in language_sections(concept_id, languages):
            words[one.language].append((concept_id, one))
    package = Package({".vale.ini": _configuration(list(languages))})
    for language, found in words.items():
        style = f"{ROOT}-{language}"
        swap, good = _rule(found, language, package.left_out)
        package.files[f"styles/{style}/Deprecated.yml"] = _yaml(
            {
                "extends": "substitution",
                "message": profile(language).use_instead or profile(SOURCE).use_instead,
                "level": "warning",
                "ignorecase": True,
                "action": {"name": "replace"},
                "swap": swap,
            }
        )
        accept = "".join(f"{pattern(term)}\n" for term in good)
        package.files[f"styles/config/vocabularies/{style}/accept.txt"] = accept.encode()
    return package


def _rule(
    found: list[tuple[str, LanguageSection]], language: str, left_out: list[str]
) -> tuple[dict[str, str], list[str]]:
    """Return what each deprecated form is replaced with, and the terms that are right."""
    good: dict[str, str] = {}
    for _, words in found:
        for phrase in (words.term, words.abbreviation, words.plain, *words.variants, *words.term.forms.values()):
            good.setdefault(phrase.casefold(), phrase)
        for admitted in words.admitted:
            for phrase in (admitted, *admitted.forms.values()):
                good.setdefault(phrase.casefold(), phrase)
    swap: dict[str, str] = {}
    for concept_id, words in found:
        for designation in words.deprecated:
            for wrong, right in _replacements(designation, words):
                if wrong.casefold() in good:
                    left_out.append(
                        f"'{wrong}' ({language}, deprecated at {concept_id}) is left out: it is a good term elsewhere."
                    )
                else:
                    swap.setdefault(pattern(wrong), right)
    # Vale tries the alternatives in order: the longest first, or a phrase would be taken for its first word
    ordered = dict(sorted(swap.items(), key=lambda one: (-len(one[0]), one[0])))
    terms = dict.fromkeys(str(phrase) for _, words in found for phrase in (words.term, words.abbreviation) if phrase)
    return ordered, list(terms)


def _replacements(designation: Designation, words: LanguageSection) -> list[tuple[str, str]]:
    """Return each form of a deprecated term with the preferred term in that form."""
    forms = words.term.forms
    found = {str(designation): str(words.term)}
    for name, form in designation.forms.items():
        found.setdefault(form, forms.get(name, str(words.term)))
    return list(found.items())


def pattern(text: str) -> str:
    """Return a regular expression for a phrase as it stands, in Vale's kind of expressions.

    >>> pattern("dry-needling (IMS)")
    'dry-needling \\\\(IMS\\\\)'
    """
    return re.sub(r"([\\.^$|?*+()\[\]{}])", r"\\\1", text)


def _configuration(languages: list[str]) -> bytes:
    """Return a .vale.ini that says where the styles are; which files are in which language is the user's to say."""
    lines = ["# In your own .vale.ini, for the files of each language:"]
    for language in languages:
        lines += [f"#   [*.{language}.md]", f"#   BasedOnStyles = {ROOT}-{language}"]
    return "".join(f"{line}\n" for line in (*lines, "StylesPath = styles")).encode()


def _yaml(content: dict[str, object]) -> bytes:
    import yaml

    return str(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)).encode()
