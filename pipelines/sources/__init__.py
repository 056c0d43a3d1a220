"""What the UN serves: network only, one file a source.

Belongs here: how each source is asked, what its answers mean, how often it may be asked, what was had of it and when.
Does not belong here: reading a document's content. HTTP itself lives in http.py and nowhere else.
"""
