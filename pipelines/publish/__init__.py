"""From frames to a release: checks, Parquet, DuckDB, descriptor, README, checksums. Nothing here reads documents."""
