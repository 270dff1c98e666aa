# Sharing out short stock; see supply.md.
# Solved twice: level 1 (short), level 2 (uneven) with short held.

param level, integer, in {1, 2};
param short_most default 0;

set ROWS;
set LINES;
# Which row of stock can be there in time for which line.
set REACH within ROWS cross LINES;
param stock{ROWS}, integer, >= 0;
param asked{LINES}, integer, >= 1;
param weight{LINES}, integer, >= 1;
param households{LINES}, integer, >= 1;
# 1 where somebody gets less of the line's good than asked.
param scarce{LINES}, binary;

var brings{REACH}, integer, >= 0;
# The k-th pack of a line.
var pack{l in LINES, k in 1..asked[l]}, binary;

minimize objective:
  (if level = 1 then sum{l in LINES} weight[l] * (asked[l] - sum{k in 1..asked[l]} pack[l, k])
   else sum{l in LINES: scarce[l] = 1} sum{k in 1..asked[l]} floor(1000 * (k - 1) / households[l]) * pack[l, k]);

s.t. stockHeld{r in ROWS}: sum{(r, l) in REACH} brings[r, l] <= stock[r];
s.t. packsBrought{l in LINES}: sum{k in 1..asked[l]} pack[l, k] = sum{(r, l) in REACH} brings[r, l];
s.t. shortHeld{1..1: level > 1}:
  sum{l in LINES} weight[l] * (asked[l] - sum{k in 1..asked[l]} pack[l, k]) <= short_most;

solve;

printf "short %d uneven %d\n",
  round(sum{l in LINES} weight[l] * (asked[l] - sum{k in 1..asked[l]} pack[l, k])),
  round(sum{l in LINES: scarce[l] = 1} sum{k in 1..asked[l]} floor(1000 * (k - 1) / households[l]) * pack[l, k]);
end;
