"""Articles, and how they are written out as text, Markdown and HTML."""
