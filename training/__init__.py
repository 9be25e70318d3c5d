"""What made the weights: run `python -m training.NAME`, each module says from what."""
