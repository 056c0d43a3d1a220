"""Status files of treaties -> treaties, participants, actions and standing over time: bytes in, rows out."""
