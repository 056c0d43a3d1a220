"""Time and memory on the real documents; each file a command: python -m tests.benchmarks.build."""
