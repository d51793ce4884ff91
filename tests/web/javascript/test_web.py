"""The script for other people's pages, in real Chromium: what it explains, what it leaves alone, and on which pages."""

from __future__ import annotations

import base64
import gzip
import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest
from browser import HOSTILE, Report, Visit, browse
from house import write
from requirements import require_tool

import imsterms
from imsterms.cli import main
from imsterms.web.javascript.web import page_data, scripts

TERMS = "[...document.querySelectorAll('button.imsterms-term')].map((term) => term.textContent)"
OPEN = "[...document.querySelectorAll(':popover-open')].map((open) => open.textContent).join()"
PAGE = """<!doctype html><html lang="nb"><meta charset="utf-8"><title>Smertehjelpa</title>
<meta name="viewport" content="width=device-width">{head}
<body><main><h1>Triggerpunkt</h1>{body}</main>{script}</body></html>"""
SCRIPT = '<script src="imsterms.nb.js"></script>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web")
    for language in imsterms.languages():
        assert main(["export", "web", "--lang", language, "-o", str(folder / f"imsterms.{language}.js")]) == 0
    return folder


def visit(
    folder: Path, body: str, *steps: list[str], script: str = SCRIPT, head: str = "", **options: object
) -> Report:
    page = folder / "page.html"
    page.write_text(PAGE.format(head=head, body=body, script=script), encoding="utf-8")
    (report,) = browse(Visit(page.as_uri(), [*steps], **options))  # type: ignore[arg-type]
    assert report.errors == []
    assert [request for request in report.requests if not request.startswith("file:")] == []
    return report


def terms(folder: Path, body: str, script: str = SCRIPT, head: str = "") -> list[str]:
    found: list[str] = visit(folder, body, ["evaluate", TERMS], script=script, head=head).results[0]
    return found


def test_a_script_is_small_and_makes_no_markup_of_text(folder: Path) -> None:
    for script in folder.glob("*.js"):
        content = script.read_bytes()
        assert len(gzip.compress(content, 9)) <= 45_000, script
        assert not any(word in content for word in (b"innerHTML", b"outerHTML", b"eval(", b"insertAdjacentHTML"))
        # it may be put into a page
        assert b"</" not in content
        assert b"<!--" not in content


def test_the_joined_modules_are_one_script(folder: Path) -> None:
    checked = subprocess.run([require_tool("node"), "--check", str(folder / "imsterms.nb.js")], capture_output=True)
    assert checked.returncode == 0, checked.stderr


def test_every_concept_has_its_words_and_forms() -> None:
    data = page_data(imsterms.glossary("nb"))
    hard, everyday = ({line[0]: line[1:] for line in data[name]} for name in ("hard", "everyday"))
    forms, short, words = hard["trigger_point"]
    assert words.startswith("triggerpunkt|")
    assert short == "TrP"
    stem, _, number = forms.partition("|")
    assert (stem, data["paradigms"][int(number)]) == ("triggerpunkt", "~|et ~|~et|~er|~ene")
    # everybody knows a knee: its forms can be asked for, and nothing finds it
    assert everyday["knee"][1:] == ["", ""]
    assert everyday["person"][2]


def test_every_form_is_written_with_its_stem() -> None:
    for language in imsterms.languages():
        glossary = imsterms.glossary(language)
        data = page_data(glossary)
        for concept_id, phrase, *_ in data["hard"] + data["everyday"]:
            for place, name in enumerate(data["forms"]):
                words = []
                for word in phrase.split(" "):
                    stem, _, number = word.partition("|")
                    form = data["paradigms"][int(number)].split("|")[place] if number else word
                    words.append(form.replace("~", stem))
                assert " ".join(words if words[0] else []) == glossary[concept_id].term.forms.get(name, "")


