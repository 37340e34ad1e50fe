"""Running notebooks: kernels forked from one process that has loaded what they import."""
