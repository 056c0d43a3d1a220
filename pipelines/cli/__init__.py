"""The terminal: one file a command. Commands read options, call plain functions or Dagster jobs, and print."""
