"""Merge two versions of a catalog that go back to a common one, message by message."""

from collections.abc import Sequence
from typing import TypeVar

import polib

from ..termbase.model import NOTHING
from .files import own_flags, set_fuzzy, written
from .merge import set_aside
from .parser import OUR_FLAGS, Catalog

T = TypeVar("T")
_Key = tuple[str, str]
_SOURCE = ("msgid", "msgid_plural", "comment", "occurrences")
_PREVIOUS = ("previous_msgctxt", "previous_msgid", "previous_msgid_plural")
THEIRS = "theirs: "
"""Begins the comment with the translation of the other side, where both sides changed one."""


def three_way(base: Catalog, ours: Catalog, theirs: Catalog) -> tuple[Catalog, list[str]]:
    """Return a catalog with the changes of both sides, and the messages whose translation both sides changed.

    Of those, ours is kept and marked, and theirs is in a translator's comment. English texts, extracted comments and
    references follow the side that changed them; ``catalog update`` writes them anew. A message in use that one side
    does not have any more (a file may have been cut short) stays as an obsolete one, unless another says the same.
    ``ours`` is not used afterwards.
    """
    for side in (ours, theirs):
        if not side.metadata:  # a tool may have dropped it
            side.metadata, side.header = base.metadata, base.header
    merged = Catalog()
    merged.metadata = _metadata(base, ours, theirs)
    merged.metadata_is_fuzzy = _pick(base.metadata_is_fuzzy, ours.metadata_is_fuzzy, theirs.metadata_is_fuzzy)
    merged.header = _lines(base.header, ours.header, theirs.header)
    merged.epilogue = _lines(base.epilogue, ours.epilogue, theirs.epilogue)
    before, mine, other = map(_by_key, (base, ours, theirs))
    conflicts: list[str] = []
    removed: list[polib.POEntry] = []
    for key in _order(list(before), list(mine), list(other)):
        own, foreign, origin = mine.get(key), other.get(key), before.get(key)
        if own is not None and foreign is not None:
            if not _entry(origin, own, foreign):
                conflicts.append(own.msgctxt or own.msgid)
            merged.append(own)
            continue
        left = own if own is not None else foreign
        if left is not None and (origin is None or str(left) != str(origin)):
            merged.append(left)
        elif left is not None and not left.obsolete and written(left):
            removed.append(left)
    # a renamed message has its English text still, or its translation
    names = {name for entry in merged for name in (entry.msgctxt, entry.msgid)}
    said = {text for entry in merged for text in (entry.msgstr, *entry.msgstr_plural.values())} - {NOTHING}
    for entry in removed:
        texts = {entry.msgstr, *entry.msgstr_plural.values()}
        if names.isdisjoint((entry.msgctxt or entry.msgid, entry.msgid)) and texts - said:
            entry.obsolete, entry.occurrences, entry.comment = True, [], ""
            entry.flags = ["fuzzy"] * entry.fuzzy + own_flags(entry)
            merged.append(entry)
    in_use = {(entry.msgctxt, entry.msgid): entry for entry in merged if not entry.obsolete}
    for entry in [entry for entry in merged if entry.obsolete and (entry.msgctxt, entry.msgid) in in_use]:
        # what one side does not use any more, the other has edited; gettext refuses a message that is there twice
        origin = before.get((entry.msgctxt, ""))
        if origin is not None and (origin.msgstr, origin.msgstr_plural) == (entry.msgstr, entry.msgstr_plural):
            merged[:] = [other for other in merged if other is not entry]
        else:
            set_aside(entry, in_use)
    return merged, conflicts


def _key(entry: polib.POEntry) -> _Key:
    """Return what says that entries are the same message: the msgctxt; of obsolete ones, and without it, the msgid."""
    if entry.obsolete:
        return f"#~ {entry.msgctxt or ''}", entry.msgid
    return (entry.msgctxt, "") if entry.msgctxt else ("", entry.msgid)


def _by_key(catalog: Catalog) -> dict[_Key, polib.POEntry]:
    """Return the entries of a catalog by what says that they are the same message; a second of one is another."""
    entries: dict[_Key, polib.POEntry] = {}
    for entry in catalog:
        context, text = _key(entry)
        while (context, text) in entries:
            text += "\0"
        entries[context, text] = entry
    return entries


