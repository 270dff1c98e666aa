# The roster problem, one level of its objective at a time; the maths is on the page beside this file, roster.md.
# People, days, duties and seats are numbers from 0. It writes to standard output only.
#
#   glpsol --math roster.mod --data roster.dat

param level integer, >= 1, <= 3;
param minimumBest default 0;  # optimum of level 1, kept at levels 2 and 3
param targetBest default 0;   # optimum of level 2, kept at level 3

param days integer, >= 0;
set PEOPLE;
set DUTIES;
param day{DUTIES} integer, >= 0;

# Seats and who may take them.
set SEATS{DUTIES};
param minimum{a in DUTIES, SEATS[a]} integer, >= 0;
param target{a in DUTIES, SEATS[a]} integer, >= 0;
param maximum{a in DUTIES, SEATS[a]} integer, >= 0;
param seatWeight{a in DUTIES, SEATS[a]} >= 0;
# At level 3, from the number wanted.
param wanted{a in DUTIES, SEATS[a]} integer, >= 0, default 0;
param underCost{a in DUTIES, SEATS[a]} >= 0, default 0;
param overCost{a in DUTIES, SEATS[a]} >= 0, default 0;
set CAN{PEOPLE, DUTIES} default {};
param cost{p in PEOPLE, a in DUTIES, CAN[p,a]} default 0;

# Leads.
set LEAD within DUTIES;
set LEADERS within PEOPLE;
param leadWeight{LEAD} >= 0;

# Sequence.
set CONFLICTS dimen 2;
set LIMITED_RUN;  # {0} where there is a longest run, else empty
param longestRun{LIMITED_RUN} integer, >= 0;
param softRun integer, >= 0;
param runCost >= 0;
param runBefore{PEOPLE} integer, >= 0;
set FIXED dimen 2;

# Automata: who follows one reads a letter a day, 0 without a duty, else the duty's class.
set AUTOMATA default {};
param phase{AUTOMATA, 0..days-1} integer, >= 0;
set ARCS{AUTOMATA} dimen 4;  # phase, state, letter, next state
param arcCost{m in AUTOMATA, ARCS[m]} default 0;
set ENDS{AUTOMATA};          # the states that a word may end in
param endCost{m in AUTOMATA, ENDS[m]} default 0;
set FOLLOWS dimen 2;  # person, automaton
param start{FOLLOWS};
param class{DUTIES} integer, >= 1, default 1;
set STATES{m in AUTOMATA} := setof{(h,s,l,n) in ARCS[m]} s union setof{(h,s,l,n) in ARCS[m]} n
  union setof{(p,m) in FOLLOWS} start[p,m];
set LETTERS{m in AUTOMATA} := setof{(h,s,l,n) in ARCS[m]: l > 0} l union setof{a in DUTIES} class[a];

# Totals: least and limit are what the duties must and may still add. A block counts once for all its duties.
set TOTALS dimen 2;
set COUNTED{TOTALS} within DUTIES;
param amount{(p,t) in TOTALS, COUNTED[p,t]} >= 0;
set BLOCKS{TOTALS} default {};
set BLOCK{(p,t) in TOTALS, BLOCKS[p,t]} within DUTIES;
param blockAmount{(p,t) in TOTALS, BLOCKS[p,t]} >= 0;
set AT_LEAST within TOTALS;
param least{AT_LEAST};
set LIMITED within TOTALS;
param limit{LIMITED} >= 0;
set COSTED within TOTALS;
param base{COSTED};
param goal{COSTED};
param slack{COSTED} >= 0, default 0;  # above the goal
param step{COSTED} > 0;
param stepWeight{COSTED} >= 0;
set TIERS{COSTED};
param width{(p,t) in COSTED, TIERS[p,t]} >= 0;
param price{(p,t) in COSTED, TIERS[p,t]} >= 0;

