"""Running notebooks: which no longer hold, kernels forked for them, and where outputs are kept."""
