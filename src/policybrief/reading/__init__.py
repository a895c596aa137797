"""Reading a project: files in, values with their places out, and every fault of every file as a `Problem`."""
