"""Columns of text: batches, Parquet files, and the recipes of the guide on the real engines."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from requirements import require_module

import imsterms
from imsterms import limits
from imsterms.cli import main

pa = require_module("pyarrow")
parquet = require_module("pyarrow.parquet")

from imsterms.integrations.arrow import annotate_batches, annotate_parquet, schema  # noqa: E402

TEXTS = ["Ei nål og et triggerpunkt", None, "Fin dag i dag", "Nål\x00er, nåler 🙂 nål"]
GUIDE = Path(__file__).parents[2] / "docs" / "howto" / "columns.md"
EXPECTED = [
    (row, match.start, match.end, match.concept.id)
    for row, text in enumerate(TEXTS)
    if text
    for match in imsterms.glossary("nb").annotate(text)
]


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A folder with notes.parquet, made the working directory; the table in it."""
    table = pa.table({"id": pa.array(range(len(TEXTS)), pa.int64()), "text": TEXTS})
    parquet.write_table(table, tmp_path / "notes.parquet")
    monkeypatch.chdir(tmp_path)
    return table


def code(engine: str) -> str:
    """Return the guide's code for an engine."""
    found = re.search(rf"^## {engine}$.*?^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.M | re.S)
    assert found
    return found[1]


def recipe(engine: str) -> dict[str, Any]:
    """Run the guide's code for an engine, and return its variables."""
    variables: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(code(engine), engine, "exec"), variables)
    return variables


def annotate(arguments: str) -> int:
    return main(["annotate", "--lang", "nb", *arguments.split()])


def places(rows: list[dict[str, Any]]) -> list[tuple[int, int, int, str]]:
    return sorted((row["id"], row["start"], row["end"], row["concept"]) for row in rows)


def test_lists_keep_the_rows_and_say_what_annotate_says(notes: Any) -> None:
    [batch] = annotate_batches(imsterms.glossary("nb"), notes.to_batches())
    assert batch.schema == schema(notes.schema)
    lists = batch.column("matches").to_pylist()
    assert lists[1] is None and lists[2] == []
    found = [(row, each["start"], each["end"], each["concept"]) for row, of in enumerate(lists) for each in of or ()]
    assert found == EXPECTED and len(EXPECTED) > 3
    assert lists[0][0]["confidence"] == "certain" and lists[0][0]["why"]


def test_rows_repeat_the_other_columns(notes: Any) -> None:
    [batch] = annotate_batches(imsterms.glossary("nb"), notes.to_batches(), rows=True)
    assert batch.schema == schema(notes.schema, rows=True) and places(batch.to_pylist()) == EXPECTED


def test_batches_are_asked_for_one_at_a_time(notes: Any) -> None:
    asked = []

    def endless() -> Any:
        while True:
            asked.append(1)
            yield notes.to_batches()[0]

    next(annotate_batches(imsterms.glossary("nb"), endless()))
    assert len(asked) == 1


def test_large_strings_views_dictionaries_and_slices_are_texts(notes: Any) -> None:
    words = ["x", "Ei nål"]
    once = pa.DictionaryArray.from_arrays(pa.array([0, 1], pa.int8()), pa.array(words, pa.large_string()))
    for texts in (pa.array(words, pa.large_string()), pa.array(words, pa.string_view()), once):
        batch = pa.record_batch({"id": [0, 1], "text": texts}).slice(1)
        [answer] = annotate_batches(imsterms.glossary("nb"), [batch], rows=True)
        assert places(answer.to_pylist()) == [(1, 3, 6, "needle")]


def test_a_text_that_is_stored_for_several_rows_and_a_column_of_nulls_are_texts() -> None:
    nb = imsterms.glossary("nb")
    once = pa.RunEndEncodedArray.from_arrays(pa.array([2], pa.int32()), ["Ei nål"])
    [answer] = annotate_batches(nb, [pa.record_batch({"id": [0, 1], "text": once})], rows=True)
    assert places(answer.to_pylist()) == [(0, 3, 6, "needle"), (1, 3, 6, "needle")]
    [answer] = annotate_batches(nb, [pa.record_batch({"text": pa.nulls(2)})])
    assert answer.to_pylist() == [{"matches": None}] * 2


def test_text_that_is_not_utf_8_and_names_that_occur_twice_are_refused(notes: Any, capsys: Any) -> None:
    nb = imsterms.glossary("nb")
    latin = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(bytes([0, 0, 0, 0, 3, 0, 0, 0])), pa.py_buffer(b"n\xe5l")]
    )
    with pytest.raises(ValueError, match="the column 'text' holds text that is not UTF-8"):
        next(annotate_batches(nb, [pa.record_batch({"text": latin})]))
    twice = pa.RecordBatch.from_arrays([pa.array(["a"]), pa.array([1]), pa.array([2])], names=["text", "a", "a"])
    with pytest.raises(ValueError, match="two columns are called 'a'"):
        next(annotate_batches(nb, [twice]))
    parquet.write_table(pa.table({"text": latin}), "latin.parquet")
    assert annotate("--column text latin.parquet -o matches.parquet") == 2
    assert "latin.parquet: the column 'text' holds text that is not UTF-8" in capsys.readouterr().err
    assert not Path("matches.parquet").exists()


