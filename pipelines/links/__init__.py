"""From a clause to the world: citations of documents, mentions of treaties, calls to join.

Rows in, rows out. What belongs here knows one resolution at a time (source.LinkSource) and the treaties
(index.TreatyIndex).
"""
