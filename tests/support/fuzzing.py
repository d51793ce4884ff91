"""Fuzzing with a kept corpus: inputs of ours are damaged in many ways, and each result is judged by an oracle.

A surface is a reader with its oracle: a function of the content and the kind of an input that raises AssertionError
where what was read is not what is written, and may raise errors of imsterms only. The inputs are in
``tests/corpus/SURFACE``; the name of each begins with its kind (``csv.pairs``). An input that failed once stays there.

``python tests/support/fuzzing.py SURFACE SECONDS [SEED]`` runs a surface by hand.
"""

from __future__ import annotations

import random
import re
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Any
from xml.etree import ElementTree

from dom import tree
from markdown_it import MarkdownIt

import imsterms
from imsterms.catalogs.messages import extract
from imsterms.catalogs.parser import parse_catalog
from imsterms.catalogs.proof import lost
from imsterms.catalogs.update import update
from imsterms.checks.text.lint import fix, lint
from imsterms.checks.text.settings import Settings, read_settings
from imsterms.exchange.accept import set_key
from imsterms.exchange.intake.sources import _write_yaml, write_sources
from imsterms.formats import read_termbase
from imsterms.recognition.readers.office import read_office
from imsterms.termbase.model import ConceptEntry
from imsterms.termbase.source import read_termbase as read_yaml
from imsterms.termbase.text import parse

CORPUS = Path(__file__).parent.parent / "corpus"
SECONDS = 20
"""Of the processor, for one input: a thousand times what any of them takes."""
ARCHIVES = ("xlsx", "docx", "odt")
FORMATS = {"md": "markdown", "mdx": "mdx", "html": "html", "txt": "text", "po": "po", "rst": "rst", "xlf": "xliff"}

Oracle = Callable[[bytes, str], None]


class TooSlow(BaseException):
    """An input that takes too long; no ``except Exception`` may hide it."""


@contextmanager
def bounded_time() -> Iterator[None]:
    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"more than {SECONDS} s")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


# --- oracles ---

TOOLS = "cup: {term: cup, definition: round bowl}\nlid: {term: lid, definition: 'cover of a {cup}', notes: [flat]}\n"


def catalogs(content: bytes, _kind: str) -> None:
    """An update keeps all that a catalog says, a second one changes nothing, and the termbase is served with it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "locales", "nb", "LC_MESSAGES", "imsterms.po")
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        Path(folder, "concepts").mkdir()
        Path(folder, "concepts", "tools.yaml").write_text(TOOLS, "utf-8")
        messages = extract(read_yaml(folder))
        try:
            update(f"{folder}/locales", messages, {})
        except imsterms.ImstermsError:
            assert path.read_bytes() == content
            raise
        once = path.read_bytes()
        assert (missing := lost(content, once)) == [], f"lost: {missing}"
        assert once.isascii() or parse_catalog(once, "nb.po").metadata["Content-Type"].endswith("UTF-8")
        update(f"{folder}/locales", messages, {})
        assert path.read_bytes() == once, f"written again: {path.read_bytes()!r}"
        served(folder, "nb")


def served(folder: str, language: str) -> None:
    """Ask for all that a termbase says; what a translation cannot say falls back or is missing."""
    termbase = imsterms.load(folder)
    if language not in termbase.languages:
        return
    glossary = termbase.glossary(language, fallback=True)
    for concept in glossary.values():
        texts = (concept.definition, concept.explanation, *concept.notes)
        assert all(text is None or isinstance(str(text), str) for text in texts)
        assert concept.term.form(""), f"an empty term: {concept.id}"
    imsterms.export(glossary, "json")
    imsterms.export(glossary, "i18next")


def sources(content: bytes, _kind: str) -> None:
    """YAML that is read is the same after it was written, and one key of it can be edited without the others."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "made")
        Path(folder, "concepts").mkdir()
        Path(folder, "concepts", "things.yaml").write_bytes(content)
        termbase = read_yaml(folder)
        _write_yaml(termbase, str(made))
        again = read_yaml(made)
        assert plain(again) == plain(termbase), f"{plain(again)} is not {plain(termbase)}"
        served(folder, termbase.language)
        text = content.decode("utf-8-sig")
        for concept in termbase.concepts:
            edited = set_key(text, concept, "explanation", "an {{odd}} 'text': # of ours")
            Path(folder, "concepts", "things.yaml").write_text(edited, "utf-8")
            try:
                others = read_yaml(folder)
            except imsterms.SourceError as error:
                raise AssertionError(f"the edited YAML cannot be read: {error}") from None
            expected = plain(termbase)
            expected[concept]["explanation"] = "an {{odd}} 'text': # of ours"
            if not termbase.concepts[concept].replaced_by:
                assert plain(others) == expected, f"{plain(others)} is not {expected}"
            break


