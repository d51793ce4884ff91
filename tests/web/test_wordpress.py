"""The plugin in Debian's WordPress, with PHP and MariaDB: what a clinic sets, writes and sees."""

from __future__ import annotations

import gettext
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import HOSTILE, Visit, browse
from wordpress import WordPress, served

import imsterms
from imsterms.web import wordpress

TERMS = "[...document.querySelectorAll('main button.imsterms-term')].map((term) => term.textContent)"
ADMIN = "wp-admin/options-general.php?page=imsterms"


@pytest.fixture(scope="module")
def plugin() -> dict[str, bytes]:
    return wordpress.files(imsterms.glossary("nb")).files


def test_every_language_has_a_script_for_each_audience_and_its_words(plugin: dict[str, bytes]) -> None:
    assert list(json.loads(plugin["imsterms/data/languages.json"])) == ["nb", "en", "nn"]
    for language in imsterms.languages():
        concept = imsterms.glossary(language)["trigger_point"]
        words = json.loads(plugin[f"imsterms/data/{language}.json"])["trigger_point"]
        assert words["forms"]["the plural"] == concept.term.the_plural
        assert (words["patient"], words["professional"]) == (str(concept.explanation), str(concept.definition))
        assert words["professional"] in plugin[f"imsterms/js/imsterms.{language}.professional.js"].decode()
    assert f"Version:           {imsterms.__version__}\n" in plugin["imsterms/imsterms.php"].decode()
    assert f"Stable tag: {imsterms.__version__}\n" in plugin["imsterms/readme.txt"].decode()


def test_every_sentence_of_the_plugin_is_translated(plugin: dict[str, bytes]) -> None:
    said = set(re.findall(r"__\( '(.*?)', 'imsterms' \)", plugin["imsterms/imsterms.php"].decode()))
    words = {
        name: word
        for name, word in imsterms.glossary("en").texts("en")["interface"].items()
        if name.startswith("wordpress.")
    }
    assert said == set(words.values())
    for language in ("nb", "nn"):
        catalog = gettext.GNUTranslations(io.BytesIO(plugin[f"imsterms/languages/imsterms-{language}.mo"]))
        assert {catalog.gettext(word) for word in words.values()} == {
            imsterms.glossary(language).label(name) for name in words
        }
    assert catalog.gettext("The language of the page") == "Språket på sida"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, plugin: dict[str, bytes]) -> Iterator[WordPress]:
    archive = io.BytesIO()
    wordpress.write(imsterms.glossary("nb"), archive)
    with served(tmp_path_factory.mktemp("wordpress")) as site:
        zipfile.ZipFile(archive).extractall(site.folder / "wp-content/plugins")
        # WordPress offers the languages that it has catalogs for, whatever is in them
        (site.folder / "wp-content/languages").mkdir()
        for locale in ("nb_NO", "nn_NO", "en_GB", "pl_PL"):
            catalog = plugin["imsterms/languages/imsterms-en.mo"]
            (site.folder / f"wp-content/languages/{locale}.mo").write_bytes(catalog)
        assert site.run("var_dump( activate_plugin( 'imsterms/imsterms.php' ) );") == "NULL\n"
        yield site
        assert "plugins/imsterms" not in (site.folder / "debug.log").read_text(encoding="utf-8")


def settings(site: WordPress, **values: str) -> None:
    chosen = {"language": "", "audience": "patient", "mark": "first hard", **values}
    site.run(f"update_option( 'imsterms', json_decode( '{json.dumps(chosen)}', true ) );")


def page(site: WordPress, content: str, locale: str = "nb_NO") -> str:
    """Return the address, within the site, of a new page in a site with that locale."""
    site.run(f"update_option( 'WPLANG', '{locale}' );")
    (site.folder / "content").write_text(content, encoding="utf-8")
    post = "'post_title' => 'Om IMS', 'post_status' => 'publish', 'post_content' => file_get_contents( 'content' )"
    return "?p=" + site.run(f"kses_remove_filters(); echo wp_insert_post( array( {post} ) );")


