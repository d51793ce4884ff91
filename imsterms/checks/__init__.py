"""One system of rules for the termbase, its translations, and running text."""
