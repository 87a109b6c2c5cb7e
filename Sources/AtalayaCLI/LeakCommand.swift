import ArgumentParser
import Atalaya

/// The least-observed routes.
struct LeakCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leak",
    abstract: "Find the least-observed route to each strip, and which radar would close the widest gap.",
    discussion: """
      The worst case of a network: from the border (without one, from the edge of the terrain or from beyond every radar) \
      to each strip, the route of which radars see the least length. For defenders: how much is seen at least, where \
      it is first seen, the warning that this leaves, and what one more radar would change.

      The area is a grid of cells of --step (wider where there would be more than 250 000). Over terrain each is looked at \
      in 9 places, at every height that can be flown there, over a smooth Earth in its centre. What is unknown is not seen. \
      Routes go in straight steps in 32 directions, at most 1.31 % longer than in any direction, and stay within the box of \
      border and strips and a tenth of its diagonal (50 km at least) around it; of equal routes the shortest is taken.

      exposure    the least length seen of any route; each cell counts by the share of its places that is seen
      at least    no route over the grid is seen on less: a cell counts only where all of it is seen
      this route  what the radars see of the route of least exposure, looked at ten times as closely
      first seen  how far before the strip a radar first has it in view long enough to detect it
      warning     from the track to the strip: from when radars have seen it for as long as the scenario's alert \
      confirmation asks; “–” when it is never tracked

      With several heights the aircraft flies at each place at the one where it is seen least. A number of metres is above ground; \
      "2400 m AMSL" is above sea level. It flies no higher than --ceiling, nor over ground above that.

      --candidates N tries every radar type with a price on every site without a radar, each alone added to the network, and \
      shows the first N: by how few strips can still be reached unseen, then by what the worst strip gains, then by the mean \
      of all strips. Over terrain that takes a floor for each, kept in the cache for the next run.

      Written to the folder --output: leak.json, leak.csv, leak.gpkg (layers ways and candidates), leak.geojson (ways), \
      candidates.csv.

      Exit code: 0 done; 1 the scenario, its terrain or the output folder cannot be used; 64 wrong usage.

      Examples:
        atalaya leak GeoData/vraem --height 300m
        atalaya leak GeoData/lima --height "100 m, 300 m" \\
          --candidates 10 --type gm200 --propose 40
        atalaya leak GeoData/vraem --height "600 m" --purchase plan-2014
      """)

  @OptionGroup var options: ScenarioOptions

  @Option(help: "Heights at which it may fly, with commas between (default: the scenario's lowest altitude band).")
  var height: String?

  @Option(help: "Ground speed (default: the fastest of the scenario's flights, else 240 km/h).")
  var speed: String?

  @Option(
    help:
      "Highest altitude above mean sea level (default: the highest ceiling of the flights' aircraft, where all have one)."
  )
  var ceiling: String?

  @Option(
    help:
      "Ground that the terrain does not know: closed to routes, or open to them and seen by nobody (default: ways_over_unknown of scenario.yaml, else closed)."
  )
  var unknown: UnknownGround?

  @Option(help: "Side of a cell.")
  var step = "1 km"

  @Option(
    help: "Try every radar that could be bought alone, and show the best N.",
    transform: OptionNumber.count(0...OptionNumber.most))
  var candidates: Int = 0

  @Option(help: "With --candidates: only radars of this type; may be repeated.")
  var type: [String] = []

  @OptionGroup var proposals: ProposeOptions

  @Option(help: "table (everything, for reading), csv (the strips) or json (everything).")
  var format: TableFormat = .table

  @Option(name: .shortAndLong, help: "A folder for the files; made when it is not there.", completion: .directory)
  var output: String?

  private struct Amounts {
    var heights: [Altitude]?
    var speed: Speed?
    var ceiling: Length?
    var step: Length
  }

  func validate() throws {
    try options.folder()
    if candidates == 0, !type.isEmpty || proposals.propose != nil {
      throw ValidationError("--type and --propose go with --candidates")
    }
    _ = try amounts()
  }

  private func amounts() throws -> Amounts {
    func read<Value>(_ name: String, _ body: () throws -> Value) throws -> Value {
      do { return try body() } catch { throw ValidationError("\(name): \(error)") }
    }
    let amounts = Amounts(
      heights: try height.map { try LeakOptions.heights($0, option: "--height") },
      speed: try speed.map { text in try read("--speed") { try Speed.parse(text) } },
      ceiling: try ceiling.map { text in try read("--ceiling") { try Length.parse(altitude: text) } },
      step: try read("--step") { try Length.parse(step) })
    guard amounts.speed.map({ $0 > .zero }) ?? true else { throw ValidationError("--speed is above zero") }
    guard (.metres(50) ... .kilometres(200)).contains(amounts.step) else {
      throw ValidationError("--step is 50 m to 200 km")
    }
    if let ceiling = amounts.ceiling, !(.metres(-500) ... .kilometres(100)).contains(ceiling) {
      throw ValidationError("--ceiling is -500 m to 100 km")
    }
    return amounts
  }

  func run() async throws {
    let progress = ProgressLine(isQuiet: options.quiet)
    defer { progress.clear() }
    let scenario = try proposals.adding(to: try load(), progress)
    if !options.quiet { AmountText.noteFlightLevels([height, ceiling]) }
    let amounts = try amounts()
    var purchase: Scenario.Purchase?
    if let id = options.purchase {
      purchase = scenario.purchases.first { $0.id == id }
      guard purchase != nil else {
        let known = scenario.purchases.map(\.id).joined(separator: ", ")
        throw Console.failure("the scenario has no purchase “\(id)”; it has \(known.isEmpty ? "none" : known)")
      }
    }
    let question = LeakQuestion(
      of: scenario, heights: amounts.heights, speed: amounts.speed, ceiling: amounts.ceiling, step: amounts.step,
      purchase: purchase, options: candidates > 0 ? try candidateOptions(scenario, besides: purchase) : [],
      unknown: unknown)
    let leak: Leak
    do {
      leak = try await Leak.run(
        scenario, question, terrain: TerrainCoverage.Options(cache: options.cache)
      ) { progress.show($0, doing: $1) }
    } catch {
      progress.clear()
      throw Console.failure(error.description)
    }
    progress.clear()
    try print(LeakReport(leak), of: scenario)
    if format == .table, !options.quiet { for line in leak.notes { Console.note("warning: \(line)") } }
  }

  private func load() throws -> Scenario {
    do { return try Scenario.load(folder: try options.folder(), cache: options.cache, units: options.units) } catch let
      error as ScenarioError
    {
      throw Console.failure(error)
    }
  }

  private func candidateOptions(_ scenario: Scenario, besides purchase: Scenario.Purchase?) throws -> [SiteOption] {
    for id in type where !scenario.radarTypes.contains(where: { $0.id == id }) {
      throw Console.failure(
        "the scenario has no radar type “\(id)”; it has \(scenario.radarTypes.map(\.id).joined(separator: ", "))")
    }
    let found = scenario.siteOptions(besides: purchase).filter { type.isEmpty || type.contains($0.type.id) }
    guard !found.isEmpty else {
      throw Console.failure("the scenario has no site without a radar, or no radar type with a price, to try")
    }
    return found
  }

  private func print(_ report: LeakReport, of scenario: Scenario) throws {
    var files: PlanFiles?
    if let output {
      files = PlanFiles(of: report)
      do throws(GeoFileError) {
        let notes = try files?.write(to: output, about: scenario) { Console.waiting(for: output) } ?? []
        if !options.quiet { for line in notes { Console.note("note: \(line)") } }
      } catch { throw Console.failure(error.description) }
    }
    switch format {
    case .table:
      Console.result(scenario.units.writing { report.text(closures: candidates) })
      if let files, let output { Console.result("\n" + files.summary(folder: output)) }
    case .csv: Console.result(report.table.csv)
    case .json: Console.result(report.json)
    }
  }
}
