// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "LastMetre", path: "..")],
  targets: [
    .executableTarget(
      name: "ModelBuilding",
      dependencies: [
        .product(name: "Units", package: "LastMetre"), .product(name: "LinearModel", package: "LastMetre"),
        .product(name: "GLPKBackend", package: "LastMetre"), .product(name: "CGLPK", package: "LastMetre"),
      ]),
    .executableTarget(
      name: "Stopping",
      dependencies: [
        .product(name: "Units", package: "LastMetre"), .product(name: "LinearModel", package: "LastMetre"),
        .product(name: "GLPKBackend", package: "LastMetre"),
      ]),
    .executableTarget(
      name: "RosterSettings",
      dependencies: [
        .product(name: "Units", package: "LastMetre"), .product(name: "LinearModel", package: "LastMetre"),
        .product(name: "GLPKBackend", package: "LastMetre"), .product(name: "Rostering", package: "LastMetre"),
        .product(name: "RosterSolver", package: "LastMetre"), .product(name: "Formats", package: "LastMetre"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
