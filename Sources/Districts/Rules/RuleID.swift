/// Everything a plan can be judged by, in the order of docs/format.md §4.
///
/// The raw value is the name everywhere: in `district.yaml`, in the rows of a model, in `plan.json`, on the screen.
public enum RuleID: String, Sendable, CaseIterable, Hashable {
  // Rostering, hard.
  case availability, health, qualification, noOverlap, minimumRest, dailyMaximum, weeklyMaximum, consecutiveDays
  case noNight, rotation, exposureMix
  // Rostering, levels 1 to 3. `maximumCover` is hard.
  case minimumCover, targetCover, maximumCover, oneLead
  case fairHours, fairNights, nearHome, wishes, buddies, unitTogether, restDay, stability
  // Every stage: pins.csv.
  case pins
  // Supply.
  case shortPacks, unevenShares
  // Distribution.
  case servedOnce, handoverMode, openingHours, slotCapacity, batchSplit, helperLoad
  case unservedHouseholds, unservedNeeds, staffTime, walking, helperWalking, changedHelper
  // Carrying.
  case carrySource, carryTime, carryHours, cartCapacity, uncarried
  // Routes.
  case vehicleCapacity, vehicleHours, tripLimit, crewOnDuty, depotStock, depotHours, depotDocks, travelTime, needCurve
  case purchaseCost
  case undelivered, fixedCost, distanceCost, timeCost
  // The plan as a document.
  case structure, digest, seal, objective, bound, summary, reasons
}

public enum RuleKind: Sendable { case hard, level1, level2, level3 }
