"""Recognition: terms found and checked in text that somebody else wrote."""
