"""Vector images for LaTeX, which takes no SVG: Typst turns each into a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typst
from sphinx.transforms.post_transforms.images import ImageConverter

from sourcebook.sphinx.pdf.typst import call

if TYPE_CHECKING:
    import os

    from sphinx.application import Sphinx

FITTED = "#set page(width: auto, height: auto, margin: 0pt)\n#"


class VectorConverter(ImageConverter):
    """Makes a PDF of an SVG, of the size at which the SVG was drawn."""

    conversion_rules = [("image/svg+xml", "application/pdf")]  # noqa: RUF012 - as Sphinx has it

    def is_available(self) -> bool:
        """Tell that Typst is there."""
        return True

    def convert(self, _from: str | os.PathLike[str], _to: str | os.PathLike[str]) -> bool:
        """Convert one image."""
        source = Path(_from).resolve()
        code = FITTED + call("image", f"/{source.name}").text
        compiler = typst.Compiler(root=str(source.parent), ignore_system_fonts=True)
        pdf = compiler.compile(input=code.encode(), format="pdf")
        if isinstance(pdf, bytes):
            Path(_to).write_bytes(pdf)
        return isinstance(pdf, bytes)


def setup(app: Sphinx) -> None:
    """Register the converter."""
    app.add_post_transform(VectorConverter)
