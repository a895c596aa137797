"""What the site says of its own, in the language of the brief: messages, counts, numbers, names of languages."""
