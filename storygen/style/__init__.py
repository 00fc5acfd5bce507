"""The stylebook: how one house sets numbers and words. num2words lives here and nowhere else."""

from storygen.style.houses import house, house_files, read_house
from storygen.style.stylebook import Stylebook

__all__ = ["Stylebook", "house", "house_files", "read_house"]
