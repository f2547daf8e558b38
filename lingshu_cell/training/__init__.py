"""Chapter 3, training: the loop, its checkpoints, many devices, what is watched meanwhile."""
