# Protective kit for duties when stock is short; see kit.md.
# Solved twice: level 1 (short), level 2 (uneven) with short held.

param level, integer, in {1, 2};
param short_most default 0;

# What one duty needs of one good, by the duty's start.
set WANTS;
set PLACES;
set ROWS;
# A place is a site and a good.
param place{WANTS}, symbolic, in PLACES;
param start{WANTS}, integer;
# The how manieth of its place, by start.
param rank{WANTS}, integer, >= 1;
param asked{WANTS}, integer, >= 1;
param weight{WANTS}, integer, >= 1;
param people{WANTS}, integer, >= 1;
param scarce{WANTS}, binary;
param on_hand{PLACES}, integer, >= 0, default 0;
param stock{ROWS}, integer, >= 0;
# When a pack of a row can be at a place at the earliest; pairs without a way are left out.
set WAYS within ROWS cross PLACES;
param arrival{WAYS}, integer;

# Packs that come for the duty's start, or lie there from before.
var comes{w in WANTS, r in ROWS: (r, place[w]) in WAYS and arrival[r, place[w]] <= start[w]}, integer, >= 0;
var left{WANTS}, integer, >= 0;
var pack{w in WANTS, k in 1..asked[w]}, binary;

minimize objective:
  (if level = 1 then sum{w in WANTS} weight[w] * (asked[w] - sum{k in 1..asked[w]} pack[w, k])
   else sum{w in WANTS: scarce[w] = 1} sum{k in 1..asked[w]} floor(1000 * (k - 1) / people[w]) * pack[w, k]);

s.t. stockHeld{r in ROWS}: sum{w in WANTS: (r, place[w]) in WAYS and arrival[r, place[w]] <= start[w]} comes[w, r] <= stock[r];

# At every duty of a place: what lay there before, and what comes, is given out or left.
s.t. balance{w in WANTS}:
  (if rank[w] = 1 then on_hand[place[w]]
   else sum{v in WANTS: place[v] = place[w] and rank[v] = rank[w] - 1} left[v])
  + sum{r in ROWS: (r, place[w]) in WAYS and arrival[r, place[w]] <= start[w]} comes[w, r]
  = sum{k in 1..asked[w]} pack[w, k] + left[w];

s.t. shortHeld{1..1: level > 1}:
  sum{w in WANTS} weight[w] * (asked[w] - sum{k in 1..asked[w]} pack[w, k]) <= short_most;

solve;

printf "short %d uneven %d\n",
  round(sum{w in WANTS} weight[w] * (asked[w] - sum{k in 1..asked[w]} pack[w, k])),
  round(sum{w in WANTS: scarce[w] = 1} sum{k in 1..asked[w]} floor(1000 * (k - 1) / people[w]) * pack[w, k]);
end;
