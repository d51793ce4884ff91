"""The budgets for what comes from outside: files, pages, queries and numbers that nothing vouches for.

What is larger is refused with a sentence that names the limit. Raise one before reading, if you trust the input, or in
the environment of a command (``IMSTERMS_TABLE_ROWS=1000000``):

>>> import imsterms.limits
>>> imsterms.limits.TABLE_ROWS = 1_000_000  # doctest: +SKIP
"""

from os import environ as _environ

FILE_BYTES = 1 << 30
"""Bytes of a file, or of standard input, that is read as a whole."""

LINE_BYTES = 1 << 28
"""Bytes of a line of a text that ``imsterms annotate`` reads line by line."""

COLUMN_BYTES = 1 << 24
"""Bytes of a Parquet file, as unpacked, that are annotated at a time; a row that has more is read as a whole."""

OFFICE_BYTES = 100 << 20
"""Bytes that a text document (.docx, .odt) may unpack to."""

WORKBOOK_BYTES = 500_000_000
"""Bytes that a workbook (.xlsx) may unpack to."""

TABLE_ROWS = 500_000
"""Rows of a table, of all its sheets together."""

TABLE_COLUMNS = 200
"""Columns of a table."""

TABLE_CHARACTERS = 100_000_000
"""Characters in all cells of a workbook: a text that is stored once can be in a million cells."""

TEXT_PER_BYTE = 20
"""Characters of text for each byte of a file that can say a text twice (XML, RDF, workbooks, text documents)."""

TEXT_FROM = 4 << 20
"""Characters of text from which that counts."""

XML_ENTITY_CHARACTERS = 200
"""Characters of an entity, or of the address of a namespace, that an XML file declares. Attributes that get a value by
declaration are refused."""

IRI_CHARACTERS = 2000
"""Characters of an IRI in RDF: each short name in a document becomes one."""

LANGUAGES = 200
"""Languages of an imported termbase: each but one gets a catalog with all its concepts."""

TERM_CHARACTERS = 500
"""Characters of a term."""

FORM_CHARACTERS = 520
"""Characters of a form of a term, with an article and an ending."""

CONCEPT_ITEMS = 1000
"""Items of one kind that a concept has, such as its terms in a language, its notes or its codes in a system."""

YAML_DEPTH = 12
"""Levels of nesting in the YAML of a termbase."""

QUERY_CHARACTERS = 200
"""Characters of a query that are looked at; what follows is left out."""

QUERY_WORDS = 8
"""Words of a query that are looked at."""

HEADER_CHARACTERS = 4096
"""Characters of an ``Accept-Language`` header that are looked at."""

SENTENCE_CHARACTERS = 1000
"""Characters of a sentence that is looked at as one; a longer one gets no automatic edit."""

QUOTE_LINES = 100
"""Lines of a Markdown quotation that are read as one; a longer one is read in parts."""

PLURAL_FORMS = 6
"""Plural forms that the header of a catalog may name; no language has more (CLDR: Arabic)."""

NUMBER_DIGITS = 310
"""Digits of a number that is written out, before the decimal mark; a float has no more."""

PROBLEMS = 50
"""Problems of a termbase that an error writes out; the rest are counted, and in ``error.findings``."""

CYCLES = 100
"""Circles of broader concepts that are looked for."""

FIX_ROUNDS = 50
"""How often a text is fixed at most until nothing is left to fix; two or three rounds are enough for all we know of."""

SEPARATOR_CHARACTERS = 100
"""Characters between two words of a term."""

PLACEHOLDER_CHARACTERS = 1000
"""Characters of a placeholder of another program (``{{ ... }}``, ``{% ... %}``, ``<% ... %>``) in a document."""

COMMENT_CHARACTERS = 5000
"""Characters of a comment of a template language (``{# ... #}``)."""

SNIFFED_BYTES = 100_000
"""Bytes at the beginning of a file by which its format is told."""

NAME_CHARACTERS = 100
"""Characters of an unknown name that is compared with others."""

SUGGESTION_STEPS = 200_000
"""Steps of comparing an unknown name with all names, for "did you mean"; where it would take more, only names that
begin alike are compared."""

SUGGESTION_STEPS_IN_ALL = 20_000_000
"""Such steps of a command, or of a call of ``imsterms``; what is unknown afterwards is named without a suggestion."""

KEPT_WORDS = 100_000
"""Words of texts, of each use, that a process remembers something of."""

KEPT_WORD_LETTERS = 59
"""Letters of the longest word that is remembered."""

KEPT_TEXT_CHARACTERS = 1 << 22
"""Characters of the longest text that a glossary remembers until the next one."""

KEPT_TEMPLATES = 1024
"""Different texts with references that a glossary remembers in a form that renders fast."""

KEPT_TEMPLATE_CHARACTERS = 4000
"""Characters of the longest of them."""

KEPT_TAGS = 1000
"""Language tags, and names of forms, that a process remembers what they mean."""

KEPT_FORMS = 100
"""Ways of asking for a form that a term remembers ("the   plural")."""

KEPT_QUERIES = 256
"""Words of queries that a glossary remembers the fits of, for the next key."""

for _name in [name for name in globals() if name.isupper()]:
    if (_value := _environ.get(f"IMSTERMS_{_name}", "")).isdecimal():
        globals()[_name] = int(_value)


def advice(name: str) -> str:
    """Return how a limit is raised, for the message of a refusal.

    >>> advice("TABLE_ROWS")
    'where you trust it, raise imsterms.limits.TABLE_ROWS (IMSTERMS_TABLE_ROWS in the environment)'
    """
    return f"where you trust it, raise imsterms.limits.{name} (IMSTERMS_{name} in the environment)"


def excess(name: str, what: str, number: int) -> str:
    """Return why ``what`` is refused, with a limit that ends in the word for what is counted; empty where it is not.

    >>> excess("TABLE_COLUMNS", "the table", 201)
    'the table has 201 columns, more than 200; where you trust it, raise imsterms.limits.TABLE_COLUMNS (IMSTERMS_TABLE_COLUMNS in the environment)'
    >>> excess("TABLE_COLUMNS", "the table", 200)
    ''
    """  # noqa: E501
    most = globals()[name]
    noun = name.rpartition("_")[2].lower()
    return f"{what} has {number} {noun}, more than {most}; {advice(name)}" if number > most else ""
