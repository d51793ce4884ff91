"""An update that is killed leaves each catalog whole: either the old one or the new one."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

# updates one large catalog over and over, from the old state to the new one
WORKER = """
import sys
from imsterms.catalogs.messages import Message
from imsterms.catalogs.update import update
from imsterms.catalogs.files import catalog_path
from imsterms.files import write_atomically

locales, old, new = sys.argv[1:]

def messages(word):
    return [Message(f"c{number}.term", f"{word} {number}", comments=("A remark.",)) for number in range(1500)]

if old == "make":
    from imsterms.catalogs.files import read_catalog, write_catalog
    from imsterms.catalogs.update import new_catalog
    path = new_catalog(locales, "nb", messages("pin"))
    catalog = read_catalog(path)
    for entry in catalog:
        entry.msgstr = "nål " * 20
    write_catalog(catalog, path)
    update(locales, messages("pin"), {})
else:
    path = catalog_path(locales, "nb")
    content = open(old, "rb").read()
    before, after = messages("pin"), messages("needle")
    print("ready", flush=True)
    while True:
        write_atomically(path, content)
        update(locales, after, {}, languages=["nb"])
"""


def _kill_many_times(folder: Path, times: int) -> None:
    locales = folder / "locales"
    path = locales / "nb" / "LC_MESSAGES" / "imsterms.po"
    worker = [sys.executable, "-c", WORKER, str(locales)]
    subprocess.run([*worker, "make", ""], check=True)
    old = path.read_bytes()
    (folder / "old.po").write_bytes(old)
    chance = random.Random(20261122)
    seen: set[bytes] = set()
    for _ in range(times):
        with subprocess.Popen([*worker, str(folder / "old.po"), ""], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.5))
            process.kill()
        seen.add(path.read_bytes())
    new = seen - {old}
    assert len(new) <= 1  # every run that got through wrote the same bytes
    for content in new:
        assert content.endswith(b'"\n')
        assert content.count(b"\nmsgctxt ") == old.count(b"\nmsgctxt ") == 1500
        assert content.count(b"#, fuzzy") == 1500


def test_killed_in_the_middle(tmp_path: Path) -> None:
    _kill_many_times(tmp_path, 6)


@pytest.mark.slow
def test_killed_at_many_moments(tmp_path: Path) -> None:
    _kill_many_times(tmp_path, 150)
