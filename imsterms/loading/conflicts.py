"""What putting a termbase on top of another brings about and a person should look at."""

import os
from collections.abc import Iterator, Mapping

from ..catalogs.files import catalog_path
from ..errors import ImstermsError, TextError
from ..findings import Finding
from ..languages.profile import profile
from ..lexicon.rendering import sentence_around
from ..termbase.forms import base_form
from ..termbase.grammar import form
from ..termbase.model import LISTS, TEXTS
from ..termbase.text import Reference, references
from .overlay import OverlayData


def conflicts(data: OverlayData) -> Iterator[Finding]:
    """Yield every conflict between our own termbase and the one below it."""
    for language in data.base.languages:
        yield from _Language(data, language).conflicts()
    under, own = data.base.structure(), data.termbase
    for name, article in own.articles.items():
        if name in under["articles"]:
            message = f"the article '{name}' takes the place of the built-in one, in every language"
            yield Finding(article.path, article.line, "IMS256", "article-replaced", message)
    for name, work in own.sources.items():
        if name in under["sources"] and under["sources"][name].get("title") != work.title:
            message = f"the work '{name}' takes the place of another work of the built-in bibliography"
            yield Finding("sources.yaml", work.line, "IMS257", "source-replaced", message)


class _Language:
    """The conflicts in one language."""

    def __init__(self, data: OverlayData, language: str) -> None:
        self.data = data
        self.language = language
        self.under = data.base.terms(language)["concepts"]
        self.now = data.terms(language)["concepts"]

    def conflicts(self) -> Iterator[Finding]:
        changed = [name for name, record in self.now.items() if record["forms"] != self._before(name)]
        words = self._words()
        for name in changed:
            yield from self._taken(name, words)
        replaced = {name for name in changed if name in self.under}
        for name in sorted(replaced):
            old, new = self._before(name)[""], self.now[name]["forms"][""]
            if old != new:
                message = f"'{new}' replaces the preferred term '{old}', which is an admitted term now"
                yield self._finding(name, "IMS253", "preferred-replaced", message)
        if replaced:
            for place, text in self._texts():
                yield from self._in_text(place, text, replaced)

    def _before(self, name: str) -> Mapping[str, str | None]:
        return self.under[name]["forms"] if name in self.under else {}

    def _words(self) -> dict[str, list[tuple[str, str]]]:
        """Return each word of the built-in termbase with the concepts it stands for and where they have it."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name, record in self.under.items():
            found.setdefault(base_form(record).casefold(), []).append((name, "term"))
            for field in LISTS:
                for one in record.get(field, ()):
                    found.setdefault(one["forms"][0].casefold(), []).append((name, field))
        return found

    def _taken(self, name: str, words: Mapping[str, list[tuple[str, str]]]) -> Iterator[Finding]:
        term = base_form(self.now[name])
        for other, field in words.get(term.casefold(), ()):
            if other != name:
                message = f"'{term}' is the preferred term here, and built in under '{field}' of '{other}'"
                yield self._finding(name, "IMS252", "term-taken", message)

    def _texts(self) -> Iterator[tuple[str, str]]:
        """Yield the texts that were written for the old terms."""
        texts = self.data.base.texts(self.language)
        now = self.data.texts(self.language)
        gaps = now.get("gaps", {})
        for name, record in texts["concepts"].items():
            for field in TEXTS:
                text = record.get(field)
                if text and (f"{name}.{field}" in gaps or now["concepts"][name].get(field) == text):
                    yield f"{name}.{field}", text
            for note in record.get("notes", ()):
                yield f"{name}.notes", note
        for name, article in texts["articles"].items():
            if name not in self.data.termbase.articles:
                yield f"article {name}.title", article["title"]
                for block, said in article["blocks"].items():
                    cells = [cell for row in said.get("rows", ()) for cell in row]
                    for text in (said.get("text"), said.get("reason"), *said.get("columns", ()), *cells):
                        if text:
                            yield f"article {name}.{block}", text

    def _in_text(self, place: str, text: str, replaced: set[str]) -> Iterator[Finding]:
        try:
            named = references(text)
        except TextError:
            return
        seen = set()
        for reference in named:
            name = reference.name
            if name not in replaced or str(reference) in seen:
                continue
            seen.add(str(reference))
            sentence = " ".join(sentence_around(text, reference.start).split())
            shown = f"{place}: '{sentence[:117] + '...' if len(sentence) > 120 else sentence}'"
            if self._lost(reference):
                message = f"the new term has no form '{reference.form}', which is needed in {shown}"
                yield self._finding(name, "IMS255", "form-lost", message)
                continue
            old, new = (
                profile(self.language).gender(forms.get("a"), forms.get("the"))
                for forms in (self._before(name), self.now[name]["forms"])
            )
            if old != new:
                message = (
                    f"{old or 'no gender'} before, {new or 'no gender'} now; look at the words around it in {shown}"
                )
                yield self._finding(name, "IMS254", "gender-changed", message)

    def _lost(self, reference: Reference) -> bool:
        """Return whether the new term has not the form that a text asks for."""
        try:
            form(self.now[reference.name], self.language, reference.needed_form, reference.name)
        except ImstermsError:
            return True
        return False

    def _finding(self, name: str, code: str, rule: str, message: str) -> Finding:
        entry = self.data.termbase.concepts.get(name)
        own_language = self.language == self.data.termbase.language
        path, line = catalog_path("locales", self.language).replace(os.sep, "/"), 0
        if entry and (own_language or self.language not in self.data.catalogs):
            path, line = entry.path, entry.lines.get("id", 0)
        return Finding(path, line, code, rule, f"in {self.language}, {message}", name, language=self.language)
