"""Exchange with other tools: ``formats`` writes and reads them, ``intake`` decides about what was read."""