def test_long_texts_are_read_a_few_at_a_time(notes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet.write_table(pa.table({"text": ["Ei nål " * 1000] * 40}), "long.parquet", use_dictionary=False)
    steps: list[int] = []
    for limit in (1 << 24, 50_000):
        monkeypatch.setattr(limits, "COLUMN_BYTES", limit)
        annotate_parquet(
            imsterms.glossary("nb"), "long.parquet", "m.parquet", progress=lambda done, _: steps.append(done)
        )
    assert steps[0] == 40 and len(steps) > 5 and steps[-1] == 40
    assert len(parquet.read_table("m.parquet")["matches"][39]) == 1000


def test_of_a_file_only_what_is_looked_at_is_in_memory(notes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "COLUMN_BYTES", 1 << 20)
    texts = [os.urandom(10_000).hex() for _ in range(600)]
    parquet.write_table(pa.table({"text": texts}), "long.parquet", use_dictionary=False, write_batch_size=10)
    before, held = pa.total_allocated_bytes(), []
    annotate_parquet(
        imsterms.glossary("nb"),
        "long.parquet",
        "m.parquet",
        progress=lambda *_: held.append(pa.total_allocated_bytes() - before),
    )
    assert len(held) > 1 and max(held) < Path("long.parquet").stat().st_size / 2


def test_matches_are_written_in_few_groups(notes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "COLUMN_BYTES", 1)
    annotate_parquet(imsterms.glossary("nb"), "notes.parquet", "m.parquet")
    assert parquet.read_metadata("m.parquet").num_row_groups == 1


def test_a_text_that_is_written_many_times_is_annotated_once() -> None:
    asked = []

    class Asked:
        def annotate(self, text: str) -> list[Any]:
            asked.append(text)
            return imsterms.glossary("nb").annotate(text)

    [batch] = annotate_batches(Asked(), [pa.record_batch({"text": ["Ei nål", None, "Ei nål"]})])  # type: ignore[arg-type]
    assert asked == ["Ei nål"] and [len(each or ()) for each in batch["matches"].to_pylist()] == [1, 0, 1]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"id": [1], "texts": ["a"]}, "there is no column 'text'; did you mean 'texts'?"),
        ({"text": [["a"]]}, "the column 'text' holds list<item: string>, not text"),
        ({"text": [1]}, "the column 'text' holds int64, not text"),
        ({"text": ["a"], "matches": [1]}, "a column is called 'matches' already"),
    ],
)
def test_another_column_is_refused_with_a_sentence(columns: dict[str, list[Any]], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        next(annotate_batches(imsterms.glossary("nb"), [pa.record_batch(columns)]))


def test_the_command_writes_a_parquet_file(notes: Any) -> None:
    Path("matches.parquet.part").write_bytes(b"another program's")
    assert annotate("--column text notes.parquet -o matches.parquet --rows") == 0
    assert Path("matches.parquet.part").read_bytes() == b"another program's"
    assert places(parquet.read_table("matches.parquet").to_pylist()) == EXPECTED


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "--column txt notes.parquet -o matches.parquet",
            "notes.parquet: there is no column 'txt'; did you mean 'text'?",
        ),
        ("--column text notes.parquet", "add -o matches.parquet"),
        ("--column text notes.parquet -o notes.parquet", "is the file that is read"),
        ("--column text missing.parquet -o matches.parquet", "missing.parquet cannot be annotated"),
        ("--column text broken.parquet -o matches.parquet", "broken.parquet cannot be annotated"),
        ("--column text empty.parquet -o matches.parquet", "empty.parquet cannot be annotated"),
        ("--column text cut.parquet -o matches.parquet", "cut.parquet cannot be annotated"),
        ("--column text damaged.parquet -o matches.parquet", "damaged.parquet"),
    ],
)
def test_bad_files_are_refused_and_leave_nothing(
    notes: Any, arguments: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = Path("notes.parquet").read_bytes()
    Path("broken.parquet").write_bytes(b"PAR1 broken")
    Path("empty.parquet").write_bytes(b"")
    Path("cut.parquet").write_bytes(whole[:-200])
    Path("damaged.parquet").write_bytes(whole[:40] + b"\xff" * 200 + whole[240:])
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    assert annotate(arguments) == 2
    assert message in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


@pytest.mark.usefixtures("notes")
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
def test_a_full_disk_is_no_fault_of_the_file_that_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert annotate("--column text notes.parquet -o /dev/full") == 2
    assert "/dev/full cannot be written: No space left on device" in capsys.readouterr().err


@pytest.mark.usefixtures("notes")
def test_the_recipe_for_polars() -> None:
    require_module("polars")
    assert places(recipe("Polars")["matches"].to_dicts()) == EXPECTED


@pytest.mark.usefixtures("notes")
def test_the_recipe_for_duckdb() -> None:
    require_module("duckdb")
    assert sorted((row[0], row[1], row[2], row[4]) for row in recipe("DuckDB")["matches"]) == EXPECTED


CLUSTER = """
import json
{recipe}
assert spark.sparkContext.master.startswith("local-cluster")
print("MATCHES", json.dumps([row.asDict() for row in matches.repartition(2).collect()]))
spark.stop()
"""
STARTING = 300
"""Seconds in which a cluster has to start and to answer; where there is little memory it waits for ever."""


@pytest.mark.slow
@pytest.mark.usefixtures("notes")
def test_the_recipe_for_pyspark_on_a_cluster_of_two_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """PySpark has 500 MB and is no part of the extra for tests; where it cannot be had, its recipe goes untested."""
    pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", "--master local-cluster[2,1,1024] pyspark-shell")
    Path("cluster.py").write_text(CLUSTER.format(recipe=code("PySpark")), "utf-8")
    try:
        done = subprocess.run([sys.executable, "cluster.py"], capture_output=True, text=True, timeout=STARTING)
    except subprocess.TimeoutExpired:
        pytest.skip(f"the cluster did not answer in {STARTING} s")
    assert done.returncode == 0, done.stderr[-2000:]
    printed = re.search("^MATCHES (.*)$", done.stdout, re.M)
    assert printed and places(json.loads(printed[1])) == EXPECTED
