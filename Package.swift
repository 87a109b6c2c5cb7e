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

/// A target of tests, compiled without optimisation where it leaves the computing to what it tests: in a release build, which
/// serves the tests too, that takes half the time. No product holds such a target, so that the flag stands in no
/// dependent's way. A folder `Reference` beside the tests holds the tables that they read where they lie.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], reference: Bool = false,
  computes: Bool = false
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude + (reference ? ["Reference"] : []),
    swiftSettings: strict + (computes ? [] : [.unsafeFlags(["-Onone"], .when(configuration: .release))]))
}

/// `ATALAYA_FUZZ=1` adds the fuzzers, which are built with sanitizers and apart from everything else: see `make fuzz`.
let isFuzzing = Context.environment["ATALAYA_FUZZ"] == "1"

/// Everything below the scenario's model.
let lower: [Target.Dependency] = [
  "Interception", "Response", "Coverage", "Radar", "Terrain", "GeoFiles", "Geodesy", "Units",
]

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
/// Sockets of FlyingFox for Swift's tasks, without its HTTP server, whose requests have no limits.
let flyingSocks: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let tool: Target = .executableTarget(
  name: "AtalayaCLI", dependencies: ["Atalaya", argumentParser], swiftSettings: strict)

/// libFuzzer brings the entry point, so that the commands are a library whose own one goes by another name.
let fuzzers: [Target] = [
  .target(
    name: "AtalayaCLI", dependencies: ["Atalaya", argumentParser],
    swiftSettings: strict + [
      .unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "AtalayaCLI_main"])
    ]),
  .target(name: "CFuzzGuard", path: "Tests/CFuzzGuard"),
  .executableTarget(
    name: "Fuzz", dependencies: ["AtalayaCLI", "FuzzTargets", "CFuzzGuard", argumentParser], path: "Tests/Fuzz",
    exclude: ["Seeds", "Regressions", "Dictionaries", "run", "make-seeds"],
    swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
    // So that GDAL's libraries meet the guard's functions before those of the system.
    linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"])]),
]

let package = Package(
  name: "atalaya",
  products: [
    .library(name: "Atalaya", targets: ["Atalaya"])
  ] + (isFuzzing ? [] : [.executable(name: "atalaya", targets: ["AtalayaCLI"])]),
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
  ],
  targets: [
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-gnutls-dev"])]),

    library("Units", []),
    library("Geodesy", ["Units", "CPROJ"]),
    library("GeoFiles", ["Units", "Geodesy", "CGDAL", "CSQLite", "CCurl"]),
    library("Terrain", ["GeoFiles", "Geodesy", "Units"]),
    library("Radar", ["Units"]),
    .target(name: "CFloorKernels"),
    library("Coverage", ["Terrain", "Radar", "GeoFiles", "Geodesy", "Units", "CFloorKernels"]),
    library("Response", ["Terrain", "GeoFiles", "Geodesy", "Units"]),
    library("Interception", ["Coverage", "Response", "Radar", "Terrain", "Geodesy", "Units"]),
    library("Placement", ["Units"]),
    library("Scenario", lower),
    library("ScenarioFiles", ["Scenario", yams] + lower),
    library("Planning", ["Scenario", "Placement"] + lower),
    library(
      "Report", ["Planning", "Scenario"] + lower,
      resources: [.embedInCode("Resources")]),
    library("Live", ["Report", "Planning", "ScenarioFiles", "Scenario", flyingSocks] + lower),
    library("Atalaya", ["Live", "Report", "Planning", "ScenarioFiles", "Scenario", "Placement"] + lower),
    .target(name: "CBenchPeers", dependencies: ["CPROJ", "CGDAL"]),
    .executableTarget(name: "bench", dependencies: ["Atalaya", "CBenchPeers"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "ScenarioSupport", dependencies: ["ScenarioFiles", "Scenario", "TestSupport"],
      path: "Tests/ScenarioSupport", swiftSettings: strict),
    .target(name: "FuzzTargets", dependencies: ["Atalaya"], path: "Tests/FuzzTargets", swiftSettings: strict),
    tests("TestSupportTests", []),
    tests("UnitsTests", ["Units"]),
    tests("GeoFilesTests", ["GeoFiles", "Geodesy", "Units"]),
    tests("TerrainTests", ["Terrain", "GeoFiles", "Geodesy", "Units"]),
    tests("GeoDataTests", ["Planning", "ScenarioFiles", "Scenario"] + lower),
    tests("GeodesyTests", ["Geodesy", "Units"], reference: true),
    tests("ResponseTests", ["Response", "Terrain", "GeoFiles", "Geodesy", "Units"]),
    tests(
      "InterceptionTests",
      ["Interception", "Coverage", "Response", "Radar", "Terrain", "GeoFiles", "Geodesy", "Units"]),
    tests("RadarTests", ["Radar", "Units"], reference: true, computes: true),
    tests("PlacementTests", ["Placement"], reference: true, computes: true),
    tests(
      "CoverageTests", ["Coverage", "Terrain", "Radar", "GeoFiles", "Geodesy", "Units", "CFloorKernels"],
      reference: true, computes: true),
    tests("ScenarioTests", ["ScenarioSupport", "ScenarioFiles", "Scenario"] + lower),
    tests("ScenarioFilesTests", ["ScenarioSupport", "ScenarioFiles", "Scenario"] + lower),
    tests("PlanningTests", ["ScenarioSupport", "Planning", "ScenarioFiles", "Scenario", "Placement"] + lower),
    tests(
      "ReportTests",
      ["Report", "Planning", "ScenarioFiles", "Scenario", "Placement"] + lower,
      exclude: ["Browser"]),
    tests("LiveTests", ["Live", "Report", "Planning", "ScenarioFiles", "Scenario"] + lower),
    tests("CommandTests", []),
    tests("FuzzTests", ["FuzzTargets", "AtalayaCLI", argumentParser]),
  ] + (isFuzzing ? fuzzers : [tool]),
  swiftLanguageModes: [.v6]
)
