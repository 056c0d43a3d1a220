"""From built folders to numbered releases: what changed, which version that makes, and the store that keeps them all.

Belongs here: the difference of two releases, versions, stores. Does not belong here: how a table comes about.
"""
