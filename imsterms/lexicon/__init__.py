"""What callers use: the lexicon of a language, its terms and concepts, rendering, search and codes."""
