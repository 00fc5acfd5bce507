"""Workbooks: any spreadsheet a publisher offers, as grids of cells, with nothing a reader would misread."""

from storygen.sources.workbooks.open import open_workbook

__all__ = ["open_workbook"]
