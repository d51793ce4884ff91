"""Threads: every public call, method and property, every document format, cold caches; none sees another's work."""

from __future__ import annotations

import inspect
import json
import re
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.formats import FORMATS as EXCHANGED
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
    "once": lambda g, n: g.once("concepts tried", lambda: len(g)),
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


# --- the other public names ---

YAML = "cup: {term: cup, definition: round bowl}\nlid: {term: lid, definition: 'cover of a {cup}', broader: [cup]}\n"
PO = 'msgid ""\nmsgstr "Language: nb\\n"\n\n' + "".join(
    f'msgctxt "{word}.term"\nmsgid "{word}"\nmsgid_plural "{word}s"\nmsgstr[0] "{one}"\nmsgstr[1] "{more}"\n\n'
    for word, one, more in (("cup", "kopp", "kopper"), ("lid", "lokk", "lokk"))
)


class World:
    """What threads share: the built-in glossary, and a termbase of a clinic in a folder."""

    def __init__(self, root: Path, folder: Path) -> None:
        (folder / "concepts").mkdir(parents=True)
        (folder / "concepts" / "tools.yaml").write_text(YAML, "utf-8")
        (folder / "locales" / "nb" / "LC_MESSAGES").mkdir(parents=True)
        (folder / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po").write_text(PO, "utf-8")
        (folder / "pairs.csv").write_text("en,nb\ncup,kopp\nlid,lokk\n", "utf-8")
        self.folder = folder
        self.glossary = _fresh(root)
        self.clinic = imsterms.load(folder)
        self.concepts = list(self.glossary.values())

    def own(self) -> imsterms.Glossary:
        return self.clinic.glossary("en")

    def versions(self, number: int) -> list[imsterms.Change]:
        documents = [json.loads(imsterms.export(self.own(), "json")) for _ in range(2)]
        documents[1]["concepts"][0]["languages"]["en"]["preferred"]["term"] = f"mug {number}"
        return imsterms.diff(*documents)

    def imported(self, _number: int) -> object:
        with tempfile.TemporaryDirectory() as folder:
            imsterms.import_termbase(self.folder / "pairs.csv", f"{folder}/own")
            return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder, "own").rglob("*.*")}


FUNCTIONS: dict[str, Callable[[World, int], object]] = {
    "check": lambda w, n: imsterms.check(w.folder),
    "diff": lambda w, n: w.versions(n),
    "draw_map": lambda w, n: [
        imsterms.draw_map(w.glossary, "skeletal_muscle", format=form) for form in ("text", "svg")
    ],
    "export": lambda w, n: [
        re.sub(
            rb"[0-9T:.+-]{19,}", b"", imsterms.export(w.own(), name, **({"target": "nb"} if name in CAT_TOOLS else {}))
        )
        for name in sorted(EXCHANGED)[n % 3 :: 3]
    ],
    "glossary": lambda w, n: imsterms.glossary(("nb", "nn", "en")[n % 3])["needle"].term,
    "import_termbase": World.imported,
    "languages": lambda w, n: imsterms.languages(all=True),
    "load": lambda w, n: imsterms.load(w.folder, base=True).glossary("en")["lid"].definition,
    "negotiate": lambda w, n: imsterms.negotiate(f"da, nn;q=0.{n}", default="nb"),
}
CAT_TOOLS = ("weblate", "omegat", "deepl")
OBJECTS: dict[str, Callable[[World, int], Any]] = {
    "Advice": lambda w, n: w.glossary["red_flag"].advice[0],
    "Article": lambda w, n: w.glossary.articles["effect"],
    "Block": lambda w, n: w.glossary.articles["effect"].blocks("annotated")[n % 3],
    "Change": lambda w, n: w.versions(n)[0],
    "CodeMatch": lambda w, n: w.glossary.by_code("mesh", "D061028")[0],
    "CodeSystem": lambda w, n: w.glossary.code_systems["efo"],
    "Concept": lambda w, n: w.concepts[n * 7],
    "Designation": lambda w, n: w.concepts[n * 7].designations[0],
    "Document": lambda w, n: w.glossary.document(),
    "Finding": lambda w, n: w.glossary.lint(document("text", n))[0],
    "Fixed": lambda w, n: w.glossary.fix(document("text", n)),
    "Found": lambda w, n: w.glossary.find("Triggerpunktene")[0],
    "LoadedTermbase": lambda w, n: w.clinic,
    "Match": lambda w, n: w.glossary.annotate(document("text", n))[0],
    "Source": lambda w, n: list(w.glossary.sources.values())[n],
    "Term": lambda w, n: w.glossary["trigger_point"].term,
    "Text": lambda w, n: w.glossary["trigger_point"].definition,
    "TextReference": lambda w, n: w.glossary["needle"].definition.references[0],
}
"""An object of each public class."""
TEMPLATE = "{needle} og {trigger_point}[the plural] " * 3
ARGUMENTS: dict[str, tuple[object, ...]] = {
    "Concept.in_language": ("nn",),
    "Document.heading": (TEMPLATE,),
    "Document.html": (TEMPLATE,),
    "Document.inline_html": (TEMPLATE,),
    "Document.markdown": (TEMPLATE,),
    "Document.meaning": ("needle",),
    "Document.pieces": (TEMPLATE,),
    "Document.render": (TEMPLATE,),
    "Document.text": (TEMPLATE,),
    "LoadedTermbase.glossary": ("en",),
    "LoadedTermbase.negotiate": ("nb", {"default": "en"}),
    "Term.counted": (3,),
    "Term.form": ("the plural",),
}
"""What methods are called with that cannot be called without anything."""
WITH_PIECES = {
    "Document.choose_form",
    "Document.entry_html",
    "Document.piece_html",
    "Document.piece_markdown",
    "Document.reference",
}
"""Methods that are called by the others of their class with what these make."""


