"""The rules for words that look like a term: for each language the surfaces, and when they are another word."""

from __future__ import annotations

from .context import Rule

ORDINARY = {
    "nb": frozenset({"rom", "vas", "ans", "ppt"}),
    "nn": frozenset({"rom", "vas", "ans", "ppt"}),
    "en": frozenset({"rom", "vas", "ans", "ppt", "mps"}),
}
"""Abbreviations that are other words in small letters: they are terms in capitals only."""

CAPITALS_ONLY = 2
"""Abbreviations of so few letters are terms in capitals only."""

# --- Norwegian ---

_ADVERBS = r"(?: (?:òg|også|ikke|ikkje|bare|berre|alltid|ofte|aldri|gjerne|nå|no|så|litt|veldig|for|selv|sjølv))*"
_DETERMINERS = (
    "en|ein|ei|et|eit|min|din|sin|mi|di|si|vår|annen|annan|ingen|noen|nokon|hver|kvar|egen|eigen|eget|denne|dette|"
    "samme|same|ny|nye|erfaren"
)
_PARTICIPLE = (
    r"(?:har|hadde|ha|er|var|ble|blir|bli|blitt|vart|vert|vorte|blei|få|får|fått|fekk|være|vere|føler|kjenner)"
    rf"(?: (?:vi|jeg|eg|de|dei|hun|ho|han|meg|seg|deg))?{_ADVERBS}"
)
_ORDINALS = (
    r"første|fyrste|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|åttande|(?<!et )annet|\d+\.|§ ?\d+\w?|"
    r"(?:§|(?:lov|loven|lova|forskrift\w*|paragraf\w*)\b)[^.]{0,40} (?:andre|siste|hvert|kvart)"
)
_BODY = "kropp|hånd|hand|fing|fot|føt|rygg|nakk|kne|arm|bein|ben|skul|hoft|tå|tær|albu|olbog"
_AFTER_NOUN = (
    "i|på|og|eller|som|er|var|har|hadde|kan|med|ved|til|fra|frå|av|for|blir|ble|bli|må|skal|vil|bør|om|men|der|når|"
    "under|over|mot|etter|uten|utan|gjør|gjer|ikke|ikkje|den|det|hvor|kvar|kjennes|kjenst|går|sitter|sit|tåler"
)
# a subject; a verb that the word is coordinated with; a definite noun that begins the sentence
_VERB_BEFORE = (
    rf"(?:jeg|eg|du|han|hun|ho|vi|me|man|dere|de|dei|det|hvem|kven|ikke|ikkje){_ADVERBS}|"
    rf"(?!eller\b|etter\b|under\b|over\b)\w+er(?:er|ar)(?:,| og)|(?:ser|undersøker|undersøkjer|vurderer) og"
)
_VERB_AFTER = (
    r" (?:meg|deg|seg|oss|dem|dykk|dere|ikke|ikkje|sin|si|sitt|sine|ham|henne|han|henne|personopplysning\w*)\b"
)
# a definite noun that begins the sentence: "Kommunen behandler"
_SUBJECT_FIRST = rf"(?<![\w,] )[a-zæøå]+(?:en|et|ene|ane|a){_ADVERBS}"

