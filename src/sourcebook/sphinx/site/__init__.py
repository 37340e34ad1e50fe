"""The web site and the EPUB: assets, front door, exports; sets no page of its own."""