def plain(value: object) -> object:
    """Return a value as it can be compared: one of another thread is another object."""
    if isinstance(value, imsterms.Glossary | imsterms.Concept | imsterms.Article):
        return repr(value)
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset | Iterator):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, str) else re.sub(r" at 0x[0-9a-f]+", "", repr(value))


def public_calls() -> dict[str, Callable[[World, int], object]]:
    """Return all that is public, each as a call: functions, and each property and method of each class."""
    calls: dict[str, Callable[[World, int], object]] = {}
    for name in imsterms.__all__:
        public = getattr(imsterms, name)
        if not isinstance(public, type):
            calls[name] = FUNCTIONS[name] if callable(public) else lambda w, n, name=name: getattr(imsterms, name)
        elif not issubclass(public, Exception | imsterms.Glossary):
            bare = next(base for base in (str, tuple, object) if issubclass(public, base))
            members = [member for member in dir(public) if not member.startswith("_") and not hasattr(bare, member)]
            for member in members:
                if f"{name}.{member}" not in WITH_PIECES:
                    calls[f"{name}.{member}"] = lambda w, n, name=name, member=member: _member(w, n, name, member)
    return calls


def _member(world: World, number: int, name: str, member: str) -> object:
    """Return what a property of an object of a public class says, or its method."""
    value = getattr(OBJECTS[name](world, number), member)
    if not inspect.ismethod(value):
        return value
    arguments = list(ARGUMENTS.get(f"{name}.{member}", ()))
    named = arguments.pop() if arguments and isinstance(arguments[-1], dict) else {}
    return value(*arguments, **named)


@pytest.mark.slow
@pytest.mark.usefixtures("short_turns")
def test_all_that_is_public_says_the_same_in_threads(root: Path, tmp_path: Path) -> None:
    number_of_threads = 8
    calls = public_calls()
    calm = World(root, tmp_path / "calm")
    expected = {
        (name, number): plain(call(calm, number)) for name, call in calls.items() for number in range(number_of_threads)
    }
    world = World(root, tmp_path / "calls")
    barrier = threading.Barrier(number_of_threads)
    differences: dict[str, object] = {}

    def work(number: int) -> None:
        barrier.wait()
        for name, call in calls.items():
            try:
                result = plain(call(world, number))
            except Exception as error:
                result = repr(error)
            if result != expected[name, number]:
                differences[name] = result

    threads = [threading.Thread(target=work, args=(number,)) for number in range(number_of_threads)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert differences == {}


def test_every_public_name_is_tried() -> None:
    """One that is new must be put into one of the tables above."""
    assert {name.partition(".")[0] for name in public_calls() if "." in name} == set(OBJECTS)
    for name in public_calls():
        if "." in name and inspect.isfunction(
            method := getattr(getattr(imsterms, name.split(".")[0]), name.split(".")[1])
        ):
            parameters = list(inspect.signature(method).parameters.values())[1:]
            needed = [one for one in parameters if one.default is one.empty and one.kind is not one.VAR_KEYWORD]
            assert bool(needed) <= (name in ARGUMENTS), f"say what {name} is called with"
