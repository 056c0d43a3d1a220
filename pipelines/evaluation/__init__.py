"""The parser against official XML: a document read from another format, clause by clause. Measures, never mends."""
