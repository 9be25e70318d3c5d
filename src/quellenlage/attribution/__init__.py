"""The room attribution."""
