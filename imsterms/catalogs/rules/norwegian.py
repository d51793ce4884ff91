"""What the rules know of Bokmål and Nynorsk: articles, endings, and words that belong to one of the two only.

The lists are short on purpose: a word stands here only if a correct text of the other form has no use for it.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("/") for pair in text.split())


INDEFINITE = {
    "nb": {"en": "masculine", "ei": "feminine", "et": "neuter"},
    "nn": {"ein": "masculine", "ei": "feminine", "eit": "neuter"},
}
"""The indefinite articles, and the gender each shows."""

DEFINITE = {"den": ("masculine", "feminine"), "det": ("neuter",)}
"""The articles before an adjective and a definite noun, in both."""

PLURAL = {"nb": "de", "nn": "dei"}
"""The article before an adjective and a definite plural."""

ENDINGS = {"masculine": ("n",), "feminine": ("a",), "neuter": ("t",)}
"""How a definite singular ends, in both."""

ENDING_NAMES = {"masculine": "-en", "feminine": "-a", "neuter": "-et"}

PREPOSITIONS = _words(
    "i på av for fra frå til med mot om over under ved etter før mellom uten utan rundt gjennom hos per som"
)
"""Words after which the head of a term is past: 'smerte i hodet'."""

ENDINGS_ALONE = frozenset({"a", "ane", "ar", "en", "ene", "er", "et", "i", "n", "s"})
"""Words that are endings too: 'punkt er' is no compound written apart."""

ADJECTIVES = re.compile(r"(?:ig|leg|isk|ende|ande|ell|elt|elle|ær|ært|ære|iv|ivt|ive|løs|laus|full|fullt|sam|bar|øm)$")
"""How adjectives end that stand between an article and a noun."""

INFLECTED = {
    "nb": _words(
        "ømt ømme korte langt lange stramt stramme vondt vonde nytt nye stort store små sterkt sterke svakt svake "
        "vanlige tynt tynne dypt dype friskt friske sykt syke forkortede forkortete skadde skadede varmt varme "
        "hardt harde mykt myke gammelt gamle eget egne hele halve"
    ),
    "nn": _words(
        "ømt ømme korte langt lange stramt stramme vondt vonde nytt nye stort store små sterkt sterke svakt svake "
        "vanlege tynt tynne djupt djupe friskt friske sjukt sjuke varmt varme hardt harde mjukt mjuke gammalt "
        "gamle eige eigne heile halve skadde"
    ),
}
"""Common adjectives in forms that agree with a noun."""


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

OTHER = {"nb": ("nn", "Nynorsk"), "nn": ("nb", "Bokmål")}
