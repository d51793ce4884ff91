"""Terms in running text that imsterms did not render: found, and checked.

``glossary.annotate`` and ``glossary.lint`` are the ways in. Inside: ``words`` says what a word is, ``surfaces``
which forms a designation may take, ``matcher`` finds them, ``context`` leaves the false friends alone, ``loose``
forgives spelling. What is true of a language comes from ``languages``: its profile, inflection and word lists.
"""
