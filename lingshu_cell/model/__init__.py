"""Chapter 4, model: `LingshuCell`, and what it is put together from."""
