"""What comes from elsewhere: the files of reference managers, and what pandoc makes of citations."""