def plain(termbase: Any) -> dict[str, dict[str, Any]]:
    """Return the entries of a termbase without the places where they were read."""
    names = [name for name in ConceptEntry.__slots__ if name not in ("path", "lines")]
    return {key: {name: getattr(entry, name) for name in names} for key, entry in termbase.concepts.items()}


def imports(content: bytes, kind: str) -> None:
    """A file that is read becomes sources that load, and they come back as they are through our own JSON."""
    imported = read_termbase(content, f"a.{kind}")
    with tempfile.TemporaryDirectory() as folder:
        conversion = write_sources(imported, f"{folder}/own")
        termbase = imsterms.load(f"{folder}/own")
        for language in termbase.languages:
            served(f"{folder}/own", language)
        for _, entry in conversion.entries:
            for tag, words in entry.languages.items():
                if words.preferred is not None and not entry.replaced_by:
                    assert termbase.glossary(tag)[entry.id].term == words.preferred.text
        glossary = termbase.glossary(termbase.languages[0], fallback=True)
        first = imsterms.export(glossary, "json")
        write_sources(read_termbase(first, "a.json"), f"{folder}/again")
        assert terms(imsterms.load(f"{folder}/again")) == terms(termbase)


def terms(termbase: imsterms.LoadedTermbase) -> dict[tuple[str, str], str]:
    """Return every term of a termbase, by language and concept."""
    glossaries = [termbase.glossary(tag) for tag in termbase.languages]
    return {
        (glossary.language, key): str(concept.term)
        for glossary in glossaries
        for key, concept in glossary.items()
        if concept.has_term
    }


def templates(content: bytes, _kind: str) -> None:
    """A text renders as words and as HTML that says the same and holds our own elements only."""
    text = content.decode("utf-8", "replace")
    glossary = imsterms.glossary("nb")
    values = {"x": "<b>&{x}", "n": 3, "days": "P7D", "words": ["a", "b"]}
    pieces = parse(text)
    rendered = glossary.render(text, values)
    assert glossary.render(text, values) == rendered
    if all(isinstance(piece, str) for piece in pieces):
        assert rendered == "".join(map(str, pieces))
    html = str(glossary.render(text, values, html=True, link="/ord/{id}"))
    seen = Words(html)
    assert seen.tags <= {"a", "abbr", "bdi", "cite", "span"}, seen.tags
    shown, said = seen.text.split(), rendered.split()
    assert shown[: len(said)] == said, next(pair for pair in zip(shown, said, strict=False) if pair[0] != pair[1])


class Words(HTMLParser):
    """The text and the elements of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.order = "", set[str](), list[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.order.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.add("<!--")


def documents(content: bytes, kind: str) -> None:
    """What is found lies in the document; what is fixed is fixed for good and leaves the document's structure alone."""
    if kind in ARCHIVES:
        text, document = read_office(content, f"a.{kind}")
        lint(imsterms.glossary("nb"), text, document=document)
        return
    text = content.decode("utf-8", "replace")
    glossary, form = imsterms.glossary("nb"), FORMATS[kind]
    for finding in lint(glossary, text, format=form):
        assert 0 <= finding.start < finding.end <= len(text)
    fixed, edits, left = fix(glossary, text, format=form)
    assert (fixed != text) == (edits > 0)
    assert fix(glossary, fixed, format=form) == (fixed, 0, left)
    assert structure(fixed, kind) == structure(text, kind)


def structure(text: str, kind: str) -> object:
    """Return what a document is besides its words."""
    if kind in ("md", "mdx"):
        return Words(MarkdownIt("commonmark").enable("table").render(text)).order
    if kind == "html":
        return re.sub(r"'#text', .*", "", repr(Words(text).order)), len(repr(tree(text))) > 0
    if kind == "po":
        try:
            return [
                (entry.msgctxt, entry.msgid, entry.flags, entry.obsolete)
                for entry in parse_catalog(text.encode("utf-8", "replace"), "a")
            ]
        except imsterms.CatalogError:
            return None
    if kind == "xlf":
        try:
            return [(node.tag, node.attrib) for node in ElementTree.fromstring(text.encode("utf-8", "replace")).iter()]
        except ElementTree.ParseError:
            return None
    return text.count("\n")


def settings(content: bytes, kind: str) -> None:
    """Settings are read and a text is checked by them, or they are refused."""
    names = {"yaml": ".imsterms.yaml", "toml": "pyproject.toml", "cfg": "setup.cfg"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, names[kind])
        path.write_bytes(content)
        read = read_settings(str(path))
        assert isinstance(read, Settings)
        assert all(
            isinstance(word, str)
            for words in (read.enable, read.disable, read.claim_words, read.exclude)
            for word in words
        )
        assert read.language_of("a/b.md") is None or isinstance(read.language_of("a/b.md"), str)
        lint(imsterms.glossary("nb"), "En kur mot kreft, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", settings=read)


