"""Tables: CSV, TSV and XLSX."""
