"""The words that roles of MyST and formulas show."""

from __future__ import annotations

import re

WITHOUT_WORDS = re.compile(r"cite(?::\w+)?|eq|eval|footcite(?::\w+)?")
WORDED = re.compile(
    r"abbr|abbreviation|ac|acronym|bdg(?:-\w+)*|command|computed|cve|cwe|derived|dfn|del|emphasis"
    r"|envvar|file|guilabel|index|inferred|kbd|mailheader|makevar|manpage|menuselection|mimetype"
    r"|newsgroup|option|pep|pep-reference|program|regexp|rfc|rfc-reference|s|samp|small|strike"
    r"|strong|sub|subscript|sup|superscript|t|term|title|title-reference|u|underline"
)
MATH = re.compile(r"math(?::\w+)?")
MARKUP = re.compile(r"\\[a-zA-Z]+\*?|\\.|[{}$&~]")


def words_of_role(name: str, content: str) -> str:
    """Return the words that a role shows; nothing where it shows the title of what it names."""
    if WITHOUT_WORDS.fullmatch(name):
        return ""
    if MATH.fullmatch(name):
        return words_of_math(content)
    words, opened, target = content.rstrip().rpartition("<")
    if opened and target.endswith(">") and target.count(">") == 1:
        return words.rstrip()
    return content if WORDED.fullmatch(name) else ""


def words_of_math(formula: str) -> str:
    """Return the numbers, letters and signs of a formula without its markup."""
    return MARKUP.sub(" ", formula)
