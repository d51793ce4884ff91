"""Each quality rule finds what breaks it, and leaves alone what nearly does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import polib
import pytest

from imsterms.catalogs.messages import extract
from imsterms.checks.check import check_terminology
from imsterms.checks.content import Content
from imsterms.checks.quality import Quality
from imsterms.checks.rule import Acceptance
from imsterms.checks.rules import RULES
from imsterms.findings import Finding
from imsterms.termbase.source import read_sources

PLAIN = """
organ:
  term: organ
  definition: part of the body with a task of its own
  explanation: A part of the body.
skin:
  term: skin
  definition: "{organ} that covers the body"
  explanation: The outside of your body.
  broader: [organ]
"""
"""A termbase that breaks no rule."""

PLAIN_NB = {
    "organ.term": "organ",
    "organ.definition": "del av kroppen med en egen oppgave",
    "organ.explanation": "En del av kroppen.",
    "skin.term": "hud",
    "skin.definition": "{organ} som dekker kroppen",
    "skin.explanation": "Det ytterste på deg.",
}
QUALITY = Quality(roots=frozenset({"organ"}), claim_words={"en": ("cure*", "safe")})


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., list[Finding]]:
    """Return a function that checks YAML and Bokmål texts, by msgctxt."""

    def run(source: str = PLAIN, nb: Mapping[str, str] | None = None, quality: Quality = QUALITY) -> list[Finding]:
        (tmp_path / "concepts").mkdir(exist_ok=True)
        (tmp_path / "concepts" / "body.yaml").write_text(source, "utf-8")
        termbase, findings = read_sources(tmp_path)
        assert not findings
        said = {}
        if nb is not None:
            catalog = polib.POFile()
            for message in extract(termbase):
                if message.context in nb:
                    entry = polib.POEntry(msgctxt=message.context, msgid=message.text, linenum=1)
                    if message.plural:
                        entry.msgstr_plural = {0: nb[message.context], 1: nb[message.context]}
                    entry.msgstr = nb[message.context]
                    catalog.append(entry)
            said["nb"] = "nb.po", catalog
        return check_terminology(Content(termbase, said, quality))

    return run


def test_what_breaks_no_rule_is_left_alone(run: Callable[..., list[Finding]]) -> None:
    assert run(PLAIN, PLAIN_NB) == []


SIMPLE = {"organ": "part of the body", "skin": "{organ} that covers the body"}


def yaml(*, concept: str = "skin", **values: str) -> str:
    """Return the plain termbase with values of one concept replaced; an empty value leaves the key out."""
    entries = {
        "organ": {"term": "organ", "definition": "part of the body with a task", "explanation": "A part of the body."},
        "skin": {
            "term": "skin",
            "definition": '"{organ} that covers the body"',
            "explanation": "The outside of your body.",
            "broader": "[organ]",
        },
        "nail": {
            "term": "nail",
            "definition": '"{organ} at the tip of a finger"',
            "explanation": "The hard tip of a finger.",
            "broader": "[organ]",
        },
    }
    entries[concept] = {**entries[concept], **values}
    lines = []
    for name, entry in entries.items():
        lines.append(f"{name}:")
        lines += [f"  {key}: {value}" for key, value in entry.items() if value]
    return "\n".join(lines) + "\n"


BREAKS: list[tuple[str, str, str]] = [
    # rule, English that breaks it, English that nearly does
    (
        "definition-circle",
        yaml(concept="organ", definition='"what {skin} is"'),
        yaml(definition='"{organ} of {organ}"'),
    ),
    ("definition-circle", yaml(definition='"{organ} like {skin}[a]"'), yaml(definition='"{organ} like {nail}[a]"')),
    (
        "advice-without-signs",
        yaml(explanation='"The outside of your body. Call 113 if it burns."'),
        yaml(explanation='"The outside of your body. It has 1130 pores."'),
    ),
    ("superordinate-missing", yaml(definition='"cover, {organ}"'), yaml(definition='"{organ}, cover"')),
    ("superordinate-missing", yaml(definition='"{nail} of an {organ}"'), yaml(definition='"{organ} with {nail}"')),
    ("broader-missing", yaml(broader="", definition="cover of the body"), yaml()),
    ("broader-missing", yaml(concept="organ", broader="[skin]"), yaml()),
    ("definition-missing", yaml(definition=""), yaml()),
    ("definition-too-long", yaml(definition=f'"{{organ}}{" x" * 30}"'), yaml(definition=f'"{{organ}}{" x" * 29}"')),
    ("definition-not-a-phrase", yaml(definition='"{organ} that covers."'), yaml(definition='"{organ} of 0.3 mm"')),
    ("definition-not-a-phrase", yaml(definition='"{organ}. It covers"'), yaml(definition='"{organ} of Dr C. Gunn"')),
    ("definition-capital", yaml(definition='"{organ}[Term] of x"'), yaml(definition='"{organ} of Gunn"')),
    ("definition-capital", yaml(concept="organ", definition="Part of x"), yaml(concept="organ", definition="MRI of x")),
    ("definition-article", yaml(definition='"{organ}[a] of x"'), yaml(definition='"{organ}[plural] of a man"')),
    ("definition-article", yaml(concept="organ", definition="a part"), yaml(concept="organ", definition="any part")),
    ("own-term-in-definition", yaml(definition='"{organ}: skin"'), yaml(definition='"{organ} of skinny-dippers"')),
    ("own-term-in-definition", yaml(definition='"{organ} like Skins"'), yaml(definition='"{organ} like foreskin"')),
    ("own-term-in-definition", yaml(admitted="[hide]", definition='"{organ}, hide"'), yaml(admitted="[hide]")),
    ("claim-word", yaml(definition='"{organ} that cures"'), yaml(definition='"{organ} that is secure"')),
    ("claim-word", yaml(definition='"{organ}, safe"'), yaml(definition='"{organ} for safety"')),
    ("shared-term", yaml(term="Nail"), yaml(term="nails")),
    ("admitted-elsewhere-preferred", yaml(admitted="[nail]"), yaml(deprecated='["nail # another concept"]')),
    ("admitted-elsewhere-preferred", yaml(lay="[nail]"), yaml(lay="[hide]")),
    ("admitted-elsewhere-preferred", yaml(abbreviation="NAIL"), yaml(abbreviation="N")),
    ("common-word", yaml(lay="[time]"), yaml(lay="[bark]", admitted="[time]")),
    ("common-word", yaml(lay="[kitchen]"), yaml(lay="[sprain, crick, lumbago]")),
    (
        "common-word",
        yaml(deprecated='["Time # too vague"]'),
        yaml(deprecated='["time out # too vague", "event # a sense"]'),
    ),
    ("designation-twice", yaml(admitted="[hide, Hide]"), yaml(deprecated='["Skin # no capital here"]')),
    ("designation-twice", yaml(admitted="[hide]", deprecated='["hide # too much"]'), yaml(admitted="[hide, fell]")),
    ("no-reason", yaml(deprecated="[hide]"), yaml(deprecated='["hide # of animals"]')),
    ("explanation-missing", yaml(explanation=""), yaml()),
    ("explanation-too-long", yaml(explanation="It is. It is. It is."), yaml(explanation="It is. Use e.g. soap.")),
    ("explanation-not-a-sentence", yaml(explanation="the outside."), yaml(explanation='"{organ}[The] is outside!"')),
    ("explanation-not-a-sentence", yaml(explanation="The outside"), yaml(explanation="Is it outside?")),
    (
        "explanation-hard",
        yaml(explanation="Physiological investigation necessitates considerable sophistication."),
        yaml(term="physiological investigation", explanation="A physiological investigation is a look at you."),
    ),
    ("basis-without-source", yaml(basis="adapted"), yaml(basis="own")),
]


@pytest.mark.parametrize(("rule", "breaks", "nearly"), BREAKS, ids=[f"{row[0]}-{n}" for n, row in enumerate(BREAKS)])
def test_a_rule_finds_what_breaks_it_and_no_more(
    run: Callable[..., list[Finding]], rule: str, breaks: str, nearly: str
) -> None:
    assert rule in {finding.rule for finding in run(breaks)}
    assert rule not in {finding.rule for finding in run(nearly)}


NORWEGIAN: list[tuple[str, str, str, str]] = [
    # rule, msgctxt, Bokmål that breaks it, Bokmål that nearly does
    ("references-differ", "skin.definition", "{organ} som {organ}[the] og {skin}", "{organ} rundt et annet {organ}"),
    ("references-differ", "skin.definition", "noe som dekker kroppen", "{organ} som dekker"),
    ("superordinate-missing", "skin.definition", "dekkende {organ}", "{organ} som dekker"),
    ("definition-article", "skin.definition", "{organ}[a] som dekker", "{organ} som dekker et dyr"),
    ("definition-article", "organ.definition", "en del av kroppen", "enhver del av kroppen"),
    ("own-term-in-definition", "skin.definition", "{organ} som er hud", "{organ} som er hudkledd"),
    ("shared-term", "skin.term", "Organ", "organet"),
    ("explanation-hard", "skin.explanation", "Kroppsoverflaten beskyttes gjennomgående.", "Huden dekker kroppen."),
    ("explanation-not-a-sentence", "skin.explanation", "utsiden av kroppen", "Utsiden av kroppen."),
]


@pytest.mark.parametrize(("rule", "context", "breaks", "nearly"), NORWEGIAN)
def test_a_rule_holds_in_norwegian_too(
    run: Callable[..., list[Finding]], rule: str, context: str, breaks: str, nearly: str
) -> None:
    found = [finding for finding in run(PLAIN, {**PLAIN_NB, context: breaks}) if finding.rule == rule]
    assert found
    assert {finding.path for finding in found} == {"nb.po"}
    assert rule not in {finding.rule for finding in run(PLAIN, {**PLAIN_NB, context: nearly})}


def test_every_rule_is_tested() -> None:
    tested = (
        {row[0] for row in BREAKS}
        | {row[0] for row in NORWEGIAN}
        | {"law-without-date", "form-absent", "plain-number", "link-nowhere"}
    )
    assert {rule.name for rule in RULES if rule.scope in ("language", "concept", "entry")} <= tested


def test_a_circle_of_many_steps_is_found_once_and_told_in_full(run: Callable[..., list[Finding]]) -> None:
    names = [f"c{number}" for number in range(8)]
    entries = [
        f'{name}: {{term: term {name}, definition: "{{{after}}} of sorts", explanation: It is., broader: [organ]}}'
        for name, after in zip(names, names[1:] + names[:1], strict=True)
    ]
    lead_in = 'before: {term: before, definition: "{c0} of sorts", explanation: It is., broader: [c0]}'
    found = [finding for finding in run(PLAIN + "\n".join([*entries, lead_in])) if finding.rule == "definition-circle"]
    assert len(found) == 1
    assert " -> ".join([*names, "c0"]) in found[0].message
    assert "before" not in found[0].message


def test_a_deep_chain_without_a_circle_is_no_circle(run: Callable[..., list[Finding]]) -> None:
    entries = [
        f'd{number}: {{term: term {number}, definition: "{{d{number - 1}}} of x and {{organ}}", broader: [organ]}}'
        for number in range(1, 1500)
    ]
    source = PLAIN + 'd0: {term: first, definition: "{organ} of x", broader: [organ]}\n' + "\n".join(entries)
    assert "definition-circle" not in {finding.rule for finding in run(source)}


def test_two_circles_that_share_a_concept_are_both_reported_or_joined(run: Callable[..., list[Finding]]) -> None:
    source = (
        PLAIN
        + """
