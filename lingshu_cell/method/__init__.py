"""Chapter 1, method: the model on arrays and tensors; it never sees AnnData."""
