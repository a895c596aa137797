"""Writing to the disk: staging, manifest, and files that are written once and kept."""
