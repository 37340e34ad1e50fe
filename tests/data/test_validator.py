"""Frictionless, without the grammar that no table needs."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from sourcebook.data.validator import frictionless
library = frictionless()
assert library.Package
assert "rfc3987_syntax" not in sys.modules
import jsonschema
schema = {"format": "iri"}
checker = jsonschema.FormatChecker()
jsonschema.validate("http://a.example/\u00e9", schema, format_checker=checker)
try:
    jsonschema.validate("no address", schema, format_checker=checker)
except jsonschema.ValidationError:
    print("refused")
"""


def test_the_grammar_of_addresses_is_read_when_it_is_first_asked() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.stdout == "refused\n", done.stderr
