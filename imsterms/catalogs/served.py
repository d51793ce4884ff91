"""What of a language is served: texts that can be rendered, and how far a language is from being offered."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ..errors import ImstermsError, nearest
from ..languages.profile import profile
from ..termbase.grammar import form
from ..termbase.model import TEXTS
from ..termbase.text import parse

if TYPE_CHECKING:
    from ..termbase.model import Termbase
    from ..termbase.records import (
        ArticleTexts,
        BlockTexts,
        LanguageTerms,
        LanguageTexts,
        ProgressRecord,
        Structure,
        TermRecord,
        TextRecord,
    )
    from ..termbase.runtime import Data


def without_gaps(
    texts: LanguageTexts, terms: LanguageTerms, structure: Structure, broken: dict[str, str]
) -> LanguageTexts:
    """Return the texts of a language without those that cannot be rendered; ``gaps`` says which and why.

    Such a text names a concept whose term, or a form, the language does not have (yet). It is treated as missing, so
    that no other text fails with it. What does not only wait for the translation of a term is added to ``broken``.
    ``texts`` is left as it is: its records may be shared.
    """
    reader = _Reader(terms, structure)
    concepts = {name: reader.concept(name, record) for name, record in texts["concepts"].items()}
    articles = {name: reader.article(name, words) for name, words in texts["articles"].items()}
    units = {name: forms for name, forms in texts["units"].items() if reader.unit(name, forms)}
    broken.update({context: why for context, why in reader.gaps.items() if why not in reader.not_yet})
    return {**texts, "concepts": concepts, "articles": articles, "units": units, "gaps": reader.gaps}


class _Reader:
    def __init__(self, terms: LanguageTerms, structure: Structure) -> None:
        self.terms = terms
        self.structure = structure
        self.gaps: dict[str, str] = {}
        self.not_yet: set[str] = set()
        self._faults: dict[tuple[str, str], str] = {}

    def concept(self, name: str, record: TextRecord) -> TextRecord:
        kept = record
        for field in TEXTS:
            if (text := record.get(field)) and not self._renders(f"{name}.{field}", text):
                kept = kept.copy()
                del kept[field]
        notes = record.get("notes", [])
        if (rendered := [note for note in notes if self._renders(f"{name}.notes", note)]) != notes:
            kept = {**kept, "notes": rendered}
        return kept

    def article(self, name: str, words: ArticleTexts) -> ArticleTexts:
        values = self.structure["articles"].get(name, {"values": {}})["values"]
        title = words["title"] if self._renders(f"article/{name}.title", words["title"], values) else ""
        blocks = {key: self._block(f"article/{name}.{key}", block, values) for key, block in words["blocks"].items()}
        return {**words, "title": title, "blocks": blocks}

    def _block(self, context: str, block: BlockTexts, values: Collection[str]) -> BlockTexts:
        def kept(text: str, part: str = "") -> str:
            return text if self._renders(context + part, text, values) else ""

        made = block.copy()
        if "text" in block:
            made["text"] = kept(block["text"])
        if "reason" in block:
            made["reason"] = kept(block["reason"], ".reason")
        if "columns" in block:
            made["columns"] = [*map(kept, block["columns"])]
            made["rows"] = [[*map(kept, row)] for row in block["rows"]]
        return made

    def unit(self, name: str, forms: list[str]) -> bool:
        """Return whether all forms of a unit can be written beside a number."""
        return all(self._renders(f"unit/{name}", form, ("count",)) for form in forms)

    def _renders(self, context: str, text: str, values: Collection[str] = ()) -> bool:
        if "{" not in text and "}" not in text:
            return True
        try:
            faults = [
                self._fault(piece.name, piece.needed_form)
                for piece in parse(text)
                if not isinstance(piece, str)
                if piece.name not in values
            ]
        except ImstermsError as error:
            faults = [str(error)]
        if fault := next(filter(None, faults), ""):
            self.gaps.setdefault(context, fault)
        return not fault

    def _fault(self, name: str, needed: str) -> str:
        """Return why a reference cannot be rendered; empty where it can."""
        if (name, needed) not in self._faults:
            self._faults[name, needed] = self._why_not(self.terms["replaced"].get(name, name), needed)
        return self._faults[name, needed]

    def _why_not(self, name: str, needed: str) -> str:
        record = self.terms["concepts"].get(name)
        language = self.terms["language"]
        if record is None:
            if name in self.structure["concepts"]:
                waiting = f"the term of '{name}' is not translated into {language} yet"
                self.not_yet.add(waiting)
                return waiting
            return f"there is no concept '{name}'{nearest(name, self.structure['concepts'])}"
        try:
            form(record, language, needed, name)
        except ImstermsError as error:
            return str(error)
        return ""


def progress(data: Data, language: str, termbase: Termbase) -> ProgressRecord:
    """Return how far a language is, and whether it is offered to visitors.

    It is offered once it has every term with its forms, every word of the interface and every unit that the language
    of the sources has, and as many per cent of the definitions and explanations as ``termbase.yaml`` says; or where
    that file names it.
    """
    source, terms, texts = data.texts(termbase.language), data.terms(language), data.texts(language)
    has_term = [
        name in terms["concepts"] and _has_forms(terms["concepts"][name], language)
        for name in data.structure()["concepts"]
    ]
    has_text = [
        bool(texts["concepts"].get(name, {}).get(field))
        for name, record in source["concepts"].items()
        for field in TEXTS
        if record.get(field)
    ]
    has_word = [bool(texts["interface"].get(word)) for word in source["interface"]]
    has_word += [all(texts["units"].get(unit, [""])) for unit in source["units"]]
    enough = all(has_term) and all(has_word) and 100 * sum(has_text) >= termbase.complete * len(has_text)
    return {
        "terms": [sum(has_term), len(has_term)],
        "texts": [sum(has_text), len(has_text)],
        "words": [sum(has_word), len(has_word)],
        "offered": enough or language in (termbase.language, *termbase.offered),
    }


def _has_forms(record: TermRecord, language: str) -> bool:
    """Return whether a term has every form that a translator into the language is asked for."""
    stated = profile(language)
    asked = {
        "plural": stated.bare_plural_slot is not None or stated.bare_plural == "own",
        "a": bool(stated.indefinite_articles),
        "the": bool(stated.definite),
        "the plural": bool(stated.definite),
    }
    forms = record.get("forms", {})
    return all(name in forms for name, wanted in asked.items() if wanted or not stated.exists) and all(
        record.get("counts", ())
    )
