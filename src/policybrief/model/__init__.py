"""What policybrief knows: plain data, no input or output, no import from the rooms above."""
