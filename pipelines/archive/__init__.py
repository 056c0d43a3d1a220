"""What we have: raw files kept by their hash, and the ledger that says what each of them is.

Belongs here: storing, recognising by bytes, looking into folders, zip and tar files.
Does not belong here: reading a document's content, the network.
"""
