"""Pages whose parts stand too deep within one another, by what they are made of."""

MANY = 1000
DEEP = {
    "directives left open": ":::{note}\n" * MANY,
    "directives": "".join(":" * (300 + 3 - n) + "{note}\n" for n in range(300)),
    "backtick directives": "".join("`" * (300 + 3 - n) + "{note}\n" for n in range(300)),
    "directives in titles": ":::{note} > > > > > > > > > > > > > > > > > > > > > x\n:::\n",
    "quotations": "> " * MANY + "x\n",
    "quotations without spaces": ">" * MANY + "x\n",
    "bullets": "".join("  " * n + "- a\n" for n in range(300)),
    "bullets on a line": "- " * MANY + "x\n",
    "numbers": "1. " * MANY + "x\n",
    "brackets": "[" * MANY + "x" + "]" * MANY + "\n",
    "brackets left open": "[" * MANY + "\n",
    "images": "![" * MANY + "](x)" * MANY + "\n",
    "emphasis": "*" * MANY + "a" + "*" * MANY + "\n",
    "footnotes": "[^a]: " * MANY + "x\n",
    "all at once": ":::{note}\n" * 4 + "> " * 4 + "- " * 4 + "x\n",
}
