"""A static site: a page for each concept in every language, search, articles, leaflets and concept maps.

Every address is permanent and relative, so the site works below any path and from a folder on disk. Nothing on it
asks another server for anything.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..exchange.iris import BASE, Names
from ..exchange.sections import language_sections
from ..facade import Glossary
from ..languages.profile import profile
from ..lexicon.concept import Concept
from ..lexicon.rendering import Renderer
from ..lexicon.text import Text
from ..maps import concept_map, draw
from ..termbase.forms import capitalise
from .folder import replace_folder
from .history import History, read_history
from .javascript import classic_script, compact_json, search_data
from .jsonld import CONTEXT, defined_term
from .leaflet import SIZES, Clinic, leaflet_html
from .pages import ASSETS, asset, environment

if TYPE_CHECKING:
    from markupsafe import Markup

_FORMS = (
    ("indefinite", ("a", ""), ("plural",)),
    ("definite", ("the",), ("the plural",)),
    ("genitive", ("genitive",), ("plural genitive",)),
)
"""Rows of the table of forms: a name, and the forms that may fill its singular and its plural."""


@dataclass(frozen=True, slots=True)
class Site:
    """What was built."""

    pages: int
    files: int
    size: int
    """Bytes of all files."""
    largest: tuple[str, int]
    """Path and bytes of the largest page."""
    gaps: tuple[str, ...] = ()
    """What a language has no words for, a sentence each."""


def build_site(
    glossary: Glossary,
    folder: str | os.PathLike[str],
    *,
    url: str = "",
    clinic: Clinic | None = None,
    releases: Iterable[str | os.PathLike[str]] = (),
) -> Site:
    """Build the site of a glossary's termbase, in all its languages, into ``folder``.

    ``url`` is the address that the site will have, for the sitemap and for citing; ``clinic`` is named on the leaflets.
    ``releases`` are JSON documents of earlier releases, from which each concept gets its history. The folder is
    replaced as a whole; files in it that an earlier build did not write are kept. Raises FileError where that cannot
    be done, SourceError for a file that is not one, MissingExtraError without Jinja2 and markdown-it-py
    (``imsterms[site]``).
    """
    builder = _Builder(glossary, url, clinic or Clinic(), read_history(releases, glossary))
    files = dict(builder.files())
    replace_folder(os.fspath(folder), files)
    pages = {path: len(content) for path, content in files.items() if path.endswith(".html")}
    largest = max(pages.items(), key=lambda page: page[1])
    return Site(len(pages), len(files), sum(map(len, files.values())), largest, tuple(builder.gaps))


SEARCH = ("scores.mjs", "imsterms.mjs")
"""The modules that the page of search needs: it finds no terms in text."""


class _Builder:
    """Makes the files of a site, one after the other."""

    def __init__(self, glossary: Glossary, url: str, clinic: Clinic, histories: Mapping[str, History]) -> None:
        self.address = url.rstrip("/") + "/" if url else ""
        self.clinic = clinic
        self.histories = histories
        self.glossaries = {language: glossary.in_language(language, fallback=True) for language in glossary.languages}
        self.gaps: list[str] = []

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and content of every file."""
        pages: list[str] = []
        for path, content in self.pages():
            pages.append(path)
            yield path, content.encode("utf-8")
        for name in sorted(os.listdir(ASSETS)):
            file = asset(name)
            yield f"assets/{name}", classic_script(file, *SEARCH) if name == "search.js" else file
        for language, glossary in self.glossaries.items():
            words = compact_json(search_data(glossary.in_language(language)))
            yield f"assets/words.{language}.js", f"(globalThis.imstermsData ??= []).push({words});\n".encode()
        if self.address:
            sitemap = environment().get_template("sitemap.xml").render(pages=pages, url=self.address)
            yield "sitemap.xml", sitemap.encode("utf-8")

    def linked_data(self, concept_id: str) -> Markup:
        """Return a concept as JSON-LD that a script element may hold."""
        from markupsafe import Markup

        languages = {tag: glossary.in_language(tag, fallback=False) for tag, glossary in self.glossaries.items()}
        record = next(iter(languages.values())).structure["concepts"][concept_id]
        names = Names(self.address or BASE)
        term = defined_term(concept_id, record, list(language_sections(concept_id, languages)), names)
        return Markup(compact_json({"@context": CONTEXT, **term}))

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield path and HTML of every page."""
        first = next(iter(self.glossaries.values()))
        yield "index.html", self.page("languages.html", first, "index.html", title="imsterms")
        for language, glossary in self.glossaries.items():
            edition = _Edition(self, glossary)
            articles = [edition.article(article_id) for article_id in glossary.articles]
            yield edition.page("home.html", "index.html", title=edition.label("site.title"), articles=articles)
            yield edition.page("search.html", "search.html", title=edition.label("site.search"))
            yield edition.page(
                "alphabet.html", "alphabet.html", title=edition.label("site.alphabet"), letters=edition.letters()
            )
            for name in edition.fields:
                yield edition.page(
                    "field.html",
                    f"fields/{name}.html",
                    title=edition.label(f"subject_field.{name}"),
                    concepts=edition.fields[name],
                    map=edition.map(name),
                )
            for concept in glossary.values():
                yield edition.concept(concept)
            for article in articles:
                yield edition.page("article.html", f"articles/{article['id']}.html", **article)
                for size in SIZES:
                    leaflet = leaflet_html(glossary.articles[article["id"]], self.clinic, size)
                    yield f"{language}/leaflets/{article['id']}.{size}.html", leaflet
            for concept_id in edition.missing:
                self.gaps.append(f"{language}: the concept '{concept_id}' has no term; another language's is shown")

    def page(self, template: str, glossary: Glossary, path: str, **content: Any) -> str:
        """Return a page; links in it are relative to where it lies."""
        return (
            environment()
            .get_template(template)
            .render(
                glossary=glossary,
                word=glossary.word,
                label=lambda name: capitalise(glossary.word(name)),
                address=self.address,
                language=glossary.language,
                direction=profile(glossary.language).direction,
                root="../" * path.count("/"),
                path=path,
                languages={tag: profile(tag).name for tag in self.glossaries},
                **content,
            )
        )


class _Edition:
    """The pages of one language."""

    def __init__(self, builder: _Builder, glossary: Glossary) -> None:
        self.builder = builder
        self.glossary = glossary
        self.language = glossary.language
        self.others = [language for language in builder.glossaries if language != glossary.language]
        self.sorted = glossary.sorted()
        self.missing = [
            concept.id
            for concept in glossary.values()
            if not concept.has_term or concept.term.language != self.language
        ]
        self.fields: dict[str, list[Concept]] = {}
        for concept in self.sorted:
            self.fields.setdefault(concept.subject_field, []).append(concept)

    def label(self, name: str) -> str:
        return capitalise(self.glossary.word(name))

    def page(self, template: str, path: str, **content: Any) -> tuple[str, str]:
        path = f"{self.language}/{path}"
        content.setdefault("here", path.partition("/")[2])
        return path, self.builder.page(template, self.glossary, path, fields=self.fields, edition=self, **content)

    def letters(self) -> list[tuple[str, list[Concept]]]:
        """Return the concepts by their first letter, as the language sorts them."""
        letters: dict[str, list[Concept]] = {}
        for concept in self.sorted:
            letters.setdefault(str(concept.term)[:1].upper(), []).append(concept)
        return list(letters.items())

    def map(self, name: str) -> Markup:
        """Return the map of a concept or subject field, to be put into a page below the language's folder."""
        from markupsafe import Markup

        return Markup(draw(concept_map(self.glossary, name), link="../concepts/{id}.html"))

    def text(self, text: Text) -> Markup:
        """Return a text of a concept with its terms linked to their pages."""
        renderer = Renderer(self.glossary.in_language(text.language), link="{id}.html")
        return renderer.html(text.template)

    def concept(self, concept: Concept) -> tuple[str, str]:
        if not concept.has_term:
            return self.page("gap.html", f"concepts/{concept.id}.html", title=concept.id, concept=concept)
        return self.page(
            "concept.html",
            f"concepts/{concept.id}.html",
            title=str(concept.term),
            concept=concept,
            term=concept.term,
            linked=self.text,
            description=str(concept.explanation or concept.definition or ""),
            forms=_forms(concept.term.forms),
            others=[other for other in map(concept.in_language, self.others) if other.has_term],
            relations=[
                (self.label(f"relation.{relation}"), targets)
                for relation, targets in {"broader": concept.broader, **concept.relations}.items()
                if targets
            ],
            codes=list(self.codes(concept)),
            map=self.map(concept.id),
            history=self.builder.histories[self.language].get(concept.id, ()),
            data=self.builder.linked_data(concept.id),
        )

    def codes(self, concept: Concept) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Yield each system that a concept is mapped to, and its codes with how they match."""
        systems = self.glossary.code_systems
        for system, matches in concept.codes.items():
            codes = [(code, self.glossary.word(f"match.{match}")) for match in matches for code in matches[match]]
            yield str(systems.get(system, system)), codes

    def article(self, article_id: str) -> dict[str, str]:
        article = self.glossary.articles[article_id]
        return {
            "id": article_id,
            "title": str(article.title),
            "body": article.to_html(audience="patient", link="../concepts/{id}.html"),
        }


def _forms(forms: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the rows of the table of forms: name, singular and plural; an empty string where there is none."""
    rows = []
    for row, *cells in _FORMS:
        singular, plural = (next((forms[name] for name in names if forms.get(name)), "") for names in cells)
        if singular or plural:
            rows.append((row, singular, plural))
    return rows