# Wishes, pairs, groups.
set WISHES dimen 2;
set WISHED{WISHES} within DUTIES;
param wishCost{WISHES} >= 0;
set PAIRS;
param first{PAIRS};
param second{PAIRS};
param pairCost{PAIRS} >= 0;
set GROUPS;
set MEMBERS{GROUPS} within PEOPLE;
set PLACES{GROUPS};
set AT{g in GROUPS, PLACES[g]} within DUTIES;
param allowed{GROUPS} integer, >= 0;
param groupCost{GROUPS} >= 0;

param constant default 0;

# Compatible sets, listed for the people who have few. The i-th duty that a person may have on a day is bit i - 1 of a
# set's number; UPTO[p,d,k] are the sets of the first k.
param mostDuties default 12;  # a day
param mostSets default 200;   # a day
param mostValues default 500; # of a total
set MINE{p in PEOPLE, d in 0..days-1} := setof{a in DUTIES: day[a] = d and card(CAN[p,a]) > 0} a;
set FEW := setof{p in PEOPLE: forall{d in 0..days-1} card(MINE[p,d]) <= mostDuties} p;
param bit{p in FEW, d in 0..days-1, a in MINE[p,d]} := 2 ** card({b in MINE[p,d]: b < a});
set UPTO{p in FEW, d in 0..days-1, k in 0..card(MINE[p,d])} :=
  if k = 0 then {0}
  else if card(UPTO[p,d,k-1]) > mostSets then 1..0
  else UPTO[p,d,k-1] union setof{a in MINE[p,d], f in UPTO[p,d,k-1]:
    bit[p,d,a] = 2 ** (k - 1)
    and (forall{b in MINE[p,d]: b < a and (b,a) in CONFLICTS} f div bit[p,d,b] mod 2 = 0)
    and (forall{(p,t) in LIMITED: a in COUNTED[p,t]} amount[p,t,a]
      + sum{b in MINE[p,d]: b < a and b in COUNTED[p,t]} amount[p,t,b] * (f div bit[p,d,b] mod 2) <= limit[p,t])
  } (f + 2 ** (k - 1));
set PACKED := setof{p in FEW: forall{d in 0..days-1} card(UPTO[p,d,card(MINE[p,d])]) in 1..mostSets} p;
set COMPATIBLE{p in PACKED, d in 0..days-1} := UPTO[p,d,card(MINE[p,d])];
set IN{p in PACKED, d in 0..days-1, f in COMPATIBLE[p,d]} :=
  setof{a in MINE[p,d]: f div bit[p,d,a] mod 2 = 1} a;

# The values that their totals can reach by the end of day d - 1, and what each costs in the end.
set OF_SETS := setof{(p,t) in COSTED: p in PACKED and card(BLOCKS[p,t]) = 0} (p,t);
param worth{(p,t) in OF_SETS, d in 0..days-1, f in COMPATIBLE[p,d]} :=
  sum{a in IN[p,d,f]: a in COUNTED[p,t]} amount[p,t,a];
set REACHED{(p,t) in OF_SETS, d in 0..days} :=
  if d = 0 then {0}
  else if card(REACHED[p,t,d-1]) > mostValues then 1..0
  else setof{v in REACHED[p,t,d-1], f in COMPATIBLE[p,d-1]} (v + worth[p,t,d-1,f]);
set LISTED := setof{(p,t) in OF_SETS: card(REACHED[p,t,days]) in 1..mostValues} (p,t);
set VALUES{(p,t) in LISTED} := REACHED[p,t,days];
param stepsAt{(p,t) in LISTED, v in VALUES[p,t]} :=
  ceil(max(0, goal[p,t] - base[p,t] - v, base[p,t] + v - goal[p,t] - slack[p,t]) / step[p,t]);
param priceOf{(p,t) in LISTED, v in VALUES[p,t]} :=
  sum{k in TIERS[p,t]} price[p,t,k]
    * max(0, min(width[p,t,k], stepsAt[p,t,v] - sum{j in TIERS[p,t]: j < k} width[p,t,j]));