SURFACES: dict[str, Oracle] = {
    "catalogs": catalogs,
    "sources": sources,
    "imports": imports,
    "templates": templates,
    "documents": documents,
    "settings": settings,
}


# --- damage ---


def inputs(surface: str) -> dict[str, bytes]:
    """Return the corpus of a surface."""
    return {path.name: path.read_bytes() for path in sorted((CORPUS / surface).iterdir())}


def tokens_of(surface: str) -> list[bytes]:
    """Return what the inputs of a surface are damaged with: a line each, with the escapes of Python."""
    lines = (CORPUS / f"{surface}.tokens").read_text("ascii").splitlines()
    return [line.encode().decode("unicode_escape").encode("utf-8", "surrogatepass") for line in lines]


def damaged(content: bytes, others: list[bytes], tokens: list[bytes], chance: random.Random) -> bytes:
    """Return an input with one to six changes: pieces cut, doubled, moved, put in, or taken from another input."""
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        at, to = sorted((chance.randint(0, len(content)), chance.randint(0, len(content))))
        if chance.random() < 0.5:  # whole lines
            at = content.rfind(b"\n", 0, at) + 1
            to = content.find(b"\n", to) + 1 or len(content)
        elif chance.random() < 0.7:
            to = min(to, at + chance.choice((1, 2, 8)))
        other = chance.choice(others)
        start = chance.randint(0, len(other))
        piece = other[start : start + chance.choice((1, 4, 20, 200))]
        content = chance.choice(
            (
                lambda at, to, piece, content: content[:at] + content[to:],
                lambda at, to, piece, content: content[:to] + content[at:to] * chance.choice((1, 2, 40)) + content[to:],
                lambda at, to, piece, content: content[:at] + chance.choice(tokens) + content[at:],
                lambda at, to, piece, content: (
                    content[:at] + chance.choice(tokens) * chance.choice((1, 2, 300)) + content[to:]
                ),
                lambda at, to, piece, content: content[:at] + piece + content[to:],
                lambda at, to, piece, content: content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :],
                lambda at, to, piece, content: content[to:] + content[at:to] + content[:at],
            )
        )(at, to, piece, content)
    return content[:20_000]


def damaged_archive(content: bytes, tokens: list[bytes], chance: random.Random) -> bytes:
    """Return an archive of which one part is damaged, or the archive as a whole."""
    if chance.random() < 0.2:
        return damaged(content, [content], tokens, chance)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    parts[name] = damaged(parts[name], list(parts.values()), tokens, chance)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def made(surface: str, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield damaged inputs without end, each with its kind."""
    corpus = inputs(surface)
    tokens = tokens_of(surface)
    while True:
        name, content = chance.choice(list(corpus.items()))
        kind = name.partition(".")[0]
        others = [other for path, other in corpus.items() if path.partition(".")[0] == kind]
        if kind in ARCHIVES:
            yield kind, damaged_archive(content, tokens, chance)
        else:
            yield kind, damaged(content, others, tokens, chance)


# --- judgement ---


def judged(surface: str, content: bytes, kind: str) -> tuple[bool, str]:
    """Return whether an input was taken, and what is wrong with what became of it; a refusal is a sentence of ours."""
    try:
        with bounded_time():
            SURFACES[surface](content, kind)
    except imsterms.ImstermsError as error:
        return False, "" if str(error).strip() else "an error without a word"
    except (Exception, TooSlow) as error:
        return False, f"{type(error).__name__}: {str(error)[:300]}"
    return True, ""


def fuzz(surface: str, seed: int, *, count: int = 0, seconds: float = 0) -> tuple[int, int, list[str]]:
    """Return how many inputs were tried, how many of them were taken, and what failed, which is put into the corpus."""
    chance = random.Random(f"{surface} {seed}")
    start, tried, taken, failed = time.process_time(), 0, 0, []
    for kind, content in made(surface, chance):
        if tried == count and count or seconds and time.process_time() - start > seconds:
            break
        tried += 1
        was_taken, problem = judged(surface, content, kind)
        taken += was_taken
        if problem:
            path = CORPUS / surface / f"{kind}.failed-{seed}-{tried}"
            path.write_bytes(content)
            failed.append(f"{path}: {problem}")
    return tried, taken, failed


if __name__ == "__main__":
    name, duration, *given = sys.argv[1:]
    print(*fuzz(name, int(given[0]) if given else time.time_ns(), seconds=float(duration)), sep="\n")
