"""Chapter 0, cells: shapes, seeds and errors that help; a simulator whose truth is known; real counts by name."""
