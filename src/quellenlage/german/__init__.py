"""The room german."""