@pytest.mark.slow
def test_php_accepts_the_plugin() -> None:
    source = Path(wordpress.__file__).parent / "imsterms.php"
    php = shutil.which("php")
    if php is None:
        pytest.skip("PHP is not installed")
    done = subprocess.run([php, "-l", str(source)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_settings_are_saved_with_a_nonce_by_an_administrator_alone(site: WordPress) -> None:
    settings(site)
    form = {"option_page": "imsterms", "action": "update", "imsterms[mark]": '"><script>', "imsterms[language]": "nn"}
    saved = "echo wp_json_encode( get_option( 'imsterms' ) );"
    before = site.run(saved)
    site.log_in("reader")
    assert site.open(ADMIN)[0] == 403
    assert site.open("wp-admin/options.php", **form)[0] == 403
    site.log_in("admin")
    assert site.open("wp-admin/options.php", **form)[0] == 403
    assert site.run(saved) == before
    status, content = site.open(ADMIN)
    nonce = re.search(r'name="_wpnonce" value="(\w+)"', content)
    assert status == 200
    assert nonce is not None
    assert site.open("wp-admin/options.php", _wpnonce=nonce[1], **form)[0] == 200
    assert json.loads(site.run(saved)) == {"language": "nn", "audience": "patient", "mark": "first hard"}
    assert '<option value="nn" selected=' in site.open(ADMIN)[1]


@pytest.mark.slow
def test_pages_in_every_language(site: WordPress) -> None:
    settings(site)
    pages = {
        "nb_NO": ("Et triggerpunkt, og [imsterms id='dry_needling' form='The']. Flere triggerpunkter.", "nb"),
        "nn_NO": ("Eit triggerpunkt, og [imsterms id='dry_needling' form='The']. Fleire triggerpunkt.", "nn"),
        "en_GB": ("A trigger point, and [imsterms id='dry_needling']. More trigger points.", "en"),
    }
    for locale, (content, language) in pages.items():
        address = f"{site.address}/{page(site, content, locale)}"
        opened = [
            ["click", "button.imsterms-term"],
            ["evaluate", "document.querySelector(':popover-open').textContent"],
        ]
        look = [["evaluate", TERMS], *opened, ["evaluate", "document.documentElement.lang"], ["axe"]]
        (report,) = browse(Visit(address, look))
        glossary = imsterms.glossary(language)
        needling = glossary["dry_needling"].term
        written = f"{needling:The}" if language != "en" else str(needling)
        terms, _, opened_text, stated, faults = report.results
        assert terms == [str(glossary["trigger_point"].term), written]
        assert opened_text == str(glossary["trigger_point"].explanation)
        assert stated.startswith(language)
        # the theme of WordPress has no faults of its own, so none is ours
        assert faults == []
        assert report.errors == []
        assert [request for request in report.requests if not request.startswith(site.address)] == []


@pytest.mark.slow
def test_a_language_without_terms_and_a_language_that_is_set(site: WordPress) -> None:
    settings(site)
    polish = page(site, "IMS i triggerpunkt.", "pl_PL")
    assert "imsterms" not in site.open(polish)[1]
    # sites whose language was never set state American English
    settings(site, language="nb", audience="professional")
    address = page(site, "Et triggerpunkt.", "")
    meaning = "document.querySelector('.imsterms-explanation').textContent"
    (report,) = browse(Visit(f"{site.address}/{address}", [["evaluate", TERMS], ["evaluate", meaning]]))
    assert report.results == [["triggerpunkt"], str(imsterms.glossary("nb")["trigger_point"].definition)]
    settings(site, mark="none")


@pytest.mark.slow
def test_a_theme_with_hostile_styles(site: WordPress) -> None:
    settings(site)
    style = " ".join(HOSTILE.split())
    address = page(
        site, f"<!-- wp:html -->{style}<!-- /wp:html --><p>Et triggerpunkt, [imsterms id='dry_needling'].</p>"
    )
    opened = "document.querySelector(':popover-open').getBoundingClientRect().width > 100"
    size = "getComputedStyle(document.querySelector('button.imsterms-term')).fontSize !== '60px'"
    look = [["evaluate", TERMS], ["focus", "button.imsterms-term"], ["press", "Enter"], ["evaluate", opened]]
    (report,) = browse(Visit(f"{site.address}/{address}", [*look, ["evaluate", size], ["axe"]]))
    found, *_, is_open, has_own_size, faults = report.results
    assert (found, is_open, has_own_size) == (["triggerpunkt", "tørrnåling"], True, True)
    # the theme's own buttons cannot be read
    assert [fault for fault in faults if "imsterms" in fault] == []


@pytest.mark.slow
def test_what_people_write_is_escaped_and_errors_are_for_editors(site: WordPress) -> None:
    settings(site)
    address = page(site, """<p>[imsterms id="<b>" form='"onclick="x'] [imsterms id="trigger_point" form="plurl"]</p>""")
    site.cookies.clear()
    visitor = site.open(address)[1]
    assert "plurl" not in visitor
    assert "onclick" not in visitor
    site.log_in("admin")
    editor = site.open(address)[1]
    assert "<strong>imsterms: det finnes ikke noe ord «trigger_point» i formen «plurl»</strong>" in editor
    assert 'onclick="x' not in editor


@pytest.mark.slow
def test_the_blocks_in_the_editor_and_on_the_page(site: WordPress) -> None:
    settings(site)
    page(site, "")
    enter = "fetch('/wp-login.php', {method: 'POST', body: new URLSearchParams({log: 'admin', pwd: 'secret'})})"
    add = """(async () => {
      const { select, dispatch } = wp.data;
      const lists = () => [...document.querySelectorAll(".imsterms-glossary")];
      const later = () => new Promise((go) => setTimeout(go, 50));
      const blocks = [["imsterms/term", { id: "trigger_point" }], ["imsterms/glossary"]];
      dispatch("core/block-editor").insertBlocks(blocks.map(([name, given]) => wp.blocks.createBlock(name, given)));
      for (let tries = 0; tries < 400 && lists().length < 2; tries += 1) await later();
      const shown = lists().map((list) => list.querySelectorAll("dt").length);
      dispatch("core/editor").editPost({ title: "Ordliste", status: "publish" });
      await dispatch("core/editor").savePost();
      return [shown, select("core/editor").getCurrentPostId(), wp.blocks.getBlockType("imsterms/term").title];
    })()"""
    steps = [
        ["evaluate", f"{enter}.then(() => 1)"],
        ["open", f"{site.address}/wp-admin/post-new.php"],
        ["evaluate", add],
    ]
    (report,) = browse(Visit(f"{site.address}/wp-login.php", steps))
    shown, post, title = report.results[2]
    terms = [concept for concept in imsterms.glossary("nb").values() if concept.definition]
    assert (shown, title) == ([1, len(terms)], "Forklart fagord")
    content = site.open(f"?p={post}")[1]
    explanation = imsterms.glossary("nb")["trigger_point"].explanation
    assert content.count(f"<dt><dfn>triggerpunkt (TrP)</dfn></dt><dd>{explanation}</dd>") == 2
    assert content.count("<dt>") == len(terms) + 1


@pytest.mark.slow
def test_nothing_remains_after_uninstalling(site: WordPress) -> None:
    settings(site)
    rows = (
        "global $wpdb; echo $wpdb->get_var( \"SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%imsterms%' "
    )
    rows += "OR option_value LIKE '%imsterms%'\" );"
    assert int(site.run(rows)) > 0
    site.run("deactivate_plugins( 'imsterms/imsterms.php' ); uninstall_plugin( 'imsterms/imsterms.php' );")
    site.run("delete_option( 'recently_activated' );")
    assert site.run(rows) == "0"
