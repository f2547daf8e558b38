"""Chapter 7, paper: stored results, the panels drawn from them, the paper's own data."""
