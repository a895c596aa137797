"""The brief in print: a typeset PDF of the whole, and one of each chapter."""
