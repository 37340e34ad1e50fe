"""What was built from what: stamps, keys, inputs and output that takes its place when complete."""
