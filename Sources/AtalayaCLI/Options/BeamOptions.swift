import ArgumentParser
import Atalaya

/// The limits of a radar that no scenario describes.
struct BeamOptions: ParsableArguments {
  @Option(help: "Slant range within which the radar sees nothing: 2km.")
  var minimumRange: OptionValue<Length>?

  @Option(help: "Lowest elevation angle of the beam: 0.5deg.")
  var minimumElevation: OptionValue<Angle>?

  @Option(help: "Highest elevation angle of the beam, above which its cone of silence lies: 40deg.")
  var maximumElevation: OptionValue<Angle>?

  @Option(help: "Azimuths in which nothing is seen, clockwise from true north: \"90-120; 350-10\".")
  var blindSectors: OptionValue<BlindSectors>?

  /// Which of the options are given.
  var given: KeyValuePairs<String, Bool> {
    [
      "--minimum-range": minimumRange != nil, "--minimum-elevation": minimumElevation != nil,
      "--maximum-elevation": maximumElevation != nil, "--blind-sectors": blindSectors != nil,
    ]
  }

  func check(_ usage: inout Usage) {
    usage.check("--minimum-range", minimumRange, in: .zero ... .kilometres(20_000), "0 m to 20000 km")
    for (name, angle) in [("--minimum-elevation", minimumElevation), ("--maximum-elevation", maximumElevation)] {
      usage.check(name, angle, in: .degrees(-90) ... .degrees(90), "an elevation of -90° to 90°")
    }
    usage.check("--blind-sectors", blindSectors)
    if let lowest = try? minimumElevation?.get(), let highest = try? maximumElevation?.get(), lowest >= highest {
      usage.report("--minimum-elevation must lie below --maximum-elevation")
    }
  }

  /// The limits; nil for none.
  func limits() throws -> BeamLimits? {
    let words = [
      minimumRange.map { "from \($0.text) on" }, minimumElevation.map { "above \($0.text)" },
      maximumElevation.map { "below \($0.text)" }, blindSectors.map { "blind in \($0.text)" },
    ].compactMap { $0 }
    if words.isEmpty { return nil }
    return BeamLimits(
      minimumRange: try minimumRange?.get() ?? .zero, minimumElevation: try minimumElevation?.get(),
      maximumElevation: try maximumElevation?.get(), blindSectors: try blindSectors?.get().sectors ?? [],
      words: words.joined(separator: ", "))
  }
}
