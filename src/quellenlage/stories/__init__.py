"""The room stories."""
