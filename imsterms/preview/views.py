"""What a translator has changed, as it will be read: the concepts, and the sentences of the articles that use them."""

import os
import re
import subprocess
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from ..catalogs.data import SourceData
from ..catalogs.files import translations
from ..catalogs.messages import Message, Translation
from ..catalogs.parser import Catalog
from ..checks.check import check_catalog
from ..checks.content import Make, read_content
from ..checks.quality import Quality
from ..errors import FileError, ImstermsError
from ..facade import open_glossary
from ..languages.tags import normalise
from ..lexicon.rendering import Renderer
from ..lexicon.values import value
from ..termbase.model import Termbase
from ..termbase.token import TOKEN

_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+(?=\S)|\n+")


@dataclass(slots=True)
class View:
    """One concept, article or group of interface words, and what there is to see of it, as lines of text."""

    name: str
    is_concept: bool
    changes: list[str] = field(default_factory=list)
    """Each message whose translation is not what it was, with what it was and what it is."""
    sentences: list[str] = field(default_factory=list)
    """The sentences of the articles that use the concept, or that changed, as they will be read."""
    findings: list[str] = field(default_factory=list)


class Preview:
    """A catalog beside what it was."""

    def __init__(
        self,
        termbase: Termbase,
        locales: str,
        language: str,
        before: Catalog | None,
        *,
        quality: Quality | None = None,
        root: str,
        make: Make = SourceData,
    ) -> None:
        """``before`` is the catalog to compare with; None where there was none. ``quality`` is what is agreed about the
        termbase, and ``make`` makes its data.

        Raises UnknownLanguageError where there is no catalog of the language, CatalogError where one is broken.
        """
        content = read_content(termbase, locales, quality, root=root, required=True, make=make)
        catalogs = {catalog.language: catalog for catalog in content.catalogs}
        self.language = normalise(language, catalogs)
        self.termbase = termbase
        self._messages = content.messages
        self._catalog = catalogs[self.language]
        self._before = translations(before) if before is not None else {}
        self.glossary = open_glossary(content.data, self.language, True, {})

    def views(self, concepts: Collection[str] = ()) -> list[View]:
        """Return a view of each of ``concepts``, or of everything that has changed.

        Raises UnknownConceptError, with a hint at the nearest id.
        """
        changed = self._changed()
        names = dict.fromkeys(self.glossary[concept].id for concept in concepts)
        wanted = names or dict.fromkeys(_name(self._messages[context]) for context in changed)
        views = {name: View(name, name in self.termbase.concepts) for name in wanted}
        for context, (before, after) in changed.items():
            if view := views.get(_name(self._messages[context])):
                view.changes += [context, *_shown("-", before), *_shown("+", after)]
        for message in self._messages.values():
            own = views.get(_name(message)) if message.context in changed else None
            for sentence in self._sentences(message):
                named = {token[1] for token in TOKEN.finditer(sentence)}
                for view in views.values():
                    if view is own or view.is_concept and view.name in named:
                        view.sentences += self._rendered(message, sentence)
        for finding in check_catalog(self._catalog, skip=("not-translated",)):
            message_of = self._messages.get(finding.subject)
            if message_of and (view := views.get(_name(message_of))):
                view.findings.append(str(finding))
        return list(views.values())

    def _changed(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Return what each message was and is, of those whose translation has changed."""
        nothing = Translation(())
        pairs = {
            context: tuple(said.get(context, nothing).texts for said in (self._before, self._catalog.said))
            for context in self._messages
        }
        return {context: pair for context, pair in pairs.items() if pair[0] != pair[1] and any(map(any, pair))}

    def _sentences(self, message: Message) -> Iterator[str]:
        """Yield the sentences of a message of an article."""
        entry = self._catalog.po_entries.get(message.context) if message.article else None
        for sentence in _SENTENCE_END.split(entry.msgstr) if entry is not None else ():
            if sentence.strip():
                yield sentence.strip()

    def _rendered(self, message: Message, sentence: str) -> list[str]:
        """Return a sentence as it will be read, and below it why it cannot be rendered, if so."""
        values = {name: value(text) for name, text in self.termbase.articles[message.article].values.items()}
        try:
            return [f"{Renderer(self.glossary).text(sentence, values)} ({message.context})"]
        except ImstermsError as error:
            return [f"{sentence} ({message.context})", f"  ! {error}"]


def _shown(mark: str, texts: tuple[str, ...]) -> list[str]:
    """Return the texts of a message on one line; nothing where there are none."""
    line = " | ".join(text.replace("\n", " / ") for text in texts)
    return [f"{mark} {line}"] if any(texts) else []


def _name(message: Message) -> str:
    """Return what a message belongs to: a concept, an article, or the interface."""
    return message.concept or (f"article {message.article}" if message.article else "interface")


def committed(path: str) -> bytes | None:
    """Return a file as it is in git's last commit; None where it is new.

    Raises FileError where there is no git, or the file lies in no repository.
    """
    folder, name = os.path.split(os.path.abspath(path))
    hint = "name a file to compare with: --against FILE"
    try:
        tracked = subprocess.run(["git", "-C", folder, "rev-parse", "HEAD"], capture_output=True)
        shown = subprocess.run(["git", "-C", folder, "show", f"HEAD:./{name}"], capture_output=True)
    except OSError:
        raise FileError(f"git, which knows what {path} was, is not installed; {hint}") from None
    if tracked.returncode:
        raise FileError(f"{path} lies in no git repository with a commit; {hint}")
    return shown.stdout if shown.returncode == 0 else None
