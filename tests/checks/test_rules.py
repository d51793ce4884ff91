"""Each rule with a catalog that breaks it and one that nearly does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import polib
import pytest

from imsterms.checks.rules import RULES

Words = Mapping[str, str | tuple[str, ...]]


@dataclass
class Case:
    """What is wrong, at which message, and what is nearly wrong."""

    rule: str
    broken: Words
    at: str
    nearly: Words
    says: str = ""
    language: str = "nb"
    also: tuple[str, ...] = ()
    """Other rules that the broken catalog breaks too."""


DEFINITION = "trigger_point.definition"
BODY = "article/visit.body"
NOTES = "trigger_point.notes"

CASES = [
    Case("not-translated", {"pain.definition": ""}, "pain.definition", {"pain.definition": "noe vondt"}),
    Case("not-translated", {"needle.term.a": ""}, "needle.term.a", {"needle.term.a": "en nål", "needle.words": ""}),
    Case("missing-form", {"pain.term": ("smerte", "")}, "pain.term", {"pain.term": ("smerte", "smerter")}),
    Case(
        "references-differ",
        {DEFINITION: "{tender_point} som gjør vondt et annet sted"},
        DEFINITION,
        {DEFINITION: "{pain}[a] et annet sted enn {tender_point}[the]"},
        says="{pain} is missing",
    ),
    Case("references-differ", {"unit/day": ("en dag", "dager")}, "unit/day", {"unit/day": ("en dag", "{count} dager")}),
    Case(
        "references-differ",
        {DEFINITION: "{tender_point} som gir {pain} ved {treatment}"},
        DEFINITION,
        {DEFINITION: "{tender_point} som gir {pain}, altså {pain}"},
        says="{treatment} is not in the English text",
    ),
    Case(
        "unknown-concept",
        {NOTES: "Se {trigger_pint}."},
        NOTES,
        {NOTES: "Se {tender_point}."},
        says="did you mean 'trigger_point'",
    ),
    Case(
        "obsolete-target",
        {NOTES: "Se {knot}."},
        NOTES,
        {NOTES: "Se {trigger_point}."},
        says="'trigger_point' replaced it",
    ),
    Case(
        "unknown-form",
        {BODY: "Behandleren finner {trigger_point}[the plurals] og bruker {needle}[a]."},
        BODY,
        {BODY: "Behandleren finner {trigger_point}[The plural] og bruker {needle}[]."},
        says="did you mean 'the plural'",
    ),
    Case(
        "unknown-form",
        {"article/visit.pause": "Vent {interval}[the] mellom to besøk."},
        "article/visit.pause",
        {"article/visit.pause": "Vent {interval} mellom to besøk."},
        says="has no forms",
    ),
    Case(
        "form-absent",
        {NOTES: "Se {pain}[compound]punkt."},
        NOTES,
        {NOTES: "Se {trigger_point}[compound]punkt og {needle}[compound]bokser."},
        says="has no form 'compound'",
    ),
    Case("form-absent", {NOTES: "Se {ims_norge}[the]."}, NOTES, {NOTES: "Se {ims_norge}."}),
    Case(
        "article-missing",
        {"needle.term.a": "nål"},
        "needle.term.a",
        {"needle.term.a": "-"},
        says="has no article first",
    ),
    Case("article-missing", {"needle.term.a": "en nåler"}, "needle.term.a", {"needle.term.a": "en nål"}, says="en nål"),
    Case(
        "definite-unmarked",
        {"finding.term.the": "funn"},
        "finding.term.the",
        {"finding.term.the": "funnet", "finding.term.the.plural": "-"},
    ),
    Case(
        "gender-disagreement",
        {"needle.term.the": "nåla"},
        "needle.term.the",
        {"needle.term.the": "nåla", "needle.term.a": "ei nål"},
        says="-en",
    ),
    Case(
        "gender-disagreement",
        {"tender_point.term.the": "den ømme punktet"},
        "tender_point.term.the",
        {
            "tender_point.term": ("ømt punkt i muskelen", "ømme punkter i muskelen"),
            "tender_point.term.a": "et ømt punkt i muskelen",
            "tender_point.term.the": "det ømme punktet i muskelen",
        },
        says="'den' in 'den ømme punktet'",
    ),
    Case(
        "shared-term",
        {
            "tender_point.term": ("funn", "funn"),
            "tender_point.term.a": "et funn",
            "tender_point.term.the": "funnet",
        },
        "tender_point.term",
        {"tender_point.words": "also: funn"},
        says="the preferred term of 'finding' too",
    ),
    Case(
        "designation-twice",
        {"trigger_point.words": "also: Triggerpunkt\nalso: annet ord"},
        "trigger_point.words",
        {"trigger_point.words": "also: triggerpunktområde\nalso: annet ord"},
        says="is in this entry already, and under 'admitted' too",
    ),
    Case(
        "designation-twice",
        {"trigger_point.words": "also: langt ord\nnot: langt ord # langt"},
        "trigger_point.words",
        {"trigger_point.words": "also: langt ord\nnot: kort ord # kort"},
        says="under 'deprecated' too",
    ),
    Case(
        "deprecated-word",
        {"pain.definition": "opplevelse som en Muskelknute gir"},
        "pain.definition",
        {"pain.definition": "opplevelse som en «muskelknute» gir", NOTES: "Noen sier muskelknute."},
        says="refer to it as {trigger_point}",
    ),
    Case(
        "admitted-word",
        {BODY: "Behandleren finner det myofascielle triggerpunktet og bruker {needle}[a]."},
        BODY,
        {BODY: "Behandleren finner {trigger_point}[the plural], det myofascielle triggerpunktet, med {needle}[a]."},
        also=("references-differ",),
    ),
    Case(
        "agreement-before-reference",
        {BODY: "Behandleren finner {trigger_point}[the plural] og bruker en {needle}."},
        BODY,
        {BODY: "Behandleren finner {trigger_point}[the plural] og bruker en {needle}[compound]boks."},
        says="'en {needle}'",
    ),
    Case(
        "agreement-before-reference",
        {NOTES: "Trykk på et svakt ømt {tender_point}."},
        NOTES,
        {NOTES: "Trykk der det er {tender_point}[plural], eller kall dem {tender_point}."},
    ),
    Case(
        "agreement-before-reference",
        {NOTES: "Her er intramuskulære {needle}[plural]."},
        NOTES,
        {NOTES: "Her er flere {needle}[plural]."},
    ),
    Case(
        "wrong-language",
        {"pain.definition": "ubehagelig oppleving som ikkje er over"},
        "pain.definition",
        {"pain.definition": "ubehagelig opplevelse kalt «ikkje»"},
        says="'ikkje' is Nynorsk; write 'ikke'",
    ),
    Case(
        "wrong-language",
        {BODY: "Behandlaren finn {trigger_point}[the plural] med {needle}[a] mot smerten."},
        BODY,
        {BODY: "Behandlaren finn {trigger_point}[the plural] med {needle}[a] mot smerta."},
        says="'smerten' is Bokmål",
        language="nn",
    ),
    Case(
        "wrong-language",
        {"finding.term.the.plural": "funnene"},
        "finding.term.the.plural",
        {"finding.term.the.plural": "funna"},
        says="such a noun ends in -a",
        language="nn",
    ),
    Case(
        "wrong-language",
        {"pain.definition": "muligheten for noko vondt"},
        "pain.definition",
        {"pain.definition": "det som er så het at det gjer vondt"},
        language="nn",
    ),
    Case(
        "split-compound",
        {NOTES: "Et trigger punkt til."},
        NOTES,
        {NOTES: "Et triggerpunkt er et punkt; trigger, punkt."},
        says="'triggerpunkt'",
    ),
    Case(
        "split-compound",
        {NOTES: "En {needle}[compound] behandling."},
        NOTES,
        {NOTES: "En {needle}[compound]behandling."},
    ),
    Case("split-compound", {NOTES: "På grunn av {pain}s art."}, NOTES, {NOTES: "På grunn av {pain}[genitive] art."}),
    Case(
        "missing-hyphen",
        {NOTES: "Ved IMS behandling gis det."},
        NOTES,
        {NOTES: "IMS er en behandling. IMS-behandling."},
    ),
    Case(
        "missing-hyphen",
        {NOTES: "Etter {intramuscular_stimulation}[short]behandling."},
        NOTES,
        {NOTES: "Etter {intramuscular_stimulation}[short]-behandling; {intramuscular_stimulation}[short] hjelper."},
    ),
    Case(
        "stray-space",
        {"pain.definition": "vond opplevelse "},
        "pain.definition",
        {"pain.definition": "vond opplevelse"},
    ),
    Case("stray-space", {NOTES: "Noen  kaller det."}, NOTES, {NOTES: "Noen kaller det.\nAndre ikke."}),
    Case("doubled-word", {NOTES: "Noen kaller kaller det."}, NOTES, {NOTES: "Som ser det det gjelder, og 10 10."}),
    Case(
        "end-punctuation",
        {BODY: "Behandleren finner {trigger_point}[the plural] og bruker {needle}[a]"},
        BODY,
        {BODY: "Behandleren finner {trigger_point}[the plural] og bruker «{needle}[a].»"},
        says="ends without punctuation",
    ),
    Case(
        "end-punctuation",
        {"article/visit.start": "Slik begynner det:"},
        "article/visit.start",
        {"article/visit.start": "Slik (og slik) begynner det"},
    ),
    Case(
        "html-in-text", {NOTES: "Noen <b>kaller</b> det."}, NOTES, {NOTES: "Når a < b og c > d & e; se <https://a.no>."}
    ),
    Case("brace-stray", {NOTES: "Noen {Kaller} det."}, NOTES, {NOTES: "Noen {{kaller}} det."}),
    Case(
        "brace-stray",
        {"trigger_point.words": "plain: {pain} i en muskel"},
        "trigger_point.words",
        {"trigger_point.words": "plain: (ømt) sted i en muskel"},
    ),
    Case(
        "bracket-stray",
        {BODY: "Behandleren finner {trigger_point} [the plural] og bruker {needle}[a]."},
        BODY,
        {BODY: "Behandleren [finner](https://a.no) {trigger_point}[][her](b) og bruker {needle}[a]."},
        says="a space before",
    ),
    Case(
        "invisible-character",
        {NOTES: "Noen kal\u200bler det."},
        NOTES,
        {NOTES: "Noen kaller\u00a0det noe\u2011annet."},
        says="U+200B (ZERO WIDTH SPACE)",
    ),
    Case(
        "not-composed",
        {NOTES: "Noen kaller det na\u030al."},
        NOTES,
        {NOTES: "Noen kaller det nål."},
        says="'na\u030al' is written as a letter",
    ),
    Case(
        "numbers-differ",
        {DEFINITION: "{tender_point} som gir {pain} i 1990 tilfeller"},
        DEFINITION,
        {DEFINITION: "{tender_point} som gir {pain} i 3 deler med B12"},
        says="1990 is not in the English text",
    ),
    Case(
        "other-language",
        {BODY: "The therapist feels for {trigger_point}[the plural] and uses {needle}[a] with care."},
        BODY,
        {BODY: "Behandleren, «who feels for it and is with you», finner {trigger_point}[the plural] med {needle}[a]."},
        says="the text is English; translate it into Bokmål",
    ),
    Case(
        "other-language",
        {NOTES: "Nogle siger det, når behandlingen ikke bliver brugt mere af andre efter det."},
        NOTES,
        {NOTES: "Noen sier det når behandlingen ikke blir brukt mer av andre etter det."},
        says="the text is Danish",
    ),
    Case(
        "straight-quotes",
        {NOTES: 'Noen kaller det "knute".'},
        NOTES,
        {NOTES: 'Noen måler 5" med lineal, eller class="liten".'},
        says="write «knute»",
    ),
    Case(
        "invisible-character",
        {NOTES: "Noen kaller\u2028det."},
        NOTES,
        {NOTES: "Noen kaller\ndet."},
        says="U+2028",
    ),
    Case(
        "bracket-stray",
        {BODY: "Behandleren finner {trigger_point}(the plural) og bruker {needle}[a]."},
        BODY,
        {BODY: "Behandleren finner {trigger_point}[the plural] (flere) og bruker {needle}[a]."},
        says="{trigger_point}[the plural]",
    ),
    Case(
        "list-malformed",
        {"trigger_point.words": "short: TrP also: ord"},
        "trigger_point.words",
        {"trigger_point.words": "short: TrP\nthe plural genitive: ordenes\nnote: se also: ord"},
        says="'also:' in the line",
    ),
    Case(
        "link-nowhere",
        {BODY: "Behandleren [finner](JavaScript:f) {trigger_point}[the plural] og bruker {needle}[a]."},
        BODY,
        {BODY: "Behandleren [finner](https://a.no:8/b) [det](#a) {trigger_point}[the plural] og {needle}[a]."},
        says="'JavaScript:f' does not lead to a page",
    ),
    Case("bracket-stray", {NOTES: "Noen [kaller det."}, NOTES, {NOTES: r"Noen \[kaller\] det."}),
    Case(
        "definition-circle",
        {DEFINITION: "{tender_point} som gir {pain}, og er {trigger_point}"},
        DEFINITION,
        {DEFINITION: "{tender_point} som gir {pain}"},
        also=("references-differ",),
    ),
    Case(
        "definition-circle",
        {"pain.definition": "opplevelse fra {trigger_point}"},
        "pain.definition",
        {"pain.definition": "opplevelse", "needle.definition": "stykke metall"},
        also=("references-differ",),
    ),
    Case(
        "own-term-in-definition",
        {"pain.definition": "opplevelse ved smertenes kilde"},
        "pain.definition",
        {"pain.definition": "opplevelse ved smertekilden"},
        says="'smertenes'",
    ),
    Case(
        "deprecated-word",
        {"pain.definition": "opplevelse av muskelknutens art"},
        "pain.definition",
        {"pain.definition": "opplevelse av knutens art"},
        says="'muskelknutens'",
    ),
    Case(
        "own-term-in-definition",
        {"pain.definition": "opplevelse av smerte"},
        "pain.definition",
        {"pain.definition": "opplevelse av smertefullhet"},
    ),
    Case(
        "no-reason",
        {"trigger_point.words": "not: muskelknute | muskelknuten"},
        "trigger_point.words",
        {"trigger_point.words": "not: muskelknute # folkelig ord"},
        says="without a reason",
    ),
    Case(
        "list-malformed",
        {"needle.words": "nåle"},
        "needle.words",
        {"needle.words": "compound: -"},
        says="is not 'name: word'",
    ),
    Case(
        "list-malformed",
        {"needle.words": "sammensetning: nåle"},
        "needle.words",
        {"needle.words": "compound: nåle"},
        says="the names are short, plain, also, variant, lay, not, note, compound, genitive",
    ),
    Case(
        "list-malformed",
        {"needle.words": "lays: sprøyte"},
        "needle.words",
        {"needle.words": "lay: sprøyte"},
        says="mean 'lay'",
    ),
    Case(
        "list-malformed",
        {"needle.words": "also: nålespiss, kanyle"},
        "needle.words",
        {"needle.words": "also: nålespiss\nalso: kanyle"},
        says="write each word on a line of its own",
    ),
    Case(
        "list-malformed",
        {"trigger_point.words": "also: ord | | ordene"},
        "trigger_point.words",
        {"trigger_point.words": "also: ord | - | ordene"},
    ),
    Case(
        "list-malformed",
        {"trigger_point.words": "also: ord\n-"},
        "trigger_point.words",
        {"trigger_point.words": "–"},
    ),
    Case(
        "list-malformed",
        {"trigger_point.words": "also: ord # med grunn"},
        "trigger_point.words",
        {"trigger_point.words": "also: ord"},
    ),
]


def found(project: Any, language: str) -> list[tuple[str, str, str]]:
    """Return (rule, message, sentence) of the findings in a catalog."""
    path = f"locales/{language}/LC_MESSAGES/imsterms.po"
    return [(one.rule, one.subject, one.message) for one in project.check() if one.path == path]


def test_a_right_catalog_has_no_findings(pristine: Any) -> None:
    assert pristine.check() == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.says or case.at}")
def test_a_catalog_that_breaks_the_rule(project: Any, case: Case) -> None:
    project.translate(case.language, case.broken)
    findings = [one for one in found(project, case.language) if one[0] not in case.also]
    assert [(rule, context) for rule, context, _ in findings] == [(case.rule, case.at)]
    assert case.says in findings[0][2]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.says or case.at}")
def test_a_catalog_that_nearly_breaks_it(project: Any, case: Case) -> None:
    project.translate(case.language, case.nearly)
    assert [one for one in found(project, case.language) if one[0] == case.rule] == []


# --- rules about the file as a whole ---


def append(**fields: Any) -> Callable[[polib.POFile], object]:
    return lambda catalog: catalog.append(polib.POEntry(**fields))


def test_a_fuzzy_translation_needs_review(project: Any) -> None:
    project.change("nb", lambda catalog: catalog[0].flags.append("fuzzy"))
    project.change("nn", lambda catalog: catalog[0].flags.append("no-wrap"))
    assert [(rule, context) for rule, context, _ in found(project, "nb")] == [("needs-review", "finding.term")]
    assert found(project, "nn") == []


def test_needs_review_says_the_former_english_text(project: Any) -> None:
    project.edit("concepts/findings.yaml", "definition: unpleasant experience", "definition: nasty experience")
    project.update()
    assert "'unpleasant experience'" in found(project, "nb")[0][2]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda project: project.edit("concepts/findings.yaml", "unpleasant", "nasty"), "is now 'nasty experience'"),
        (lambda project: project.write("concepts/extra.yaml", "skin: {term: skin}"), "not in the catalog yet"),
        (
            lambda project: project.edit("articles/visit.yaml", "id: start", "id: beginning"),
            "no message 'article/visit",
        ),
    ],
)
def test_an_outdated_catalog(project: Any, change: Callable[[Any], None], says: str) -> None:
    change(project)
    findings = found(project, "nb")
    assert {rule for rule, _, _ in findings} == {"outdated-catalog"}
    assert any(says in sentence for _, _, sentence in findings)


def test_a_new_comment_in_the_sources_does_not_make_a_catalog_outdated(project: Any) -> None:
    project.edit("interface.yaml", "field:", "# words\nfield:")
    assert found(project, "nb") == []


@pytest.mark.parametrize(
    "header",
    ["", "nplurals=2; plural=n ! 1;", "nplurals=1; plural=0;", "nplurals=2; plural=n>1;", "nplurals=2; plural=n;", "x"],
)
def test_a_broken_or_wrong_plural_header(project: Any, header: str) -> None:
    project.change("nb", lambda catalog: catalog.metadata.update({"Plural-Forms": header}))
    findings = found(project, "nb")
    assert {rule for rule, _, _ in findings} == {"plural-header"}
    assert "nplurals=2; plural=(n != 1);" in findings[0][2]


@pytest.mark.parametrize("header", ["nplurals=2; plural=n != 1", "nplurals = 2; plural = (n == 1 ? 0 : 1) ;"])
def test_the_plural_rule_in_other_words(project: Any, header: str) -> None:
    project.change("nb", lambda catalog: catalog.metadata.update({"Plural-Forms": header}))
    assert found(project, "nb") == []


def test_a_form_too_many(project: Any) -> None:
    project.translate("nb", {"pain.term": ("smerte", "smerter", "smertor")})
    assert [(rule, context) for rule, context, _ in found(project, "nb")] == [("plural-header", "pain.term")]


def test_a_plural_message_with_one_text(project: Any) -> None:
    def flatten(catalog: polib.POFile) -> None:
        entry = next(one for one in catalog if one.msgctxt == "pain.term")
        entry.msgstr_plural, entry.msgstr = {}, "smerte"

    project.change("nb", flatten)
    at_message = [(rule, text) for rule, context, text in found(project, "nb") if context == "pain.term"]
    assert ("plural-header", "'msgstr' where the message needs msgstr[0], msgstr[1]") in at_message


def test_a_plural_form_with_a_number_that_the_language_lacks(project: Any) -> None:
    path = project.path("nb")
    path.write_text(path.read_text("utf-8").replace("msgstr[1]", "msgstr[7]", 1), "utf-8")
    sentences = [text for rule, _, text in found(project, "nb") if rule == "plural-header"]
    assert sentences == ["8 plural forms where the header says 2"]


@pytest.mark.parametrize(("header", "findings"), [("nn", 1), ("nb_NO", 0), ("no", 0), ("", 0)])
def test_the_language_of_the_header(project: Any, header: str, findings: int) -> None:
    project.change("nb", lambda catalog: catalog.metadata.update(Language=header))
    assert [rule for rule, _, _ in found(project, "nb")] == ["language-header"] * findings


@pytest.mark.parametrize(("language", "header"), [("zh-Hant", "zh_TW"), ("sr-Latn", "sr@latin"), ("sr", "sr@latin")])
def test_a_header_may_state_the_script_in_its_own_way(project: Any, language: str, header: str) -> None:
    project.new(language)
    project.change(language, lambda catalog: catalog.metadata.update(Language=header))
    assert "language-header" not in [one.rule for one in project.check()]


def test_a_duplicate_message(project: Any) -> None:
    project.change("nb", append(msgctxt="pain.definition", msgid="unpleasant experience", msgstr="noe"))
    assert [rule for rule, _, _ in found(project, "nb")] == ["message-duplicate"]


def test_a_message_without_a_context(project: Any) -> None:
    project.change("nb", append(msgid="needle", msgstr="nål"))
    assert [rule for rule, _, _ in found(project, "nb")] == ["message-duplicate"]


def test_the_same_english_in_two_messages_is_no_duplicate(project: Any) -> None:
    project.change("nb", append(msgctxt="pain.definition", msgid="unpleasant experience", msgstr="noe", obsolete=True))
    assert found(project, "nb") == []


# --- what is meant ---

WRONG: Words = {"article/visit.start": "Slik begynner det."}


@pytest.mark.parametrize(
    "remark",
    [
        "imsterms: ignore end-punctuation: it is a sentence in Norwegian",
        "A note to others.\nimsterms: ignore end-punctuation (a sentence)",
        "imsterms: ignore IMS425 - a sentence",
    ],
)
def test_a_translator_says_that_it_is_meant(project: Any, remark: str) -> None:
    project.translate("nb", WRONG, comment=remark)
    assert found(project, "nb") == []
    project.edit("articles/visit.yaml", "How it begins", "How it starts")
    project.update()
    assert [rule for rule, _, _ in found(project, "nb")] == ["needs-review"]


@pytest.mark.parametrize(
    ("remark", "rules_found"),
    [
        ("imsterms: ignore doubled-word: why", {"end-punctuation", "idle-exception"}),
        ("imsterms: ignore end-punctuation", {"end-punctuation", "remark-malformed"}),
        ("imsterms: ignore end-punktuation: why", {"end-punctuation", "remark-malformed"}),
        ("imsterms: please", {"end-punctuation", "remark-malformed"}),
        ("about imsterms", {"end-punctuation"}),
    ],
)
def test_a_remark_that_does_not_count(project: Any, remark: str, rules_found: set[str]) -> None:
    project.translate("nb", WRONG, comment=remark)
    assert {rule for rule, _, _ in found(project, "nb")} == rules_found


# --- the registry ---


def test_a_concept_that_is_gone(project: Any) -> None:
    project.edit("concepts/findings.yaml", "needle:\n", "needle: {replaced_by: lancet}\nlancet:\n")
    project.edit("concepts/findings.yaml", "{needle}", "{lancet}")
    project.edit("articles/visit.yaml", "{needle}", "{lancet}")
    project.update()
    assert found(project, "nb") == []
    project.edit("concepts/findings.yaml", "pain:\n  term: pain\n  definition: unpleasant experience\n", "")
    project.edit("concepts/findings.yaml", " that sends {pain} elsewhere", " of its own")
    project.update()
    gone = [text for rule, _, text in found(project, "nb") if rule == "concept-deleted"]
    assert len(gone) == 1
    assert "pain: {replaced_by: ...}" in gone[0]


def test_every_rule_has_a_test() -> None:
    in_cases = {case.rule for case in CASES}
    on_their_own = {
        "needs-review",
        "guessed-translation",
        "outdated-catalog",
        "plural-header",
        "language-header",
        "message-duplicate",
        "remark-malformed",
        "concept-deleted",
    }
    in_catalogs = {rule.name for rule in RULES if rule.scope in ("catalog", "message") or rule.translations}
    assert in_catalogs - on_their_own <= in_cases


def test_the_built_in_catalogs_have_no_findings(root: Any) -> None:
    from imsterms.checks.check import check_catalog
    from imsterms.checks.content import read_content
    from imsterms.checks.quality import read_quality
    from imsterms.termbase.source import read_termbase

    sources = root / "imsterms" / "data"
    quality = read_quality(str(sources), [], root=str(root))
    content = read_content(read_termbase(sources), str(root / "locales"), quality, root=str(root), required=True)
    assert [str(finding) for catalog in content.catalogs for finding in check_catalog(catalog)] == []
