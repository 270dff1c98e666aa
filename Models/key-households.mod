# Helpers and households with needs; see key-households.md.
# Solved twice: level 1 (unserved), level 2 (effort) with unserved held.

param level, integer, in {1, 2};
param unserved_most default 0;

set PEOPLE;
set NEEDS;
param least, integer, >= 0;
param most, integer, >= 0;
param weight{NEEDS}, integer, >= 1;
# Walking there and back, and 600 where the need names somebody else.
param cost{PEOPLE, NEEDS}, >= 0;

var looks{PEOPLE, NEEDS}, binary;
var helps{PEOPLE}, binary;

minimize objective:
  (if level = 1 then sum{n in NEEDS} weight[n] * (1 - sum{c in PEOPLE} looks[c, n])
   else sum{c in PEOPLE, n in NEEDS} cost[c, n] * looks[c, n]);

s.t. needMet{n in NEEDS}: sum{c in PEOPLE} looks[c, n] <= 1;
s.t. helperLeast{c in PEOPLE}: sum{n in NEEDS} looks[c, n] >= least * helps[c];
s.t. helperMost{c in PEOPLE}: sum{n in NEEDS} looks[c, n] <= most * helps[c];
s.t. helperNeeded{c in PEOPLE, n in NEEDS}: looks[c, n] <= helps[c];
s.t. unservedHeld{1..1: level > 1}:
  sum{n in NEEDS} weight[n] * (1 - sum{c in PEOPLE} looks[c, n]) <= unserved_most;

solve;

printf "unserved %d effort %d\n",
  round(sum{n in NEEDS} weight[n] * (1 - sum{c in PEOPLE} looks[c, n])),
  round(sum{c in PEOPLE, n in NEEDS} cost[c, n] * looks[c, n]);
end;
