import ArgumentParser
import Atalaya

/// `atalaya reach`
struct ReachCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract:
      "Map what each asset, each base and all together reach within some times, and what is lost without a base.",
    discussion: """
      Times count from the order to the arrival, by the rules of `atalaya response`: readiness, start and climb, flight, landing; \
      fuel for the way there, the time on scene, the way back and the reserve; ceiling, hover and wind where they are stated. A \
      helicopter lands anywhere, an aeroplane circles overhead; at strips it lands where they are long enough. Each cell \
      has the time to its centre. Unknown ground, outside the terrain or without a value, is reached by no one and counts to \
      the whole.

      Flights follow geodesics; with --routed they go over the terrain, and a cell's time is interpolated between its posts.

      Shares are of the area on the ellipsoid, of the weights of demand_points, and of the strips. “Without” says what is \
      lost when one base is out, and which strips and demand points fall beyond the limit.

      Written to the folder --output: reach.json; reach.csv (shares), reach_places.csv (who is first where, and who comes \
      from the next base), reach_without.csv and reach_fallen.csv (one base out); reach.gpkg (layers isochrones and places) and \
      reach.geojson (isochrones: nested polygons for each limit, period, asset, base and all); and a Cloud Optimized GeoTIFF of \
      minutes for each of them, as reach-all-day.tif, reach-base-ID-night.tif: Float32, NaN (no data) where out of reach \
      and where the ground is unknown.

      Exit code: 0 done; 1 the scenario, its terrain or the output folder cannot be used; 64 wrong usage.

      Examples:
        atalaya reach GeoData/vraem
        atalaya reach GeoData/vraem --limits 15,30,60 --period night \\
          --step 2km --output out
        atalaya reach GeoData/lima --region "-13, -78, -11, -76" --routed
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var asked: ReachOptions
  @OptionGroup var output: ReportOutput

  func check(_ usage: inout Usage) {
    options.check(&usage)
    asked.check(&usage)
    output.check(&usage, besidesTable: [:])
    output.check(&usage, options)
  }

  func run() throws {
    let scenario = try options.load()
    var known = Filter()
    known.check(options.purchase, of: scenario)
    let purchase = scenario.purchases.first { $0.id == options.purchase }
    known.check(asked.ids, "asset", among: scenario.assets(taking: purchase?.measures ?? []).map(\.id))
    try known.finish()
    let reach: Reach
    do { reach = try Reach.run(scenario, try asked.question(of: scenario, purchase: purchase)) } catch let error
      as ReachError
    {
      throw Console.failure(error)
    }
    let report = ReachReport(reach)
    try output.print(report, about: scenario, isQuiet: options.quiet) { files in
      scenario.units.writing { report.text } + (files.map { "\n" + $0 } ?? "")
    }
  }
}
