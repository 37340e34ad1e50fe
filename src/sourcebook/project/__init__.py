"""A book as a project: begun from a small one that builds, and built from its own folder."""
