"""What words claim: who and what they name, who says it, whether it is denied, and how strongly."""