var x{p in PEOPLE, a in DUTIES, CAN[p,a]} binary;
var on{p in PEOPLE, a in DUTIES: card(CAN[p,a]) > 0} >= 0, <= 1;
var has{p in PACKED, d in 0..days-1, COMPATIBLE[p,d]} binary;
var value{(p,t) in LISTED, VALUES[p,t]} binary;
var worked{PEOPLE, d in 0..days-1} >= 0, <= 1;
var flow{(p,m) in FOLLOWS, d in 0..days-1, (h,s,l,n) in ARCS[m]: h = phase[m,d]} >= 0, <= 1;
var inBlock{(p,t) in TOTALS, BLOCKS[p,t]} >= 0, <= 1;
var added{TOTALS};
var lacking{a in DUTIES, s in SEATS[a]: underCost[a,s] > 0} >= 0;
var surplus{a in DUTIES, s in SEATS[a]: overCost[a,s] > 0} >= 0;
var short{a in DUTIES, s in SEATS[a]} >= 0;
var under{a in DUTIES, s in SEATS[a]} >= 0;
var nolead{LEAD} >= 0;
var steps{COSTED diff LISTED} integer, >= 0;
var tier{(p,t) in COSTED diff LISTED, k in TIERS[p,t]} >= 0, <= width[p,t,k];
var overrun{PEOPLE, d in 0..days-1} >= 0;
var missed{WISHES} >= 0;
var apart{PAIRS, DUTIES} >= 0;
var open{g in GROUPS, PLACES[g]} >= 0, <= 1;
var spread{GROUPS} >= 0;

minimize objective:
  (if level = 1 then 1 else 0) * sum{a in DUTIES, s in SEATS[a]} seatWeight[a,s] * short[a,s]
  + (if level = 2 then 1 else 0) * (
    sum{a in DUTIES, s in SEATS[a]} seatWeight[a,s] * under[a,s] + sum{a in LEAD} leadWeight[a] * nolead[a])
  + (if level = 3 then 1 else 0) * (
    sum{p in PEOPLE, a in DUTIES, s in CAN[p,a]} cost[p,a,s] * x[p,a,s]
    + sum{(p,t) in LISTED, v in VALUES[p,t]} stepWeight[p,t] * priceOf[p,t,v] * value[p,t,v]
    + sum{(p,t) in COSTED diff LISTED, k in TIERS[p,t]} stepWeight[p,t] * price[p,t,k] * tier[p,t,k]
    + sum{a in DUTIES, s in SEATS[a]: underCost[a,s] > 0} underCost[a,s] * lacking[a,s]
    + sum{a in DUTIES, s in SEATS[a]: overCost[a,s] > 0} overCost[a,s] * surplus[a,s]
    + sum{(p,m) in FOLLOWS, d in 0..days-1, (h,s,l,n) in ARCS[m]: h = phase[m,d]}
      arcCost[m,h,s,l,n] * flow[p,m,d,h,s,l,n]
    + sum{(p,m) in FOLLOWS, (h,s,l,n) in ARCS[m]: h = phase[m,days-1] and n in ENDS[m]}
      endCost[m,n] * flow[p,m,days-1,h,s,l,n]
    + sum{p in PEOPLE, d in 0..days-1} runCost * overrun[p,d]
    + sum{(p,w) in WISHES} wishCost[p,w] * missed[p,w]
    + sum{i in PAIRS, a in DUTIES} pairCost[i] * apart[i,a]
    + sum{g in GROUPS} groupCost[g] * spread[g]
    + constant);

s.t. oneSeat{p in PEOPLE, a in DUTIES: card(CAN[p,a]) > 0}: sum{s in CAN[p,a]} x[p,a,s] = on[p,a];

s.t. minimumCover{a in DUTIES, s in SEATS[a]}:
  sum{p in PEOPLE: s in CAN[p,a]} x[p,a,s] + short[a,s] >= minimum[a,s];
s.t. targetCover{a in DUTIES, s in SEATS[a]}:
  sum{p in PEOPLE: s in CAN[p,a]} x[p,a,s] + under[a,s] >= target[a,s];