def test_texts_of_everyday_concepts_are_there_on_demand() -> None:
    glossary = imsterms.glossary("nb")
    explained = {name: str(glossary[name].explanation) for name in ("trigger_point", "person")}
    for everyday in (False, True):
        script = scripts(glossary, ["patient"], everyday)["patient"].decode()
        assert explained["trigger_point"] in script
        assert (explained["person"] in script) == everyday


@pytest.mark.slow
def test_the_first_mention_of_each_hard_term_is_explained(folder: Path) -> None:
    body = "<p>Behandling av smerter i et <b>triggerpunkt</b>.</p><p>Triggerpunkter, og IMS.</p>"
    assert terms(folder, body) == ["triggerpunkt", "IMS"]
    assert terms(folder, body, SCRIPT.replace(" ", ' data-mark="every hard" ')) == [
        "triggerpunkt",
        "Triggerpunkter",
        "IMS",
    ]
    all_terms = SCRIPT.replace(" ", ' data-mark="first all" ')
    assert "smerter" not in terms(folder, body, all_terms)
    (folder / "all.js").write_bytes(scripts(imsterms.glossary("nb"), ["patient"], everyday=True)["patient"])
    assert "smerter" in terms(folder, body, all_terms.replace("imsterms.nb.js", "all.js"))
    assert terms(folder, body, SCRIPT.replace(" ", ' data-mark="none" ')) == []


@pytest.mark.slow
def test_what_people_use_or_write_in_is_left_alone(folder: Path) -> None:
    names = ("a href='#'", "button", "form", "code", "pre", "h2", "textarea", "label", "div contenteditable", "nav")
    body = "".join(f"<{name}>Triggerpunkt</{name.split()[0]}>" for name in names)
    before = visit(folder, body, ["evaluate", "document.querySelector('main').innerHTML"], script="").results
    assert visit(folder, body, ["evaluate", "document.querySelector('main').innerHTML"]).results == before


@pytest.mark.slow
def test_languages_of_parts_and_two_scripts(folder: Path) -> None:
    body = (
        "<p>Et triggerpunkt.</p><p lang='en'>A trigger point. "
        "<span lang='nb'>Et muskelknute-triggerpunkt, IMS.</span></p>"
        "<p lang='pl'>IMS i pneumothorax, triggerpunkt.</p>"
    )
    assert terms(folder, body) == ["triggerpunkt", "IMS"]
    polish = "<script>document.documentElement.lang = 'pl'</script>"
    assert terms(folder, "<p>Et triggerpunkt, IMS.</p>", polish + SCRIPT) == []
    both = SCRIPT + SCRIPT.replace("nb", "en") + SCRIPT
    assert terms(folder, body, both) == ["triggerpunkt", "trigger point", "IMS"]


@pytest.mark.slow
def test_a_thousand_terms_on_a_page(folder: Path) -> None:
    body = "".join(f"<p>Et triggerpunkt, <em>IMS</em> og nok et triggerpunkt {number}.</p>" for number in range(350))
    assert terms(folder, body) == ["triggerpunkt", "IMS"]
    assert len(terms(folder, body, SCRIPT.replace(" ", ' data-mark="every hard" '))) == 1050


@pytest.mark.slow
def test_terms_by_hand(folder: Path) -> None:
    body = (
        '<p><ims-term id="trigger_point" form="The plural">x</ims-term> og <ims-term id="nothing">mitt</ims-term>; '
        '<a href="#"><ims-term id="intramuscular_stimulation" form="the full"></ims-term></a></p>'
    )
    text = "document.querySelector('p').innerText"
    report = visit(folder, body, ["evaluate", text], ["evaluate", TERMS])
    assert report.results == ["Triggerpunktene og mitt; den intramuskulære stimuleringen (IMS)", ["Triggerpunktene"]]


