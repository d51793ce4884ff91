"""A termbase of two concepts and an obsolete id, with Bokmål words."""

from __future__ import annotations

SMALL = """\
needle:
  term: needle
  abbreviation: N
  admitted: ["pin | pins"]
  deprecated: ["spike | spikes # sounds dangerous"]
  plain: thin pin
  definition: "thin {tool}"
  explanation: "{tool}[The] that is thin."
  notes: [Needles are thin.]
tool:
  term: tool
  definition: thing made for work
  explanation: Something to work with.
awl: {replaced_by: needle}
"""
NB = {
    "needle.term": ["nål", "nåler"],
    "needle.term.the": "nålen",
    "needle.term.the.plural": "nålene",
    "needle.term.a": "en nål",
    "needle.definition": "tynt {tool}",
    "tool.term": ["verktøy", "verktøy"],
    "tool.term.the": "verktøyet",
    "tool.term.the.plural": "verktøyene",
    "tool.term.a": "et verktøy",
    "tool.definition": "ting laget for arbeid",
}
