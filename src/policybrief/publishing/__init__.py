"""The disk at the end: staging, manifest, and what is written once and kept."""
