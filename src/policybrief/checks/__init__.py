"""Rules over the whole of a brief: project in, problems out."""