s.t. maximumCover{a in DUTIES, s in SEATS[a]}: sum{p in PEOPLE: s in CAN[p,a]} x[p,a,s] <= maximum[a,s];
s.t. wantedOrLess{a in DUTIES, s in SEATS[a]: underCost[a,s] > 0}:
  sum{p in PEOPLE: s in CAN[p,a]} x[p,a,s] + lacking[a,s] >= wanted[a,s];
s.t. wantedOrMore{a in DUTIES, s in SEATS[a]: overCost[a,s] > 0}:
  sum{p in PEOPLE: s in CAN[p,a]} x[p,a,s] - surplus[a,s] <= wanted[a,s];
s.t. oneLead{a in LEAD}: sum{p in LEADERS: card(CAN[p,a]) > 0} on[p,a] + nolead[a] >= 1;

s.t. oneSet{p in PACKED, d in 0..days-1}: sum{f in COMPATIBLE[p,d]} has[p,d,f] = 1;
s.t. inSet{p in PACKED, d in 0..days-1, a in MINE[p,d]}:
  sum{f in COMPATIBLE[p,d]: a in IN[p,d,f]} has[p,d,f] = on[p,a];
s.t. conflict{p in PEOPLE, (a,b) in CONFLICTS: card(CAN[p,a]) > 0 and card(CAN[p,b]) > 0
  and not (day[a] = day[b] and p in PACKED)}: on[p,a] + on[p,b] <= 1;
s.t. fixed{(p,a) in FIXED}: on[p,a] = 1;

s.t. letter{(p,m) in FOLLOWS, d in 0..days-1, k in LETTERS[m]}:
  sum{(h,s,l,n) in ARCS[m]: h = phase[m,d] and l = k} flow[p,m,d,h,s,l,n]
  = sum{a in DUTIES: day[a] = d and class[a] = k and card(CAN[p,a]) > 0} on[p,a];
s.t. startState{(p,m) in FOLLOWS, q in STATES[m]}:
  sum{(h,s,l,n) in ARCS[m]: h = phase[m,0] and s = q} flow[p,m,0,h,s,l,n] = (if q = start[p,m] then 1 else 0);
s.t. nextState{(p,m) in FOLLOWS, d in 1..days-1, q in STATES[m]}:
  sum{(h,s,l,n) in ARCS[m]: h = phase[m,d] and s = q} flow[p,m,d,h,s,l,n]
  = sum{(h,s,l,n) in ARCS[m]: h = phase[m,d-1] and n = q} flow[p,m,d-1,h,s,l,n];
s.t. endState{(p,m) in FOLLOWS, q in STATES[m] diff ENDS[m]}:
  sum{(h,s,l,n) in ARCS[m]: h = phase[m,days-1] and n = q} flow[p,m,days-1,h,s,l,n] = 0;

s.t. blockBy{(p,t) in TOTALS, k in BLOCKS[p,t], a in BLOCK[p,t,k]: card(CAN[p,a]) > 0}: inBlock[p,t,k] >= on[p,a];
s.t. blockOnly{(p,t) in TOTALS, k in BLOCKS[p,t]}:
  inBlock[p,t,k] <= sum{a in BLOCK[p,t,k]: card(CAN[p,a]) > 0} on[p,a];
s.t. sumOfAmounts{(p,t) in TOTALS}:
  added[p,t] = sum{a in COUNTED[p,t]: card(CAN[p,a]) > 0} amount[p,t,a] * on[p,a]
    + sum{k in BLOCKS[p,t]} blockAmount[p,t,k] * inBlock[p,t,k];
s.t. totalLeast{(p,t) in AT_LEAST}: added[p,t] >= least[p,t];
s.t. total{(p,t) in LIMITED}: added[p,t] <= limit[p,t];
s.t. oneValue{(p,t) in LISTED}: sum{v in VALUES[p,t]} value[p,t,v] = 1;
s.t. valueOfSet{(p,t) in LISTED, v in VALUES[p,t]: days = 1}:
  value[p,t,v] = sum{f in COMPATIBLE[p,0]: worth[p,t,0,f] = v} has[p,0,f];
