"""What was built from what: stamps, keys, inputs and output that takes its place when complete."""

from sourcebook.data.grammars import load_jsonschema

load_jsonschema()  # which MyST-NB would otherwise import whole
