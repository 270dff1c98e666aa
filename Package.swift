// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "LastMetre",
  products: [
    .executable(name: "lastmetre", targets: ["lastmetre"]),
    // For Benchmarks.
    .library(name: "Units", targets: ["Units"]),
    .library(name: "LinearModel", targets: ["LinearModel"]),
    .library(name: "GLPKBackend", targets: ["GLPKBackend"]),
    .library(name: "CGLPK", targets: ["CGLPK"]),
    .library(name: "Rostering", targets: ["Rostering"]),
    .library(name: "RosterSolver", targets: ["RosterSolver"]),
    .library(name: "Formats", targets: ["Formats"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // GLPK's header and a C shim that turns GLPK's abort into a return code.
    .systemLibrary(name: "CGLPKSystem", path: "Sources/CGLPKSystem"),
    .target(name: "CGLPK", dependencies: ["CGLPKSystem"], linkerSettings: [.linkedLibrary("glpk")]),
    // libxlsxwriter's and zlib's headers and a C shim that builds a workbook in memory and reads it again.
    .systemLibrary(name: "CXLSXSystem", path: "Sources/CXLSXSystem"),
    .target(
      name: "CXLSX", dependencies: ["CXLSXSystem"],
      linkerSettings: [.linkedLibrary("xlsxwriter"), .linkedLibrary("z")]),

    // The bottom: units, words, models.
    .target(name: "Units"),
    .target(name: "Wording"),
    .target(name: "Tabulation", dependencies: ["Units"]),
    .target(name: "LinearModel", dependencies: ["Units"]),
    .target(name: "GLPKBackend", dependencies: ["Units", "LinearModel", "CGLPK"]),

    // The domain, and the problems as the engines see them.
    .target(name: "Districts", dependencies: ["Units"]),
    .target(name: "Rostering", dependencies: ["Units"]),
    .target(name: "RosterSolver", dependencies: ["Units", "Rostering", "LinearModel"]),
    .target(name: "Routing", dependencies: ["Units"]),
    .target(name: "RouteSolver", dependencies: ["Units", "Routing", "LinearModel"]),
    .target(name: "Distribution", dependencies: ["Units", "Districts", "LinearModel"]),
    .target(
      name: "Planning",
      dependencies: [
        "Units", "Districts", "LinearModel", "Rostering", "RosterSolver", "Routing", "RouteSolver", "Distribution",
      ]),

    // The judge, the files, the pages.
    .target(name: "Auditing", dependencies: ["Units", "Districts"]),
    // Judges solutions of public formats from the files' text.
    .target(name: "FormatChecks", dependencies: ["Units"]),
    .target(
      name: "Formats",
      dependencies: [
        "Units", "Wording", "Tabulation", "Districts", "Rostering", "Routing", "CXLSX",
        .product(name: "Crypto", package: "swift-crypto"), "Yams",
      ]),
    // What is other in one plan than in another.
    .target(name: "Comparing", dependencies: ["Units", "Districts"]),
    .target(name: "Reports", dependencies: ["Units", "Wording", "Tabulation", "Districts", "Comparing", "Auditing"]),
    // What if: changes of a district's files.
    .target(name: "Changing", dependencies: ["Units", "Districts", "Formats"]),
    .target(name: "Synthesis", dependencies: ["Units", "Districts"]),

    .executableTarget(
      name: "lastmetre",
      dependencies: [
        "Units", "Wording", "LinearModel", "GLPKBackend", "Districts", "Rostering", "RosterSolver", "Routing",
        "RouteSolver", "Planning", "Auditing", "Comparing", "Changing", "Formats", "FormatChecks", "Reports",
        "Synthesis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "UnitsTests", dependencies: ["Units"]),
    .testTarget(name: "WordingTests", dependencies: ["Wording"]),
    .testTarget(name: "LinearModelTests", dependencies: ["Units", "LinearModel", "GLPKBackend"]),
    .testTarget(name: "GLPKBackendTests", dependencies: ["Units", "LinearModel", "GLPKBackend", "CGLPK"]),
    .target(name: "SchemaChecking", path: "Tests/Support/SchemaChecking"),
    .target(name: "WorkbookReading", dependencies: ["CXLSX"], path: "Tests/Support/WorkbookReading"),
    .testTarget(
      name: "FormatsTests",
      dependencies: [
        "Units", "Wording", "Tabulation", "Districts", "Routing", "Formats", "CXLSX", "SchemaChecking",
        "WorkbookReading",
      ]),
    .testTarget(name: "FormatChecksTests", dependencies: ["Units", "Rostering", "Routing", "Formats", "FormatChecks"]),
    .testTarget(name: "AuditingTests", dependencies: ["Units", "Districts", "Auditing"]),
    .testTarget(
      name: "RosterSolverTests", dependencies: ["Units", "Rostering", "RosterSolver", "LinearModel", "GLPKBackend"]),
    .testTarget(
      name: "RuleLawTests",
      dependencies: [
        "Units", "Districts", "Rostering", "RosterSolver", "LinearModel", "GLPKBackend", "Planning", "Auditing",
      ]),
    .testTarget(
      name: "DistributionTests",
      dependencies: ["Units", "Districts", "Distribution", "LinearModel", "GLPKBackend", "Auditing"]),
    .testTarget(
      name: "RouteSolverTests", dependencies: ["Units", "Routing", "RouteSolver", "LinearModel", "GLPKBackend"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Units", "Wording", "Tabulation", "Districts", "Formats", "Reports", "WorkbookReading"]),
    .testTarget(
      name: "ComparingTests", dependencies: ["Units", "Wording", "Districts", "Comparing", "Reports"]),
    .testTarget(
      name: "ChangingTests", dependencies: ["Units", "Wording", "Districts", "Formats", "Changing", "Synthesis"]),
    .testTarget(name: "SynthesisTests", dependencies: ["Units", "Districts", "Formats", "Synthesis"]),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Units", "Districts", "Formats", "Distribution", "Planning", "Routing", "Auditing", "LinearModel",
        "GLPKBackend", "Synthesis",
      ]),
    .testTarget(
      name: "CommandTests", dependencies: ["Districts", "Formats", "SchemaChecking", "WorkbookReading", "lastmetre"]),
  ],
  swiftLanguageModes: [.v6]
)
