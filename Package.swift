// swift-tools-version: 6.2
import PackageDescription

/// Every target is built alike: warnings are errors, imports stay internal, existentials are spelled out.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, resources: resources,
    swiftSettings: strict)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "atalaya",
  products: [
    .library(name: "Atalaya", targets: ["Atalaya"]),
    .executable(name: "atalaya", targets: ["AtalayaCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),

    library("Units", []),
    library("Geodesy", ["Units", "CPROJ"]),
    library("GeoFiles", ["Units", "Geodesy", "CGDAL"]),
    library("Terrain", ["GeoFiles", "Geodesy", "Units"]),
    library("Radar", ["Units"]),
    .target(name: "CFloorKernels"),
    library("Coverage", ["Terrain", "Radar", "GeoFiles", "Geodesy", "Units", "CFloorKernels"]),
    library("Response", ["Geodesy", "Units"]),
    library("Interception", ["Coverage", "Response", "Radar", "Terrain", "Geodesy", "Units"]),
    library("Placement", []),
    library(
      "Scenario",
      [
        "Interception", "Placement", "Coverage", "Response", "Radar", "Terrain", "GeoFiles", "Geodesy", "Units", yams,
      ]),
    library(
      "Report",
      [
        "Scenario", "Placement", "Interception", "Coverage", "Response", "Radar", "Terrain", "GeoFiles", "Geodesy",
        "Units",
      ],
      resources: [.embedInCode("Resources")]),
    library(
      "Atalaya",
      [
        "Report", "Scenario", "Placement", "Interception", "Coverage", "Response", "Radar", "Terrain", "GeoFiles",
        "Geodesy", "Units",
      ]),
    .executableTarget(
      name: "AtalayaCLI", dependencies: ["Atalaya", argumentParser], swiftSettings: strict),
    .target(name: "CBenchPeers", dependencies: ["CPROJ", "CGDAL"]),
    .executableTarget(name: "bench", dependencies: ["Atalaya", "CBenchPeers"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("UnitsTests", ["Units"]),
    tests("GeoFilesTests", ["GeoFiles", "Geodesy", "Units"]),
    tests("TerrainTests", ["Terrain", "GeoFiles", "Geodesy", "Units"]),
    tests(
      "GeoDataTests",
      ["Scenario", "Coverage", "Terrain", "GeoFiles", "Response", "Interception", "Radar", "Geodesy", "Units"]),
    tests("GeodesyTests", ["Geodesy", "Units"]),
    tests("ResponseTests", ["Response", "Geodesy", "Units"]),
    tests(
      "InterceptionTests",
      ["Interception", "Coverage", "Response", "Radar", "Terrain", "GeoFiles", "Geodesy", "Units"]),
    tests("RadarTests", ["Radar", "Units"]),
    tests("PlacementTests", ["Placement"]),
    tests("CoverageTests", ["Coverage", "Terrain", "Radar", "GeoFiles", "Geodesy", "Units", "CFloorKernels"]),
    tests(
      "ScenarioTests",
      [
        "Scenario", "Placement", "Interception", "Response", "Coverage", "Radar", "Terrain", "GeoFiles", "Geodesy",
        "Units",
      ]),
    tests(
      "ReportTests",
      [
        "Report", "Scenario", "Interception", "Placement", "Coverage", "Response", "Radar", "Terrain", "GeoFiles",
        "Geodesy",
        "Units",
      ],
      exclude: ["Browser"]),
    tests("CommandTests", []),
  ],
  swiftLanguageModes: [.v6]
)
