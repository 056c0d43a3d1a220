"""What a release says of itself, for people and for programs: one file a format, all made from the contracts."""
