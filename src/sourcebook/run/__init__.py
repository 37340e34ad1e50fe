"""Running notebooks: which no longer hold, kernels forked for them, and where outputs are kept."""

from sourcebook.data.grammars import load_jsonschema

load_jsonschema()  # which nbformat would otherwise import whole
