"""Documents that nobody wrote by hand, with what reading them must yield: `python -m benchmarks.variants`."""
