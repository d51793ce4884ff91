"""Words and endings that belong to only one of Bokmål and Nynorsk.

The lists are short on purpose: a word is here only if a correct text of the other form has no use for it.
"""

from __future__ import annotations

import re


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("/") for pair in text.split())


FOREIGN = {
    "nn": _pairs(
        "ikke/ikkje jeg/eg fra/frå hva/kva hvor/kvar hvordan/korleis hvorfor/kvifor hvis/viss hvilken/kva hvilke/kva "
        "hver/kvar hvert/kvart hvem/kven noe/noko noen/nokon være/vere vært/vore ble/blei en/ein et/eit ene/eine "
        "kun/berre mye/mykje selv/sjølv disse/desse hun/ho deres/deira hennes/hennar uten/utan mens/medan gjør/gjer "
        "gjøre/gjere kommer/kjem kommet/komme sier/seier siden/sidan følelse/kjensle forskjell/skilnad sammen/saman "
        "sammenheng/samanheng muskler/musklar musklene/musklane nålen/nåla behandlingen/behandlinga "
        "behandlinger/behandlingar behandlingene/behandlingane pasienter/pasientar pasientene/pasientane "
        "nerver/nervar nervene/nervane undersøkelse/undersøking undersøkelsen/undersøkinga vanligvis/vanlegvis "
        "vanlig/vanleg vanlige/vanlege mulig/mogleg mulige/moglege tilstrekkelig/tilstrekkeleg øyeblikk/augneblink "
        "øye/auge øyne/auge ifølge/ifølgje innen/innan annen/annan flere/fleire hele/heile sykdom/sjukdom syk/sjuk "
        "sykdommer/sjukdomar uke/veke uker/veker måned/månad måneder/månader timer/timar dager/dagar sted/stad "
        "steder/stader brukes/brukast"
    ),
    "nb": _pairs(
        "ikkje/ikke eg/jeg frå/fra kva/hva korleis/hvordan kvifor/hvorfor kven/hvem kvar/hver noko/noe nokon/noen "
        "nokre/noen vere/være vore/vært ein/en eit/et berre/bare mykje/mye sjølv/selv desse/disse dykk/dere "
        "dykkar/deres hennar/hennes utan/uten medan/mens gjer/gjør gjere/gjøre kjem/kommer seier/sier sidan/siden "
        "samstundes/samtidig kjensle/følelse skilnad/forskjell saman/sammen samanheng/sammenheng musklar/muskler "
        "musklane/musklene behandlingar/behandlinger behandlingane/behandlingene pasientar/pasienter "
        "pasientane/pasientene nervar/nerver nervane/nervene undersøking/undersøkelse vanleg/vanlig vanlege/vanlige "
        "vanlegvis/vanligvis mogleg/mulig moglege/mulige augneblink/øyeblikk auge/øye anten/enten ifølgje/ifølge "
        "innan/innen annan/annen fleire/flere heil/hel heile/hele heilt/helt sjukdom/sykdom sjuk/syk månad/måned "
        "månader/måneder dagar/dager timar/timer dei/de ho/hun brukast/brukes"
    ),
}
"""Words of the other written form of Norwegian, with what to write instead."""

FOREIGN_ENDINGS = {
    # nyhet -> nyheit; a short word such as 'het' is none
    "nn": re.compile(r"\w{3,}het(?:en|er|ene)?$"),
    "nb": re.compile(r"\w{3,}(?:heit(?:a|er|ene)?|leg)$"),
}
"""Endings of the other written form."""

FOREIGN_PLURALS = {"nn": {"neuter": ("ene", "-a"), "feminine": ("ingene", "-ingane")}}
"""How definite plurals of a gender end in the other written form, and how they end in this one."""
