"""What is true of a language and of no termbase."""
