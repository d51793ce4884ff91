"""Remarks that accept a finding: in catalogs and in texts, each for what it is written above."""

from __future__ import annotations

from io import BytesIO, StringIO

import pytest
from babel.messages.pofile import read_po, write_po

import imsterms
from imsterms.checks.remarks import remarks_in, remarks_of
from imsterms.checks.text.lint import fix

WORD = "Vi fant en muskelknute."


def rules(text: str, form: str = "markdown") -> list[str]:
    """Return the rules that are broken in a text."""
    return [finding.rule for finding in imsterms.glossary("nb").lint(text, format=form)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"<!-- imsterms: ignore deprecated-word: a quotation -->\n{WORD}\n", "markdown"),
        (f"<!-- imsterms: ignore IMS501 (a quotation) -->\n<p>{WORD}</p>\n", "html"),
        (f"Avsnitt.\n\n# imsterms: ignore deprecated-term: its former name\n{WORD}\n", "text"),
        (f'msgid ""\nmsgstr ""\n\n# imsterms: ignore deprecated-word: so\nmsgid "a"\nmsgstr "{WORD}"\n', "po"),
    ],
)
def test_a_remark_accepts_a_finding(text: str, form: str) -> None:
    assert rules(text, form) == []
    assert "muskelknute" in fix(imsterms.glossary("nb"), text, format=form)[0]


def test_a_remark_ends_with_the_paragraph() -> None:
    text = f"<!-- imsterms: ignore deprecated-word: here only -->\n{WORD}\n\n{WORD}\n"
    assert [finding.line for finding in imsterms.glossary("nb").lint(text, format="markdown")] == [4]


def test_a_remark_is_for_one_rule() -> None:
    text = f"<!-- imsterms: ignore split-compound: not this -->\n{WORD}\n"
    assert rules(text) == ["idle-exception", "deprecated-word"]


@pytest.mark.parametrize("remark", ["ignore deprecated-word", "ignore deprecated-words: why", "ignore"])
def test_a_remark_that_does_not_count_is_a_finding(remark: str) -> None:
    assert rules(f"<!-- imsterms: {remark} -->\n{WORD}\n") == ["remark-malformed", "deprecated-word"]


def test_a_remark_that_nothing_needs_is_a_finding() -> None:
    [finding] = imsterms.glossary("nb").lint(
        "<!-- imsterms: ignore deprecated-word: old -->\nTekst.", format="markdown"
    )
    assert (finding.code, finding.line) == ("IMS320", 1)


@pytest.mark.parametrize("width", [20, 40, 50, 60, 76])
def test_a_remark_whose_line_babel_has_broken_is_read_whole(width: int) -> None:
    remark = "imsterms: ignore agreement-before-reference: the word agrees with what follows"
    messages = f'# {remark}\n# and: more\nmsgid "a"\nmsgstr "b"\n\n#\nmsgid "c"\nmsgstr "d"\n'
    written = BytesIO()
    write_po(written, read_po(StringIO(messages)), width=width, omit_header=True)
    comment = "\n".join(line[2:] for line in written.getvalue().decode().splitlines() if line.startswith("# "))
    [read] = remarks_of(comment)
    assert read.counts and not read.fault and read.rule == "agreement-before-reference"
    assert "the word agrees with what follows".startswith(read.reason)


def test_what_follows_a_remark_belongs_to_it_only_where_it_is_not_finished() -> None:
    assert [one.counts for one in remarks_of("imsterms: ignore end-punctuation\nanother remark")] == [False]
    assert [one.reason for one in remarks_of("imsterms: ignore end-punctuation: so\nanother remark")] == ["so"]
    assert [one.counts for one in remarks_of("imsterms: ignore\n")] == [False]


def test_many_remarks_cost_no_more_than_their_length() -> None:
    assert len(remarks_in("# imsterms: ignore x" + " " * 200_000 + "y\n")) == 1
    assert len(remarks_in("<!-- imsterms: ignore " * 20_000)) == 0
    assert len(remarks_in("# imsterms: ignore x: y\n" * 5_000)) == 5_000


def test_only_lines_that_name_us_are_remarks() -> None:
    assert list(remarks_of("A note about imsterms.\nignore this: please")) == []
