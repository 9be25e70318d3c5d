"""The room lineage."""
