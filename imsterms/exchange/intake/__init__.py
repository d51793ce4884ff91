"""Everything that is decided about foreign data: how it is read into neutral entries and written as our sources."""
