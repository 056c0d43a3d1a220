"""The one grammar: what of a Document is a clause of what, its id, opening verb and addressee."""