_NORDIC = (
    # sen, adjective: "de sene bussene", "noen sene kvelder"
    (
        "sene",
        Rule(
            before="er|var|blir|ble|så|litt|veldig|ganske|altfor|kom for|den|de|dei",
            after=rf" (?!(?:{_AFTER_NOUN})\b)[a-zæøå]{{2,}}",
            unless=r"(?:en|ein|ei|min|din|hver|kvar|ingen)(?: \w+)?|betent|irritert|skadet|skadd|sår|øm|avrevet",
        ),
    ),
    # a section of a law, a link of a chain, and "har ledd" (laughed)
    (
        "ledd leddet",
        Rule(before=_ORDINALS, after=" (?:punktum|bokstav|og (?:jeg|eg|vi|me|hun|ho|han)\\b)"),
    ),
    (
        "ledd",
        Rule(
            before="som|et|eit|viktig|alle|hvert|kvart|eneste|einaste|neste|svakeste",
            after=rf" i (?!{_BODY}|hele|heile|begge|alle|flere|fleire)\w+",
            pair=True,
        ),
    ),
    ("funnet", Rule(before=_PARTICIPLE, after=" (?:sted|stad)\\b")),
    # what the word for strain on tissue is not
    (
        "stress stresset",
        Rule(before="psykisk|psykiske|mentalt?|mentale|emosjonelt?|emosjonelle|oksidativt?|oksidative"),
    ),
    ("stresset", Rule(before=f"{_PARTICIPLE}|litt|veldig|så|mer|meir|mindre|meg|seg|deg|oss|altfor|ganske|svært")),
    # å lege: to heal
    ("leges", Rule(before=r"\w+", unless="en|ein|enhver|hver|kvar|ingen|annen|annan|din|min")),
    ("lege", Rule(before="å", after=" (?:sår|såret)\\b")),
    ("leger", Rule(after=" seg\\b")),
    # processing of data, of a case
    (
        "behandling behandlingen behandlinga",
        Rule(after=" av (?:person|opplysning|data|søkn|sak|klage|klaga|henvend|førespurn|byggesak)"),
    ),
    ("behandler behandlar", Rule(f"{_VERB_BEFORE}|{_SUBJECT_FIRST}", _VERB_AFTER, unless=_DETERMINERS)),
    # "leger som behandler barn", but "jobber som behandler" and "Som behandler må du"
    (
        "behandler behandlar utøver utøvar",
        Rule(
            before=rf"som{_ADVERBS}",
            after=r" (?!(?:i|på|ved|hos|for|med|og|eller|må|kan|skal|vil|bør|er|har|var|du|jeg|eg|vi|me)\b)\w",
            pair=True,
            unless=r"(?:jobb|arbeid|virk|verk|utdann|rolle|tittel|yrke|godkjen|ansatt|tilsett)\w*(?: \w+){0,2} som",
        ),
    ),
    ("nåler smerter utøver utøvar", Rule(_VERB_BEFORE, _VERB_AFTER, unless=_DETERMINERS)),
    (
        "nål nålen nåla nåler nålene",
        Rule(
            before="som på",
            after=" (?:og tråd|i (?:en |ein )?høystakk|i høy)",
            near="strikkepinn|sytråd|symaskin|grammofon|platespill|platespel|kompass|granbar",
        ),
    ),
    (
        "heling",
        Rule(
            before="siktet for|sikta for|dømt for|mistenkt for",
            after=" av (?:stj|tjuv|tyv|varer|gods)",
            near="tyveri|stjål|tjuveri",
        ),
    ),
    ("synkope synkopen synkoper", Rule(near="orkest|trommes|jazz|musikk|pianist|komponist|dirigent")),
    (
        "meridian meridianen meridianer",
        Rule(near="greenwich|lengdegrad|breddegrad|nullmeridian|skipet|kaptein|astronom|geograf"),
    ),
    (
        "utfall utfallet",
        Rule(
            near="knebøy|sprint|styrketrening|stigningsløp|repetisjon|per bein|kvart bein|hvert bein|markløft|fekting"
        ),
    ),
    (
        "ppt",
        Rule(
            after=" ?(?:i (?:komm|skul)|present|lysb|-fil|slide)",
            near="lysbilde|powerpoint|pp-tjenest|pp-tenest|rektor",
        ),
    ),
    ("rom", Rule(before="et|eit|ledig|ditt|dette|cd")),
    ("ans", Rule(before=r"[a-zæøå]{3,} (?:og|&) [a-zæøå]+|\w*(?:eiendom|eigedom|bygg|invest|holding)")),
    ("ims", Rule(near="teleselskap|mobilnett| volte|mobiloperatør|multimedia")),
    ("chi", Rule(before="tai", after="[- ]?kvadrat")),
)

# --- English ---

