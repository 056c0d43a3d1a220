"""Pictures of a release: each is an SVG file and the same picture as Vega-Lite, drawn from the answer of one query.

A picture is described once (chart.py); svg.py and vega_lite.py write it, from rows alone: same rows, same bytes.
"""
