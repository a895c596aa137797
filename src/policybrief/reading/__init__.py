"""Reading a project: from files to values with their places, and every fault as a `Problem`."""
