"""From a code of another system to our concepts."""

from __future__ import annotations

from .termbase.model import MATCHES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .concept import Concept
    from .glossary import Glossary

# systems whose codes are hierarchical by prefix: M79.18 (Norwegian fifth character) is a kind of M79.1
_BY_PREFIX = ("icd-10", "icd-10-no")


def normal_code(code: str) -> str:
    """Return a code as it is compared: no dots, no spaces, capitals."""
    return code.replace(".", "").replace(" ", "").upper()


def concepts_by_code(glossary: Glossary, system: str, code: str) -> tuple[Concept, ...]:
    """Return the concepts mapped to ``code``, exact matches first; for ICD-10 the nearest shorter code will do."""
    system = system.lower().replace("_", "-")
    wanted = normal_code(code)
    matches: dict[str, list[tuple[int, str]]] = {}
    for concept_id, record in glossary.structure["concepts"].items():
        for relation, codes in record["codes"].get(system, {}).items():
            for one in codes:
                matches.setdefault(normal_code(one), []).append((MATCHES.index(relation), concept_id))
    while wanted and wanted not in matches and system in _BY_PREFIX and len(wanted) > 3:
        wanted = wanted[:-1]
    ids = dict.fromkeys(concept_id for _, concept_id in sorted(matches.get(wanted, ())))
    return tuple(glossary[concept_id] for concept_id in ids)
