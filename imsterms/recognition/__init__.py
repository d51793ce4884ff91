"""Terms in running text that imsterms did not render: found, and checked.

``glossary.annotate`` and ``glossary.lint`` are the ways in. Inside: ``words`` says what a word is, ``endings`` and
``surfaces`` which forms a designation may take, ``matcher`` finds them, ``context`` knows the false friends, ``loose``
forgives spelling.
"""
