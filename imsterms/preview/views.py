"""What a translator has changed, as it will be read: the concepts, and the sentences of the articles that use them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from ..catalogs.files import translations
from ..catalogs.messages import Message, Translation
from ..catalogs.parser import Catalog
from ..checks.check import check_catalog
from ..checks.content import read_content
from ..checks.quality import Quality
from ..errors import ImstermsError
from ..facade import open_glossary
from ..findings import Finding
from ..languages.tags import normalise
from ..lexicon.rendering import Renderer
from ..lexicon.values import value
from ..termbase.model import Termbase
from ..termbase.token import TOKEN

_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+(?=\S)|\n+")


@dataclass(frozen=True, slots=True)
class ChangedMessage:
    """A message whose translation is not what it was."""

    message: Message
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence as it will be read."""

    where: str
    """Article and block."""
    text: str
    problem: str = ""
    """Why the sentence cannot be shown, if so."""


@dataclass(slots=True)
class View:
    """One concept, article or group of interface words, and what there is to see of it."""

    name: str
    concept: str = ""
    """Id of the concept, if it is one."""
    changes: list[ChangedMessage] = field(default_factory=list)
    sentences: list[ShownSentence] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


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
    ) -> None:
        """``before`` is the catalog to compare with; None where there was none. ``quality`` is what is agreed about the
        termbase.

        Raises UnknownLanguageError where there is no catalog of the language, CatalogError where one is broken.
        """
        content = read_content(termbase, locales, quality, root=root, required=True)
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
        changes = self._changes()
        names = dict.fromkeys(self.glossary[concept].id for concept in concepts)
        wanted = names or dict.fromkeys(_name(change.message) for change in changes)
        views = {name: View(name, name if name in self.termbase.concepts else "") for name in wanted}
        for change in changes:
            if view := views.get(_name(change.message)):
                view.changes.append(change)
        for view in views.values():
            view.sentences += self._sentences(view)
        for finding, message in self._findings():
            if message is not None and (view := views.get(_name(message))):
                view.findings.append(finding)
        return list(views.values())

    def _changes(self) -> list[ChangedMessage]:
        now = self._catalog.said
        nothing = Translation(())
        found = []
        for message in self._messages.values():
            before, after = (one.get(message.context, nothing).texts for one in (self._before, now))
            if before != after and (any(before) or any(after)):
                found.append(ChangedMessage(message, before, after))
        return found

    def _findings(self) -> Iterator[tuple[Finding, Message | None]]:
        for finding in check_catalog(self._catalog, skip=("not-translated",)):
            yield finding, self._messages.get(finding.subject)

    def _sentences(self, view: View) -> Iterator[ShownSentence]:
        """Yield the sentences of the articles that use a concept, or those that changed in an article."""
        changed = {change.message.context for change in view.changes}
        for message in self._messages.values():
            if not message.article or not (view.concept or message.context in changed):
                continue
            entry = self._catalog.po_entries.get(message.context)
            for sentence in _SENTENCE_END.split(entry.msgstr) if entry is not None else ():
                named = {token[1] for token in TOKEN.finditer(sentence)}
                if sentence.strip() and (view.concept in named or not view.concept):
                    yield self._rendered(message, sentence.strip())

    def _rendered(self, message: Message, sentence: str) -> ShownSentence:
        values = {name: value(text) for name, text in self.termbase.articles[message.article].values.items()}
        try:
            return ShownSentence(message.context, Renderer(self.glossary).text(sentence, values))
        except ImstermsError as error:
            return ShownSentence(message.context, sentence, str(error))


def _name(message: Message) -> str:
    """Return what a message belongs to: a concept, an article, or the interface."""
    return message.concept or (f"article {message.article}" if message.article else "interface")


def committed(path: str) -> bytes | None:
    """Return a file as it is in git's last commit; None where it is new.

    Raises FileError where there is no git, or the file lies in no repository.
    """
    import subprocess

    from ..errors import FileError

    folder, name = os.path.split(os.path.abspath(path))
    hint = "name a file to compare with: --against FILE"
    try:
        tracked = subprocess.run(["git", "-C", folder, "rev-parse", "HEAD"], capture_output=True)
        if tracked.returncode:
            raise FileError(f"{path} lies in no git repository with a commit; {hint}")
        shown = subprocess.run(["git", "-C", folder, "show", f"HEAD:./{name}"], capture_output=True)
    except OSError:
        raise FileError(f"git, which knows what {path} was, is not installed; {hint}") from None
    return shown.stdout if shown.returncode == 0 else None