left: {term: left, definition: "{middle} x", broader: [organ]}
middle: {term: middle, definition: "{left} and {right}", broader: [organ]}
right: {term: right, definition: "{middle} y", broader: [organ]}
"""
    )
    found = [finding.message for finding in run(source) if finding.rule == "definition-circle"]
    assert all(any(name in message for message in found) for name in ("left", "middle", "right"))


def test_an_exception_silences_its_finding_and_no_other(run: Callable[..., list[Finding]]) -> None:
    quality = Quality(QUALITY.roots, QUALITY.claim_words, (Acceptance("claim-word", "en", "skin", "quality.yaml", 3),))
    source = yaml(definition='"{organ} that cures."')
    assert [finding.rule for finding in run(source, quality=quality)] == ["definition-not-a-phrase"]


def test_an_exception_that_nothing_needs_is_a_finding(run: Callable[..., list[Finding]]) -> None:
    quality = Quality(QUALITY.roots, {}, (Acceptance("claim-word", "en", "skin", "quality.yaml", 3),))
    (finding,) = run(yaml(), quality=quality)
    assert (finding.path, finding.line, finding.rule) == ("quality.yaml", 3, "idle-exception")


def test_an_obsolete_concept_is_not_judged(run: Callable[..., list[Finding]]) -> None:
    assert run(PLAIN + "hide: {replaced_by: skin}\n", PLAIN_NB) == []


def test_a_concept_that_rests_on_a_law_says_when_it_was_read(run: Callable[..., list[Finding]], tmp_path: Path) -> None:
    works = "skin_act:\n  title: Skin Act\n  legislation: true\nskin_book:\n  title: On skin\n"
    (tmp_path / "sources.yaml").write_text(works, "utf-8")
    (finding,) = run(yaml(sources="[skin_book, skin_act]"))
    assert (finding.rule, finding.concept) == ("law-without-date", "skin")
    assert "'skin_act'" in finding.message
    assert run(yaml(sources="[skin_act]", verified='{date: "2026-01-01", against: "Skin Act section 1"}')) == []
    assert run(yaml(sources="[skin_book]")) == []


@pytest.mark.parametrize("field", ["definition", "explanation"])
def test_a_form_that_a_term_does_not_have(run: Callable[..., list[Finding]], field: str) -> None:
    source = PLAIN.replace("  term: organ\n", '  term: organ\n  plural: "-"\n')
    texts = {"definition": '"{organ}%s that covers the body"', "explanation": '"Your outside is {organ}%s."'}
    for form, rules in (("[plural]", ["form-absent"]), ("", [])):
        kept = yaml(**{field: texts[field] % form}).partition("skin:")
        found = run(source.partition("skin:")[0] + "skin:" + kept[2])
        assert [finding.rule for finding in found] == rules
        assert all(finding.field == field and "'plural'" in finding.message for finding in found)


def test_a_plain_wording_is_counted_where_the_term_is(run: Callable[..., list[Finding]]) -> None:
    counted = yaml(plain='"cover | covers"')
    assert run(counted) == []
    (finding,) = run(counted.replace("  term: skin\n", '  term: skin\n  plural: "-"\n'))
    assert (finding.rule, finding.concept) == ("plain-number", "skin")
    assert run(yaml(plain="cover").replace("  term: skin\n", '  term: skin\n  plural: "-"\n')) == []
