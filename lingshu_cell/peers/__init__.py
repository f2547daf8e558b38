"""Chapter 6, peers: other people's generators, each in an environment of its own."""