def _order(before: Sequence[_Key], mine: Sequence[_Key], other: Sequence[_Key]) -> list[_Key]:
    """Return the keys of both sides in the order of the side that changed it, new ones of the other after their
    neighbours."""
    first, second = (other, mine) if before == mine else (mine, other)
    after: dict[_Key | None, list[_Key]] = {}
    present = set(first)
    previous: _Key | None = None
    for key in second:
        if key not in present:
            after.setdefault(previous, []).append(key)
        else:
            previous = key
    ordered = after.get(None, [])
    for key in first:
        ordered += [key, *after.get(key, ())]
    return ordered


def _pick(before: T, mine: T, other: T) -> T:
    """Return the value of the side that changed it; ours where both did."""
    return other if mine == before else mine


def _lines(before: str, mine: str, other: str) -> str:
    """Return a comment with the lines that either side added, without those that either removed."""
    before_lines, ours, theirs = (text.split("\n") if text else [] for text in (before, mine, other))
    kept = [line for line in ours if line in theirs or line not in before_lines]
    return "\n".join([*kept, *(line for line in theirs if line not in ours and line not in before_lines)])


def _metadata(base: Catalog, ours: Catalog, theirs: Catalog) -> dict[str, str]:
    """Return the header: each field of the side that changed it; where both did, of the one with the later date."""
    before, mine, other = (catalog.metadata for catalog in (base, ours, theirs))
    dates = [side.get("PO-Revision-Date", "") for side in (mine, other)]
    later, earlier = (other, mine) if dates[1] > dates[0] else (mine, other)
    return {name: _pick(before.get(name, ""), later.get(name, ""), earlier.get(name, "")) for name in {**mine, **other}}


def _entry(before: polib.POEntry | None, mine: polib.POEntry, other: polib.POEntry) -> bool:
    """Bring the changes of the other side into our entry; return whether that was possible."""
    if before is None:
        before = polib.POEntry(msgid=mine.msgid)
    for name in _SOURCE:
        setattr(mine, name, _pick(getattr(before, name), getattr(mine, name), getattr(other, name)))
    mine.tcomment = _lines(before.tcomment, mine.tcomment, other.tcomment)
    flags = _lines(*("\n".join(own_flags(entry)) for entry in (before, mine, other))).split("\n")
    ours = _pick(*([flag for flag in entry.flags if flag in OUR_FLAGS] for entry in (before, mine, other)))
    texts = [(entry.msgstr, entry.msgstr_plural) for entry in (before, mine, other)]
    state = _state(before, mine, other, texts[1] != texts[0], texts[2] != texts[0])
    agreed = texts[1] == texts[2] or texts[0] in texts[1:] or not (written(mine) and written(other))
    kept = _pick(*texts) if written(mine) or texts[2] == texts[0] else texts[2]
    mine.msgstr, mine.msgstr_plural = kept
    if not agreed:
        said = [
            f"{THEIRS}{line}"
            for text in filter(None, (texts[2][0], *texts[2][1].values()))
            for line in text.split("\n")
        ]
        mine.tcomment = "\n".join(filter(None, [mine.tcomment, *said]))
        state = (True, None, None, None)
    mine.flags = [*ours, *filter(None, flags)]
    set_fuzzy(mine, state[0])
    for name, value in zip(_PREVIOUS, state[1:], strict=True):
        setattr(mine, name, value)
    return agreed


def _state(
    before: polib.POEntry, mine: polib.POEntry, other: polib.POEntry, is_mine_new: bool, is_other_new: bool
) -> tuple[bool, str | None, str | None, str | None]:
    """Return the fuzzy mark and the previous texts: of the side that translated, unless the other one marked it."""
    first, second, third = (
        (bool(entry.fuzzy), *(getattr(entry, name) for name in _PREVIOUS)) for entry in (before, mine, other)
    )
    if is_mine_new == is_other_new:
        return _pick(first, second, third)
    translated, marked = (second, third) if is_mine_new else (third, second)
    return marked if marked[0] and not first[0] else translated