@pytest.mark.slow
@pytest.mark.parametrize("policy", ["file:", "'nonce-abc'", "hash"])
def test_strict_policies(folder: Path, policy: str) -> None:
    script = SCRIPT.replace(" ", ' nonce="abc" ')
    if policy == "hash":
        code = (folder / "imsterms.nb.js").read_text(encoding="utf-8")
        policy = f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
        script = f"<script>{code}</script>"
    rules = f"default-src 'none'; script-src {policy}; require-trusted-types-for 'script'"
    head = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    assert terms(folder, "<p>Et triggerpunkt.</p>", script, head) == ["triggerpunkt"]


@pytest.mark.slow
def test_content_that_arrives_later(folder: Path) -> None:
    later = "document.querySelector('main').insertAdjacentHTML('beforeend', '<p>Et stramt bånd og IMS.</p>')"
    wait = "new Promise((done) => setTimeout(done, 2000))"
    steps = [["evaluate", later], ["evaluate", wait], ["evaluate", TERMS]]
    assert visit(folder, "<p>Et triggerpunkt.</p>", *steps).results[2] == ["triggerpunkt", "stramt bånd", "IMS"]
    off = SCRIPT.replace(" ", ' data-observe="off" ')
    assert visit(folder, "<p>Et triggerpunkt.</p>", *steps, script=off).results[2] == ["triggerpunkt"]


@pytest.mark.slow
def test_keyboard_touch_and_axe(folder: Path) -> None:
    body = "<p>Et triggerpunkt er ømt. Behandleren kan merke en lokal muskelrykning.</p>"
    button = "button.imsterms-term"
    opened = [["focus", button], ["press", "Enter"], ["evaluate", OPEN]]
    keys = [*opened, ["axe"], ["press", "Escape"], ["evaluate", OPEN]]
    meaning = str(imsterms.glossary("nb")["trigger_point"].explanation)
    shape = "document.querySelector(':popover-open').getBoundingClientRect().width > 100"
    keys.insert(3, ["evaluate", shape])
    for head in ("", HOSTILE):
        assert visit(folder, body, *keys, head=head).results[2:] == [meaning, True, [], None, ""]
        size = f"getComputedStyle(document.querySelector('{button}')).fontSize"
        assert visit(folder, body, ["evaluate", size], head=head).results == ["16px"]
    touch = visit(folder, body, ["tap", button], ["evaluate", OPEN], width=390, touch=True)
    assert touch.results[-1] == meaning


@pytest.mark.slow
def test_a_browser_without_popovers(folder: Path) -> None:
    old = "<script>delete HTMLElement.prototype.popover</script>"
    shown = "document.querySelector('.imsterms-explanation').hidden"
    button = "button.imsterms-term"
    steps = [
        ["evaluate", shown],
        ["click", button],
        ["evaluate", shown],
        ["axe"],
        ["press", "Escape"],
        ["evaluate", shown],
    ]
    report = visit(folder, "<p>Et triggerpunkt.</p>", *steps, head=old)
    assert [report.results[place] for place in (0, 2, 3, 5)] == [True, False, [], True]


@pytest.mark.parametrize("export_format", ["web", "wordpress"])
def test_a_text_that_is_not_translated_is_left_out(export_format: str, clinic: Path, tmp_path: Path) -> None:
    write(
        clinic,
        "lid:\n  term: lid\n  definition: cover of a jar\n  explanation: The top of a jar.\n",
        nb='msgctxt "lid.term"\nmsgid "lid"\nmsgid_plural "lids"\nmsgstr[0] "lokk"\nmsgstr[1] "lokk"\n',
    )
    written = tmp_path / "written"
    language = ["--lang", "nb"] if export_format == "web" else []
    assert main(["export", export_format, "--from", str(clinic), *language, "-o", str(written)]) == 0
    content = written.read_bytes()
    if export_format == "wordpress":
        with zipfile.ZipFile(written) as plugin:
            content = plugin.read("imsterms/js/imsterms.nb.patient.js") + plugin.read("imsterms/data/nb.json")
    assert "lokk" in content.decode()
    assert "The top" not in content.decode()
