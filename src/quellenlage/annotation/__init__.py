"""The room annotation."""
