"""jsonschema, without the grammars that neither tables nor notebooks need."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from sourcebook.data.grammars import load_jsonschema
load_jsonschema()
assert not {"rfc3987_syntax", "rfc3986_validator"} & sys.modules.keys()
import jsonschema
checker = jsonschema.FormatChecker()
for form, address in ("iri", "http://a.example/\u00e9"), ("uri", "http://a.example/e"):
    jsonschema.validate(address, {"format": form}, format_checker=checker)
    try:
        jsonschema.validate("no address", {"format": form}, format_checker=checker)
    except jsonschema.ValidationError:
        print(form, "refused")
"""


def test_a_grammar_of_addresses_is_read_when_it_is_first_asked() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.stdout == "iri refused\nuri refused\n", done.stderr
