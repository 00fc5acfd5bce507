"""The analysis desk: establish the facts, find the angles, judge which are news. The only room that computes."""

from storygen.analysis.establish import establish
from storygen.analysis.find import borne_out, find_angles
from storygen.analysis.judge import judge
from storygen.analysis.repertoire import repertoire
from storygen.analysis.survey import survey

__all__ = ["borne_out", "establish", "find_angles", "judge", "repertoire", "survey"]
