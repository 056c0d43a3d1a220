"""A double of every host that Accede asks: what is known of their behaviour, on 127.0.0.1.

Run it with `python -m tests.double`; each source has one file here, as in pipelines/sources. Where reality differs,
correct both together.
"""
