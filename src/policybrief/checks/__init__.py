"""Rules over the whole of a brief: from a project to its problems."""
