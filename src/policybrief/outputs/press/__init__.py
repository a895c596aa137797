"""The brief in print: a typeset PDF of the whole brief, and one of each chapter."""
