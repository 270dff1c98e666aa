# Points, slots and batches of one district; see points.md.
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
set CLAIMS := MUST union MUST_NOT union PREFER union PREFER_NOT;
# Points where it matters which slot is which.
set TIMED := setof{(b, p, k) in CLAIMS: k > 0} p;

param households{b in BUILDINGS} := sum{i in 1..staircases[b]} stair_households[b, i];
set SETUPS := setof{p in POINTS, d in 1..desks[p]} (p, d);
set CHOICES := setof{(b, p) in USABLE, d in 1..desks[p]} (b, p, d);
# What is called together: the building as a whole (0) where it fits into a slot, else each staircase with households.
set PARTS{(b, p, d) in CHOICES} :=
  if households[b] <= capacity[p, d] then {0} else setof{i in 1..staircases[b]: stair_households[b, i] > 0} i;
param size{(b, p, d) in CHOICES, i in PARTS[b, p, d]} := if i = 0 then households[b] else stair_households[b, i];

# opens[p,d]: the point opens with d desks. goes[b,p,d]: the building goes there. put: that part of it, in slot k.
var opens{SETUPS}, binary;
var goes{CHOICES}, binary;
var put{(b, p, d) in CHOICES, k in 1..slots[p], i in PARTS[b, p, d]}, binary;
var in_use{(p, d) in SETUPS, k in 1..slots[p]}, binary;
var opening{p in TIMED, k in 1..slots[p]}, binary;
var begins{(b, p, k) in MUST union PREFER: k > 0}, binary;
var lost{PREFER}, binary;
var lost_not{PREFER_NOT}, binary;
var unserved >= 0;
var effort;
var preference >= 0;

minimize objective: (if level = 1 then unserved else if level = 2 then effort else preference);

s.t. unservedHouseholds:
  unserved = sum{b in BUILDINGS} 9 * households[b] * (1 - sum{(b, p, d) in CHOICES} goes[b, p, d]);
s.t. totalEffort:
  effort = sum{(p, d) in SETUPS}
    (open_cost[p, d] * opens[p, d] + slot_cost[p, d] * sum{k in 1..slots[p]} in_use[p, d, k])
    + sum{(b, p, d) in CHOICES} walk[b, p] * goes[b, p, d];
s.t. totalPreference:
  preference = sum{(b, p, k) in PREFER} 8 * lost[b, p, k] + sum{(b, p, k) in PREFER_NOT} 8 * lost_not[b, p, k];
s.t. unservedHeld{1..1: level > 1}: unserved <= unserved_most;
s.t. effortHeld{1..1: level > 2}: effort <= effort_most;

s.t. servedOnce{b in BUILDINGS}: sum{(b, p, d) in CHOICES} goes[b, p, d] <= 1;
s.t. oneSetup{p in POINTS}: sum{d in 1..desks[p]} opens[p, d] <= 1;
s.t. linked{(b, p, d) in CHOICES}: goes[b, p, d] <= opens[p, d];
s.t. placed{(b, p, d) in CHOICES, i in PARTS[b, p, d]}: sum{k in 1..slots[p]} put[b, p, d, k, i] = goes[b, p, d];
s.t. slotCapacity{(p, d) in SETUPS, k in 1..slots[p]}:
  sum{(b, p, d) in CHOICES, i in PARTS[b, p, d]} size[b, p, d, i] * put[b, p, d, k, i]
    <= capacity[p, d] * in_use[p, d, k];
# Implied: of parts larger than a share 1 ÷ m of a slot, at most m − 1 are in it, and so on (Chvátal and Gomory).
s.t. slotParts{(p, d) in SETUPS, k in 1..slots[p], m in 2..4}:
  sum{(b, p, d) in CHOICES, i in PARTS[b, p, d]} floor(m * size[b, p, d, i] / (capacity[p, d] + 1)) * put[b, p, d, k, i]
    <= (m - 1) * in_use[p, d, k];
s.t. slotOpen{(b, p, d) in CHOICES, k in 1..slots[p], i in PARTS[b, p, d]}: put[b, p, d, k, i] <= in_use[p, d, k];

# Open without a break from the first slot in use to the last; where no pin names a slot, from the first slot on.
s.t. opened{(p, d) in SETUPS, k in 1..slots[p]}: in_use[p, d, k] <= opens[p, d];
s.t. openingOnce{p in TIMED}: sum{k in 1..slots[p]} opening[p, k] <= 1;
s.t. unbroken{p in TIMED, k in 1..slots[p]}:
  sum{d in 1..desks[p]} (in_use[p, d, k] - (if k > 1 then in_use[p, d, k - 1] else 0)) <= opening[p, k];
s.t. fromTheFirst{(p, d) in SETUPS, k in 2..slots[p]: p not in TIMED}: in_use[p, d, k] <= in_use[p, d, k - 1];

# A building begins in the slot of its first part.
s.t. beginsBy{(b, p, k) in MUST union PREFER: k > 0}:
  begins[b, p, k] <= sum{d in 1..desks[p], i in PARTS[b, p, d]} put[b, p, d, k, i];
s.t. beginsFirst{(b, p, k) in MUST union PREFER, d in 1..desks[p], l in 1..k-1, i in PARTS[b, p, d]}:
  begins[b, p, k] + put[b, p, d, l, i] <= 1;
s.t. mustAt{(b, p, k) in MUST}: sum{d in 1..desks[p]} goes[b, p, d] = 1;
s.t. mustFirst{(b, p, k) in MUST: k > 0}: begins[b, p, k] = 1;
s.t. mustNotAt{(b, p, k) in MUST_NOT, d in 1..desks[p]: k = 0}: goes[b, p, d] = 0;
s.t. mustNotTouch{(b, p, k) in MUST_NOT, d in 1..desks[p], i in PARTS[b, p, d]: k > 0}: put[b, p, d, k, i] = 0;
s.t. preferFirst{(b, p, k) in PREFER}: lost[b, p, k] >= 1 - begins[b, p, k];
s.t. preferNot{(b, p, k) in PREFER_NOT, d in 1..desks[p], i in PARTS[b, p, d]}: lost_not[b, p, k] >= put[b, p, d, k, i];

solve;

printf "unserved %d effort %d preference %d\n", round(unserved), round(effort), round(preference);
end;
