"""The data of policybrief: plain values, without input or output and without imports from higher layers."""