_ENGLISH_VERB = (
    "to|we|i|you|they|will|can|could|must|should|would|may|might|not|never|please|and|or|cannot|don't|didn't|who|let's"
)
_OBJECT = (
    r" (?:the|a|an|it|them|him|her|us|only|what|into|his|my|your|their|our|those|these|this|that|each|every|twice|all|"
    r"any)\b"
)
_JOINT = (
    "venture|account|effort|committee|statement|owner|decision|family|approach|project|meeting|custody|work|report|stud|"
    "letter|tax|chief|author|research|initiative|declaration|action|names"
)
_ENGLISH = (
    (
        "needle process document age stress overload doctor cure construct scar prick bruise",
        Rule(before=_ENGLISH_VERB, after=_OBJECT, pair=True),
    ),
    (
        "needles needle",
        Rule(before="pins and|knitting|pine|sewing|compass|darning", after=" in (?:a|the) haystack"),
    ),
    ("needles cures stresses", Rule(after=r" (?:the|a|an|it|them|him|her|us|his|my|your|their)\b")),
    ("joint", Rule(after=f" (?:{_JOINT})")),
    (
        "operation",
        Rule(
            after=" of (?:the |a |our |this )?(?:lift|compan|business|machine|system|plant|service|website|device|law)"
        ),
    ),
    (
        "finding",
        Rule(
            before="been|keep|keeps|kept|by|start|started|am|are|were|be|from",
            after=r" (?!(?:of|is|was|in|on|at|that|and|or)\b)\w",
            pair=True,
        ),
    ),
    (
        "faint",
        Rule(
            before="to|may|might|will|can|could|i|you|they|we|almost",
            after=r" (?!(?:and|or|is|was|in|on|at|during|after|when|that|may|can|with|from)\b)\w",
        ),
    ),
    ("patient", Rule(before="be|been|being|very|too|please|stay|remain")),
    (
        "conditions",
        Rule(
            before="terms and|terms &|weather|road|traffic|working|living|market", after=" of (?:use|sale|employment)"
        ),
    ),
    ("condition", Rule(before="on|mint|working", after=" (?:that|of)\\b", pair=True)),
    (
        "spine",
        Rule(
            before="book(?:'s|’s)?|novel(?:'s|’s)?",
            after="s? of (?:the|a|his|her|my|your) (?:book|novel|album|volume|ridge)",
        ),
    ),
    (
        "channel channels",
        Rule(
            before="tv|youtube|sales|news|english|cracked|communication|television|distribution|drainage",
            after=" (?:street|tunnel|island|of (?:income|sales|communication|distribution))",
            near="youtube|ferry|ferries|television",
        ),
    ),
    ("property properties", Rule(near=" bought | estate|landlord|mortgage| rented | for sale| street")),
    ("provider providers", Rule(before="internet|insurance|service|broadband|energy|phone|network|cloud|payment")),
    ("event", Rule(before="in the", after=" (?:of|that)\\b", pair=True)),
    ("ages", Rule(before="for|took|taken|it's been", after=" ago")),
    ("pains", Rule(before="take|takes|took|taken|at|great")),
    (
        "nerve nerves",
        Rule(
            before=r"(?:on|lost|lose) (?:my|your|his|her|our|their|the)|war of|have the|had the",
            after=" to (?:ask|say|tell)",
            pair=True,
        ),
    ),
    ("plinth", Rule(near="statue|sculpture|monument")),
    ("meridian meridians", Rule(near="greenwich|longitude|latitude|astronom| ship ")),
    ("distress", Rule(before="in|great|much|severe|psychological|emotional|mental|respiratory")),
    ("stress", Rule(before="psychological|emotional|mental|oxidative|post-traumatic")),
    ("fm", Rule(before=r"\d+", after=" ?(?:radio|station|channel|broadcast|dial)")),
    ("ppt", Rule(after=" ?(?:slide|present|file|deck)", near="powerpoint|slides")),
    ("chi", Rule(before="tai", after="[- ]?squared?")),
    ("rom", Rule(before="cd")),
    ("ims", Rule(near=" volte|mobile network|telecom|ip multimedia")),
)

RULES: dict[str, tuple[tuple[str, Rule], ...]] = {"nb": _NORDIC, "nn": _NORDIC, "en": _ENGLISH}
