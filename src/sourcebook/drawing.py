"""What figures and pages agree on: colours, the font, how a notebook names what it puts out."""

INK = "#1f2328"
MUTED = "#5c636b"
FAINT = "#b4bac1"
RULE = "#dfe2e6"
WASH = "#f4f5f7"
PAPER = "#ffffff"

COLOURS = ("#1f4e79", "#c2570c", "#178a78", "#7b4a8f", "#b8860b", "#6b7280")
CONTEXT = "#86286e"

FAMILY = "DejaVu Sans"

NARROW = "application/vnd.sourcebook.narrow-svg"
WEB = "application/vnd.sourcebook.drawings"
