"""The pages as written: their blocks, markers, links and front matter; knows no table’s rows."""
