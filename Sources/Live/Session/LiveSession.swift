internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Planning
internal import Report
internal import Scenario
internal import ScenarioFiles
internal import Units

/// A scenario that is planned by hand: its variants, what they come to, and who is told.
///
/// No file of the scenario is written before it is asked for. Every change is on the disk, in the ``Journal``, before it is
/// answered. One plan is computed at a time.
actor LiveSession {
  /// How the scenario is read and planned.
  struct Options: Sendable {
    /// Where floors and terrain are kept; nil: nowhere.
    var cache: FloorCache?
    /// Units of texts for people; nil for what the scenario states.
    var units: UnitSystem?
    /// The folder of journals.
    var journals: String
    /// Whether an earlier session is put aside.
    var isFresh = false
    /// The purchase that counts as made, of the scenario and of new variants.
    var purchase: String?
  }

  /// The scenario as the caller named it.
  nonisolated let path: String
  nonisolated let options: Options
  nonisolated let planner: any LivePlanner
  nonisolated let hub = EventHub()
  nonisolated let executor = PlanningExecutor()
  nonisolated let pages: LivePages
  let journal: Journal
  /// The scenario as it is on the disk, then the variants, in the order in which they were made.
  var variants: [Variant]
  /// What an earlier session could not bring back, for people.
  private(set) var notes: [String] = []
  /// How many variants came back from an earlier session.
  private(set) var restored = 0
  private var lastVariant = 0

  var answers: [String: LiveAnswer] = [:]
  var failures: [String: LiveFailure] = [:]
  /// Ids of variants that want an answer, the most urgent last.
  var wanted: [String] = []
  var running: LiveComputation?
  var busySince = ContinuousClock.now
  var lastStart: ContinuousClock.Instant?
  var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
  var lastWaiter = 0
  /// Computations that were begun.
  var computations = 0
  var jobs: [String: LiveJob] = [:]
  var lastJob = 0
  /// The newest preview of each page, by the page's own numbers.
  var previews: [String: Int] = [:]
  var isEnded = false

  /// The variant that is the scenario itself.
  static let base = "base"
  /// Variants that a session may have.
  static let most = 50

  /// Opens a scenario.
  /// - Throws: ``ScenarioError`` when the scenario cannot be used, ``LiveError`` when another session has it open.
  init(_ path: String, planner: any LivePlanner, options: Options) throws {
    (self.path, self.options, self.planner) = (path, options, planner)
    pages = try LivePages(scenario: path)
    let draft = try ScenarioDraft(folder: path)
    let scenario = try draft.load(cache: options.cache, units: options.units)
    let state = Variant.State(draft: draft, scenario: scenario)
    variants = [Variant(id: Self.base, name: scenario.name, state: state)]
    variants[0].purchase = try options.purchase.map { try scenario.purchase(named: $0).id }
    let (journal, entries) = try Journal.open(Journal.folder(of: path, in: options.journals))
    self.journal = journal
    var log = VariantLog(base: variants[0])
    if !options.isFresh { log.replay(entries) }
    variants = log.variants
    (notes, restored, lastVariant) = (log.notes, log.variants.count - 1, log.lastVariant)
    if variants.count == 1 { variants.append(variants[0].copy(id: log.nextId(), name: "Variant 1")) }
    lastVariant = log.lastVariant
    var first = JournalEntry(.begin)
    first.scenario = path
    try journal.replace(by: [first] + VariantLog.entries(of: variants))
  }

  /// Begins to compute, the scenario itself first.
  func start() { for variant in variants.reversed() { want(variant.id) } }

  /// Ends what is being computed and tells the pages.
  func end() async {
    isEnded = true
    let tasks = [running?.task] + jobs.values.map(\.task)
    for task in tasks { task?.cancel() }
    wakeAll()
    await hub.end()
    // What cannot stop at once must not keep the program from its end.
    let (end, ender) = AsyncStream<Void>.makeStream()
    Task {
      for task in tasks { await task?.value }
      ender.finish()
    }
    Task {
      try? await Task.sleep(for: .seconds(2))
      ender.finish()
    }
    for await _ in end {}
  }

  /// The place of a variant in the list.
  /// - Throws: ``LiveError`` with code `notFound`.
  func index(_ id: String) throws(LiveError) -> Int {
    guard let index = variants.firstIndex(where: { $0.id == id }) else {
      throw LiveError(.notFound, "there is no variant “\(id)”", remedy: "GET variants lists them")
    }
    return index
  }

  /// A variant.
  /// - Throws: ``LiveError`` with code `notFound`.
  func variant(_ id: String) throws(LiveError) -> Variant { variants[try index(id)] }

  /// The place of a variant that may be changed.
  func changeable(_ id: String) throws(LiveError) -> Int {
    guard id != Self.base else {
      throw LiveError(.conflict, "the scenario itself is not edited", remedy: "edit a variant: POST variants makes one")
    }
    return try index(id)
  }

  /// The scenario of a variant, which is read where it was not since the session began.
  /// - Throws: ``LiveError`` or ``ScenarioError``.
  func scenario(_ id: String) throws -> Scenario {
    let index = try index(id)
    if let scenario = variants[index].state.scenario { return scenario }
    let scenario = try load(variants[index].state.draft)
    variants[index].state.scenario = scenario
    return scenario
  }

  nonisolated func load(_ draft: ScenarioDraft) throws(ScenarioError) -> Scenario {
    try draft.load(cache: options.cache, units: options.units)
  }

  /// An id that no variant of the session has had.
  func nextId() -> String {
    lastVariant += 1
    return "v\(lastVariant)"
  }

  func send(_ event: LiveEvent) { Task { await hub.send(event) } }
}
