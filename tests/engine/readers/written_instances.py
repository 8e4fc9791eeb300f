"""One small instance of the scheduling literature, in two formats."""

STARS = "*" * 72
SM = f"""{STARS}
projects                      :  1
jobs (incl. supersource/sink ):  4
{STARS}
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          0
{STARS}
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     3       2    0
  3      1     5       1    4
  4      1     0       0    0
{STARS}
RESOURCEAVAILABILITIES:
  R 1  R 2
    2    4
{STARS}
"""
RCP = "4 2\n2 4\n\n0 0 0 2 2 3\n3 2 0 1\n4\n5 1 4 1 4\n0 0 0 0\n"
