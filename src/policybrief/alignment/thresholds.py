"""The thresholds of the rules.

Likeness is a share from 0 to 1 (`fingerprint.similarity`). The measurements are in manual/docs/anchors-measurements.md.
"""

IN_PLACE = 0.30
"""How alike a text must be to the one that was in its place. Of unrelated texts, 99 in 100 are below 0.18."""
ANYWHERE = 0.40
"""How alike it must be to one that was elsewhere."""
CLEARLY = 0.60
"""How alike it must be to be matched before splits and merges are looked for."""
SURE = 0.50
"""Below this, a person decides."""
MARGIN = 0.06
"""By how much the best must exceed the next best; otherwise a person decides."""
FAR_BETTER = 0.20
"""By how much a text elsewhere must be more alike than one in its place to be preferred."""
GAINED = 0.45
"""The share of a text's words, in their order, that another must have gained for it to have gone there."""
FAR_MORE = 0.80
"""A text leads to what has gained its words elsewhere when its own place has kept less than this share of so many."""
COPY = 0.80
"""How alike a new text must be to one that kept its words to look like its copy."""
BACK = 0.80
"""How alike a text must be to one that is gone to get its id back."""
BACK_WITHIN = 20
"""How many words it must have to be known again within another paragraph: a sentence or two may be said twice."""
NEARLY_ALL = 0.90
"""The share of a text that must be words of one that is gone for it to be what is left of that."""
COVERED = 0.55
"""The share of a text that its neighbour must have for it to be split from it or merged into it."""
COVERED_FAR = 0.75
"""The same for a text that is not its neighbour."""
LARGE_PART = 1 / 3
"""The share of a text that must have left it for a person to decide which part is the cited paragraph."""
LARGE_PART_OF_MERGED = 1 / 4
"""The same if nothing continues the text: it went into others, most of it into one of them."""
LITTLE = 0.40
"""If its place keeps less of a text than this, a person decides even if nobody had changed it before."""
NEIGHBOURS = 3
"""Within how many places a text counts as a neighbour."""
TELLING_WORDS = 8
"""How many shared words are proof without other evidence."""
SHORT_BUT_WHOLE = 5
"""How many words a text has at least that is known again within another though it has fewer than that: all of them."""
