"""The pages of sources: their record, their text, and each quotation."""
