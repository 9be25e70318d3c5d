"""The encoder: pretrained on the raw archive, one body for all heads. README.md has the recipe."""
