# Points, slots and batches of one district; see distribution.md.
# Solved three times: level 1 (unserved), level 2 (effort) with unserved held, level 3 (preference) with both held.

param level, integer, in {1, 2, 3};
# Optima of the levels before; not used at level 1.
param unserved_most default 0;
param effort_most default 0;

set BUILDINGS;                            # in mode point, with households
set POINTS;
set USABLE within {BUILDINGS, POINTS};

param staircases{BUILDINGS}, integer, >= 1;
param stair_households{b in BUILDINGS, 1..staircases[b]}, integer, >= 0;
param slots{POINTS}, integer, >= 0;
param desks{POINTS}, integer, >= 1;
param capacity{p in POINTS, 1..desks[p]}, integer, >= 0;
param open_cost{p in POINTS, 1..desks[p]}, >= 0;
param slot_cost{p in POINTS, 1..desks[p]}, >= 0;
param walk{USABLE}, >= 0;

# Pins with a slot: 1 … slots; 0 means any slot.
set MUST dimen 3;             # building, point, slot
set MUST_NOT dimen 3;
set PREFER dimen 3;
set PREFER_NOT dimen 3;

param households{b in BUILDINGS} := sum{i in 1..staircases[b]} stair_households[b, i];
set PLACES := setof{(b, p) in USABLE, k in 1..slots[p]} (b, p, k);

# desks_used[p,d]: the point opens with d desks. at[b,p]: the building goes there. whole[b,p]: as one batch.
var desks_used{p in POINTS, d in 1..desks[p]}, binary;
var at{USABLE}, binary;
var whole{USABLE}, binary;
var put{(b, p, k) in PLACES, i in 1..staircases[b]}, binary;
# touched: some staircase of b is called at p in slot k. first: that slot is the first.
var touched{PLACES}, binary;
var first{PLACES}, binary;
var in_use{p in POINTS, k in 1..slots[p]}, binary;
var opening{p in POINTS, k in 1..slots[p]}, binary;
var span{p in POINTS, d in 1..desks[p]}, >= 0;
var lost{PREFER}, binary;
var lost_not{PREFER_NOT}, binary;
var unserved >= 0;
var effort;
var preference >= 0;

minimize objective: (if level = 1 then unserved else if level = 2 then effort else preference);

s.t. unservedHouseholds:
  unserved = sum{b in BUILDINGS} 9 * households[b] * (1 - sum{(b, p) in USABLE} at[b, p]);
s.t. totalEffort:
  effort = sum{p in POINTS, d in 1..desks[p]} (open_cost[p, d] * desks_used[p, d] + slot_cost[p, d] * span[p, d])
    + sum{(b, p) in USABLE} walk[b, p] * at[b, p];
s.t. totalPreference:
  preference = sum{(b, p, k) in PREFER} 8 * lost[b, p, k] + sum{(b, p, k) in PREFER_NOT} 8 * lost_not[b, p, k];
s.t. unservedHeld{1..1: level > 1}: unserved <= unserved_most;
s.t. effortHeld{1..1: level > 2}: effort <= effort_most;

s.t. servedOnce{b in BUILDINGS}: sum{(b, p) in USABLE} at[b, p] <= 1;
s.t. oneSetup{p in POINTS}: sum{d in 1..desks[p]} desks_used[p, d] <= 1;
s.t. stairPlaced{(b, p) in USABLE, i in 1..staircases[b]}: sum{k in 1..slots[p]} put[b, p, k, i] = at[b, p];
s.t. slotCapacity{p in POINTS, k in 1..slots[p]}:
  sum{(b, p) in USABLE, i in 1..staircases[b]} stair_households[b, i] * put[b, p, k, i]
    <= sum{d in 1..desks[p]} capacity[p, d] * desks_used[p, d];

# A building that fits into a slot of the plan's desks is one batch.
s.t. batchSplit{(b, p) in USABLE, d in 1..desks[p]: households[b] <= capacity[p, d]}:
  whole[b, p] >= at[b, p] + desks_used[p, d] - 1;
s.t. wholeTogether{(b, p, k) in PLACES, i in 2..staircases[b]}:
  put[b, p, k, i] - put[b, p, k, 1] <= 1 - whole[b, p];
s.t. wholeTogether2{(b, p, k) in PLACES, i in 2..staircases[b]}:
  put[b, p, k, 1] - put[b, p, k, i] <= 1 - whole[b, p];

# A staircase without households does not begin a batch: it is called with the first one.
s.t. touchedBy{(b, p, k) in PLACES, i in 1..staircases[b]: stair_households[b, i] > 0}:
  put[b, p, k, i] <= touched[b, p, k];
s.t. touchedOnly{(b, p, k) in PLACES}:
  touched[b, p, k] <= sum{i in 1..staircases[b]: stair_households[b, i] > 0} put[b, p, k, i];
s.t. oneFirst{(b, p) in USABLE}: sum{k in 1..slots[p]} first[b, p, k] = (if slots[p] > 0 then at[b, p] else 0);
s.t. firstTouched{(b, p, k) in PLACES}: first[b, p, k] <= touched[b, p, k];
s.t. firstFirst{(b, p, k) in PLACES, l in 1..k-1}: first[b, p, k] + touched[b, p, l] <= 1;
s.t. emptyWithFirst{(b, p, k) in PLACES, i in 1..staircases[b]: stair_households[b, i] = 0}:
  put[b, p, k, i] = first[b, p, k];

# Open without a break from the first slot in use to the last.
s.t. slotInUse{(b, p, k) in PLACES}: touched[b, p, k] <= in_use[p, k];
s.t. openingOnce{p in POINTS}: sum{k in 1..slots[p]} opening[p, k] <= 1;
s.t. unbroken{p in POINTS, k in 1..slots[p]}:
  in_use[p, k] - (if k > 1 then in_use[p, k - 1] else 0) <= opening[p, k];
s.t. openingHours{p in POINTS, d in 1..desks[p]}:
  span[p, d] >= sum{k in 1..slots[p]} in_use[p, k] - slots[p] * (1 - desks_used[p, d]);
s.t. opened{p in POINTS, k in 1..slots[p]}: in_use[p, k] <= sum{d in 1..desks[p]} desks_used[p, d];

s.t. mustAt{(b, p, k) in MUST}: at[b, p] = 1;
s.t. mustFirst{(b, p, k) in MUST: k > 0}: first[b, p, k] = 1;
s.t. mustNotAt{(b, p, k) in MUST_NOT: k = 0}: at[b, p] = 0;
s.t. mustNotTouch{(b, p, k) in MUST_NOT: k > 0}: touched[b, p, k] = 0;
s.t. preferFirst{(b, p, k) in PREFER}: lost[b, p, k] >= 1 - first[b, p, k];
s.t. preferNot{(b, p, k) in PREFER_NOT}: lost_not[b, p, k] >= touched[b, p, k];

solve;

printf "unserved %d effort %d preference %d\n", round(unserved), round(effort), round(preference);
end;
