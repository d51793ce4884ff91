"""Google Cloud Translation: a glossary of equivalent terms, a column for each language.

With --target nb a glossary for one direction instead, with two columns and no heading.
"""

from __future__ import annotations

from typing import IO, Any

from ....facade import Glossary
from ...progress import Progress, silent
from ...sections import glossaries, language_sections
from .bilingual import WHAT_IS_LOST as LOST
from .bilingual import add_arguments, pairs, write_rows

__all__ = ["WHAT_IS_LOST", "add_arguments", "write"]

WHAT_IS_LOST = LOST.format(more=" or all languages").replace(", the other languages", "")


def write(
    glossary: Glossary, stream: IO[bytes], *, target: str | None = None, progress: Progress[Any] = silent
) -> list[str]:
    """Write the preferred terms of every language, or from the glossary's language to ``target``."""
    left_out: list[str] = []
    if target is not None:
        one_way = {str(pair.source.term): str(pair.target.term) for pair in pairs(glossary, target, progress, left_out)}
        write_rows(stream, one_way.items(), left_out)
        return left_out
    languages = glossaries(glossary)
    rows: list[tuple[str, ...]] = [tuple(languages)]
    for concept_id in progress(list(glossary)):
        terms = {words.language: str(words.term) for words in language_sections(concept_id, languages)}
        if len(terms) > 1 and glossary.language in terms:
            rows.append(tuple(terms.get(tag, "") for tag in languages))
        else:
            left_out.append(f"{concept_id}: no term in {glossary.language} and another language")
    write_rows(stream, rows, left_out)
    return left_out
