"""From a released row back to the bytes of its document: re-read, compared, filled. Nothing here publishes."""