s.t. valueOfDays{(p,t) in LISTED: days > 1}:
  sum{v in VALUES[p,t]} v * value[p,t,v] = sum{d in 0..days-1, f in COMPATIBLE[p,d]} worth[p,t,d,f] * has[p,d,f];
s.t. above{(p,t) in COSTED diff LISTED}:
  step[p,t] * steps[p,t] >= base[p,t] + added[p,t] - goal[p,t] - slack[p,t];
s.t. below{(p,t) in COSTED diff LISTED}: step[p,t] * steps[p,t] >= goal[p,t] - base[p,t] - added[p,t];
s.t. tiers{(p,t) in COSTED diff LISTED}: sum{k in TIERS[p,t]} tier[p,t,k] = steps[p,t];

s.t. workSet{p in PACKED, d in 0..days-1}: worked[p,d] >= 1 - has[p,d,0];
s.t. work{p in PEOPLE diff PACKED, a in DUTIES: card(CAN[p,a]) > 0}: worked[p,day[a]] >= on[p,a];
s.t. run{i in LIMITED_RUN, p in PEOPLE, d in 0..days-1-longestRun[i]}:
  sum{e in d..d+longestRun[i]} worked[p,e] <= longestRun[i];
s.t. runFromBefore{i in LIMITED_RUN, p in PEOPLE:
  runBefore[p] > 0 and max(0, longestRun[i] - runBefore[p]) < days}:
  sum{e in 0..max(0, longestRun[i] - runBefore[p])} worked[p,e] <= max(0, longestRun[i] - runBefore[p]);
s.t. restDay{p in PEOPLE, d in softRun..days-1}:
  overrun[p,d] >= sum{e in d-softRun..d} worked[p,e] - softRun;
s.t. restDayFromBefore{p in PEOPLE, d in 0..min(softRun,days)-1: runBefore[p] >= softRun - d}:
  overrun[p,d] >= sum{e in 0..d} worked[p,e] - d;

s.t. wish{(p,w) in WISHES}: missed[p,w] + sum{a in WISHED[p,w]: card(CAN[p,a]) > 0} on[p,a] >= 1;

s.t. pairFirst{i in PAIRS, a in DUTIES}:
  apart[i,a] >= (if card(CAN[first[i],a]) > 0 then on[first[i],a]) - (if card(CAN[second[i],a]) > 0 then on[second[i],a]);
s.t. pairSecond{i in PAIRS, a in DUTIES}:
  apart[i,a] >= (if card(CAN[second[i],a]) > 0 then on[second[i],a]) - (if card(CAN[first[i],a]) > 0 then on[first[i],a]);

s.t. groupPlace{g in GROUPS, k in PLACES[g], p in MEMBERS[g] diff PACKED, a in AT[g,k]: card(CAN[p,a]) > 0}:
  open[g,k] >= on[p,a];
s.t. groupSet{g in GROUPS, k in PLACES[g], p in MEMBERS[g] inter PACKED, d in 0..days-1:
  card(MINE[p,d] inter AT[g,k]) > 0}:
  open[g,k] >= sum{f in COMPATIBLE[p,d]: card(IN[p,d,f] inter AT[g,k]) > 0} has[p,d,f];
s.t. groupSpread{g in GROUPS}: spread[g] >= sum{k in PLACES[g]} open[g,k] - allowed[g];

s.t. keepMinimum{i in 1..1: level > 1}:
  sum{a in DUTIES, s in SEATS[a]} seatWeight[a,s] * short[a,s] <= minimumBest;
s.t. keepTarget{i in 1..1: level > 2}:
  sum{a in DUTIES, s in SEATS[a]} seatWeight[a,s] * under[a,s] + sum{a in LEAD} leadWeight[a] * nolead[a] <= targetBest;

solve;

# After solving, MathProg's name for the objective stands for its terms without the constant.
printf "level %d objective %.6f\n", level, objective + (if level = 3 then constant else 0);
printf{p in PEOPLE, a in DUTIES, s in CAN[p,a]: x[p,a,s] > 0.5} "person %d duty %d seat %d\n", p, a, s;

end;
