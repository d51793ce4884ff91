"""Glossaries of translation tools: pairs of terms in two languages, one file for each direction.

Those tools take every character as it is, so that nothing can be quoted: a term that a spreadsheet could take for a
formula is left out, and said to be.
"""

import argparse
import csv
import io
from collections.abc import Iterator
from typing import IO

from ...errors import ExchangeError
from ...facade import Glossary
from ...lexicon.concept import Concept
from ..intake.imported import one_line
from ..package import Package, for_each_language
from ..sections import language_sections, other_language, text
from .tables.csv_format import quoted


class CatTool:
    """A format of pairs; what its rows are is said by each tool."""

    WHAT_IS_LOST = (
        "all but the terms of two languages and, where the tool shows them, the definitions: relations, codes, forms, "
        "sources, the other languages; also terms that a spreadsheet could take for a formula"
    )
    heading: tuple[str, ...] = ()
    ending, separator, comment = "csv", ",", ""
    once = False
    """Whether the tool takes each source term once."""

    def rows(self, source: Concept, target: Concept) -> Iterator[tuple[str, ...]]:
        """Yield the rows of one concept: source, target, and more where the tool has it."""
        raise NotImplementedError

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add ``--target``."""
        parser.add_argument("--target", metavar="TAG", help="from the language of --lang to this one; or --split DIR")

    def write(self, glossary: Glossary, stream: IO[bytes], *, target: str | None = None) -> list[str]:
        """Write the glossary to ``target``; return what was left out: also terms that would need quoting of ours.

        Raises ExchangeError where no target is named, UnknownLanguageError.
        """
        if target is None:
            names = ", ".join(tag for tag in glossary.languages if tag != glossary.language)
            raise ExchangeError(f"which language is it to go to? Say --target TAG ({names}), or --split DIR for all")
        left_out: list[str] = []
        table = io.StringIO(newline="")
        writer = csv.writer(table, delimiter=self.separator, lineterminator="\n")
        if self.heading:
            writer.writerow(self.heading)
        written: dict[str, str] = {}
        rows = (row for pair in pairs(glossary, target, left_out) for row in self.rows(*pair))
        for row in rows:
            cells = [one_line(cell) for cell in row]
            # a comment may go, a term may not
            cells[2:] = [cell if quoted(cell) == cell else "" for cell in cells[2:]]
            if any(quoted(cell) != cell for cell in cells) or self.comment and cells[0].startswith(self.comment):
                left_out.append(f"'{cells[0]}': this format cannot hold what it or its translation begins with")
            elif self.once and cells[0] in written:
                if written[cells[0]] != cells[1]:
                    left_out.append(f"'{cells[0]}' as '{cells[1]}': it is '{written[cells[0]]}' already")
            else:
                written[cells[0]] = cells[1]
                writer.writerow(cells)
        stream.write(table.getvalue().encode("utf-8"))
        return left_out

    def files(self, glossary: Glossary, *, target: str | None = None) -> Package:
        """Return one file for each language besides the glossary's own, or for ``target`` only."""
        return for_each_language(self.write, glossary, target, self.ending)


def pairs(glossary: Glossary, target: str, left_out: list[str]) -> Iterator[tuple[Concept, Concept]]:
    """Yield the concepts that have a term in both languages; the others are named in ``left_out``."""
    tag = other_language(glossary, target)
    languages = {glossary.language: glossary.in_language(glossary.language), tag: glossary.in_language(tag)}
    for concept_id in glossary:
        words = {one.language: one for one in language_sections(concept_id, languages)}
        if len(words) == 2:
            yield words[glossary.language], words[tag]
        else:
            left_out.append(f"{concept_id}: no term in {glossary.language} and {tag}")


class Weblate(CatTool):
    """Weblate: a bilingual glossary as CSV, with definitions as explanations for translators.

    One file for each language: --target nb, or --split DIR. translate-toolkit reads the same file.
    """

    heading = ("source", "target", "context", "developer_comments")

    def rows(self, source: Concept, target: Concept) -> Iterator[tuple[str, ...]]:
        definition = text(source, "definition")
        yield str(source.term), str(target.term), source.id, definition
        if source.abbreviation and target.abbreviation:
            context = f"{source.id} (abbreviation)"
            yield source.abbreviation, target.abbreviation, context, definition


class OmegaT(CatTool):
    """OmegaT: a glossary of tab-separated source, target and comment, in UTF-8.

    Every source term that may be used leads to the preferred target term. Put the file into the project's folder
    'glossary', with the ending .utf8 or .txt. One file for each language: --target nb, or --split DIR.
    """

    ending, separator, comment = "utf8", "\t", "#"

    def rows(self, source: Concept, target: Concept) -> Iterator[tuple[str, ...]]:
        comment = text(target, "definition") or text(source, "definition")
        for term in dict.fromkeys((str(source.term), *map(str, source.admitted))):
            yield term, str(target.term), comment
        if source.abbreviation:
            yield source.abbreviation, target.abbreviation or str(target.term), comment


class DeepL(CatTool):
    """DeepL: a glossary for one direction, as CSV of source and target.

    Each source term is in it once. One file for each language: --target nb, or --split DIR. Whether DeepL has the
    language is for DeepL to say. Google Cloud Translation takes the same file.
    """

    once = True

    def rows(self, source: Concept, target: Concept) -> Iterator[tuple[str, ...]]:
        for term in (source.term, *source.admitted):
            yield str(term), str(target.term)
        if source.abbreviation and target.abbreviation:
            yield source.abbreviation, target.abbreviation


weblate, omegat, deepl = Weblate(), OmegaT(), DeepL()
