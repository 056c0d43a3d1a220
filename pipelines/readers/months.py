"""The months as resolutions print them, for patterns of days."""

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
