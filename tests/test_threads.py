"""A glossary under threads: every public method, every document format, cold caches; nobody sees another's work."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import imsterms
from imsterms.recognition.readers import FORMATS, markdown

WORDS = "En muskelknute og flere muskelknuter. Trigger punktene i musklane, {bold} og IMS behandling. "
DOCUMENTS = {
    "text": WORDS + "«En muskelknute» til.\n",
    "markdown": "# Om _nåler_\n\n"
    + WORDS
    + "**muskelknuten** `muskelknuten` [muskelknuten][x] **musk**elen\n\n[x]: /u\n",
    "html": "<h1>Nåler</h1><p>" + WORDS + "<b>muskelknuten</b> <code>muskelknuten</code> <q>muskelknuten</q></p>\n",
    "po": 'msgid ""\nmsgstr "Language: nb\\n"\n\nmsgid "x"\nmsgstr "' + WORDS + '<b>muskelknuten</b>"\n',
}

Call = Callable[[imsterms.Glossary, int], object]


def document(form: str, number: int) -> str:
    """Return a document of its own for each thread: each has its own length."""
    return DOCUMENTS.get(form, DOCUMENTS["text"]).format(bold="nålen " * number) * (2 if form != "po" else 1)


def _texts(concept: imsterms.Concept) -> object:
    texts = (concept.definition, concept.explanation, *concept.notes)
    return concept.term.form(""), concept.designations, [str(text) for text in texts]


def _written_twice(glossary: imsterms.Glossary, number: int) -> object:
    document = glossary.document()
    return [document.render("{intramuscular_stimulation} " * number) for _ in range(2)]


CALLS: dict[str, Call] = {
    "annotate": lambda g, n: [match.as_dict() for match in g.annotate(document("text", n), loose=True)],
    "articles": lambda g, n: [str(article.to_html(claims="annotated")) for article in g.articles.values()][n % 3],
    "by_code": lambda g, n: [str(one) for one in g.by_code("mesh", "D061028")],
    "code_systems": lambda g, n: sorted(g.code_systems),
    "content_hash": lambda g, n: g.content_hash,
    "document": _written_twice,
    "find": lambda g, n: [(one.concept.id, one.forms) for one in g.find("Triggerpunktene")],
    "fix": lambda g, n: [g.fix(document(form, n), format=form).text for form in FORMATS],
    "gaps": lambda g, n: g.gaps,
    "get": lambda g, n: repr(g.get("needle")),
    "in_language": lambda g, n: [g.in_language(one)["needle"].term for one in ("en", "nn", "nb")],
    "items": lambda g, n: len(list(g.items())),
    "keys": lambda g, n: list(g.keys())[:5],
    "link": lambda g, n: g.link(document("html", n)),
    "label": lambda g, n: g.label("relation.part_of"),
    "word": lambda g, n: g.word("relation.part_of"),
    "languages": lambda g, n: g.languages,
    "lint": lambda g, n: [g.lint(document(form, n), format=form) for form in FORMATS],
    "opened": lambda g, n: g.opened(g._data, "nn", False, g._family)["skeletal_muscle"].term,
    "progress": lambda g, n: g.progress,
    "plural_rule": lambda g, n: g.plural_rule("nb"),
    "render": lambda g, n: [str(g.render("{needle}[the plural] " * (n + 1), html=html)) for html in (False, True)],
    "replaced": lambda g, n: g.replaced,
    "resolve": lambda g, n: g.resolve("needle"),
    "search": lambda g, n: [(one.concept.id, one.text) for one in g.search("nal")],
    "sorted": lambda g, n: [concept.id for concept in g.sorted()][n * 10 : n * 10 + 5],
    "sources": lambda g, n: sorted(g.sources)[:3],
    "structure": lambda g, n: len(g.structure["concepts"]),
    "term": lambda g, n: g.term("skeletal_muscle").the_plural,
    "terms_record": lambda g, n: (g.terms_record("skeletal_muscle") or ({},))[0].get("forms"),
    "texts": lambda g, n: sorted(g.texts("nn")),
    "values": lambda g, n: _texts(list(g.values())[n * 7]),
    "version": lambda g, n: g.version,
}
"""What each public method and property says to one thread, as plain data."""


@pytest.fixture
def short_turns() -> Iterator[None]:
    """Threads take turns a thousand times as often as they usually do."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(interval)


def _fresh(root: Any) -> imsterms.Glossary:
    """Return a glossary of which nothing has been asked yet, and forget what readers keep for the process."""
    from imsterms.catalogs.data import read_source_data
    from imsterms.facade import open_glossary

    markdown._watcher.cache_clear()
    data = read_source_data(str(root / "imsterms" / "data"), str(root / "locales"), "1")
    return open_glossary(data, "nb", False, {})


def test_every_public_method_is_tried_here() -> None:
    public = {name for name in dir(imsterms.Glossary) if not name.startswith("_")}
    assert public == set(CALLS)


@pytest.mark.usefixtures("short_turns")
@pytest.mark.parametrize(
    ("number_of_threads", "rounds"), [(2, 1), pytest.param(8, 6, marks=pytest.mark.slow)], ids=["few", "many"]
)
def test_threads_never_see_the_work_of_others(root: Any, number_of_threads: int, rounds: int) -> None:
    calm = _fresh(root)
    expected = {
        (name, number): call(calm, number) for name, call in CALLS.items() for number in range(number_of_threads)
    }
    glossary = _fresh(root)
    barrier = threading.Barrier(number_of_threads)
    differences: list[str] = []

    def work(number: int) -> None:
        barrier.wait()
        # what reads documents has the most state of its own
        for name, call in [*CALLS.items(), *[("lint", CALLS["lint"])] * rounds]:
            try:
                result = call(glossary, number)
            except Exception as error:
                result = repr(error)
            if result != expected[name, number]:
                differences.append(name)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(number_of_threads)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert differences == []
