internal import Foundation
internal import GeoFiles
internal import Units

/// What a comparison needs of a plan.json; keys and units are those of ``PlanDocument``.
struct PlanRecord: Decodable {
  struct Tool: Decodable { var version: String }
  struct Named: Decodable { var name: String }
  struct Outcome: Decodable {
    var flightsPerDay: Double
    var detectedBeforeLandingPerDay: Double
    var trackedBeforeLandingPerDay: Double
    var orderedBeforeTakeoffPerDay: Double
    var metAtStripPerDay: Double
    var metInFlightOnlyPerDay: Double
    var warningShortestS: Double?
    var warningMedianS: Double?
    var warningLongestS: Double?
  }
  struct Purchase: Decodable {
    var id: String?
    var name: String?
    var currency: String?
    var priceLow: Double?
    var priceBase: Double?
    var priceHigh: Double?
    var measures: [String]?
  }
  struct Network: Decodable {
    var purchase: String?
    var stations: [Station]
  }
  /// A thing by id and name: a strip, a base, an aircraft.
  struct Entry: Decodable {
    var id: String
    var name: String?
  }
  struct Station: Decodable, Hashable {
    var id: String
    var type: String
    /// For people: stations are the same whatever they are called.
    var name: String?
    var typeName: String?

    static func == (a: Station, b: Station) -> Bool { a.id == b.id && a.type == b.type }
    func hash(into hasher: inout Hasher) {
      hasher.combine(id)
      hasher.combine(type)
    }
  }
  struct Requirement: Decodable, Hashable {
    var name: String
    var required: Double
    var reached: Double?
    var isMet: Bool
  }
  struct Coverage: Decodable {
    var rcsM2: Double
    var hasTransponder: Bool
    var bands: [Band]
  }
  struct Band: Decodable {
    var heightAglM: Double
    var areaSeenByAtLeast: [SeenArea]
  }
  struct SeenArea: Decodable {
    var radars: Int
    var areaKm2: Double
  }
  struct Response: Decodable {
    var strip: String
    var asset: String
    var period: String
    var readinessS: Double?
    var totalS: Double?
    var reachable: Bool
  }
  /// An asset by the ids of what flies and from where.
  struct AssetEntry: Decodable {
    var id: String
    var base: String
    var aircraft: String
  }
  struct Flight: Decodable {
    var id: String
    var name: String?
    var strip: String
    var warningS: Double?
    var verdict: String
    var bestAsset: String?
    var assets: [Asset]
  }
  struct Asset: Decodable {
    var asset: String
    var arrivalS: Double?
    var slackS: Double?
  }
  struct Required: Decodable {
    var strip: String
    var period: String
    var alongRouteM: Double?
  }

  /// A setting of the scenario.
  struct Parameter: Decodable {
    var name: String
    /// Its value as it is read: a number, a word, or several with commas between; nil for none.
    var text: String?
    var unit: String?

    private enum Key: String, CodingKey { case name, value, unit }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      name = try container.decode(String.self, forKey: .name)
      unit = try? container.decode(String.self, forKey: .unit)
      text = (try? container.decode(Value.self, forKey: .value))?.text
    }

    private struct Value: Decodable {
      var text: String?

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let values = try? container.decode([Value].self) {
          text = values.isEmpty ? nil : values.compactMap(\.text).joined(separator: ", ")
        } else if let isSo = try? container.decode(Bool.self) {
          text = isSo ? "yes" : "no"
        } else if let number = try? container.decode(Double.self) {
          text = number.significant(9)
        } else {
          text = try? container.decode(String.self)
        }
      }
    }
  }

  var format: String
  var version: Int
  var tool: Tool
  var scenario: Named
  var parameters: [Parameter]?
  var outcome: Outcome
  var requirements: [Requirement]
  var purchases: [Purchase]
  var aircraft: [Entry]?
  var bases: [Entry]?
  var assets: [AssetEntry]?
  var strips: [Entry]?
  var network: Network
  var coverage: Coverage
  var responses: [Response]
  var flights: [Flight]
  var requiredDetection: [Required]
  var warnings: [String]

  /// The units of its outputs for people; metric where it states none.
  var units: UnitSystem {
    parameters?.first { $0.name == "units" }?.text.flatMap(UnitSystem.init(rawValue:)) ?? .metric
  }

  /// What its assets are called; those of whose aircraft and base it has no names are left out.
  var assetNames: [String: PlanComparison.AssetName] {
    func names(_ entries: [Entry]?) -> [String: String] {
      Dictionary((entries ?? []).map { ($0.id, $0.name ?? $0.id) }) { first, _ in first }
    }
    let (aircraft, bases) = (names(aircraft), names(bases))
    let pairs = (assets ?? []).compactMap { asset in
      aircraft[asset.aircraft].flatMap { flying in
        bases[asset.base].map {
          (asset.id, PlanComparison.AssetName(aircraft: flying, base: Called.short($0, asset.base, most: 20)))
        }
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// What coverage looks for, as the scenario states it: its cross-section and whether it replies.
  var target: [String?] {
    let stated = parameters?.first { $0.name == "target_rcs" }?.text
    return [stated ?? coverage.rcsM2.significant(9), coverage.hasTransponder ? "yes" : "no"]
  }

  /// The purchase that was made; nil for today's radars.
  var bought: Purchase? { network.purchase.flatMap { id in purchases.first { $0.id == id } } }

  /// Reads the plan.json of a plan's folder, or the file itself.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/missing``, ``GeoFileFault/unreadable`` or
  ///   ``GeoFileFault/badText``.
  static func read(_ path: String) throws(GeoFileError) -> PlanRecord {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let file = isFolder.boolValue ? (path as NSString).appendingPathComponent("plan.json") : path
    guard isThere, FileManager.default.fileExists(atPath: file) else {
      throw GeoFileError(
        .missing, path: file, problem: "there is no such plan",
        remedy: "name the folder that `atalaya plan SCENARIO --output FOLDER` has written")
    }
    return try decode(Data(InputFile.bytes(of: file, limit: largest)), path: file)
  }

  /// Bytes of the longest plan.json that is read: 10,000 flights against 50 assets.
  private static let largest = 256_000_000
  /// Larger than any figure of a plan, in any unit or currency.
  private static let greatest = 1e15

  /// The first number that is too large for any plan, with its path; nil when there is none.
  private static func excess(in value: Any, at path: String = "") -> String? {
    func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    switch value {
    case let object as [String: Any]:
      return object.keys.sorted().lazy.compactMap { key in object[key].flatMap { excess(in: $0, at: place(key)) } }
        .first
    case let list as [Any]:
      return list.enumerated().lazy.compactMap { excess(in: $1, at: place(String($0))) }.first
    case let number as NSNumber:
      return abs(number.doubleValue) <= greatest ? nil : "\(path) is \(number.doubleValue)"
    default: return nil
    }
  }

  private struct Head: Decodable {
    var format: String
    var version: Int
  }

  /// Reads a plan.json.
  /// - Parameter isOwn: Whether this tool has just made it, so that its figures need no check.
  static func decode(_ data: Data, path: String, isOwn: Bool = false) throws(GeoFileError) -> PlanRecord {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let head = try? decoder.decode(Head.self, from: data), head.format == "atalaya-plan" else {
      throw GeoFileError(
        .badText, path: path, problem: "is not a plan.json of atalaya", remedy: "write it with `atalaya plan SCENARIO`")
    }
    guard head.version == PlanDocument.version else {
      throw GeoFileError(
        .badText, path: path,
        problem: "is a plan.json of version \(head.version), this tool knows \(PlanDocument.version)",
        remedy: "write it again with `atalaya plan SCENARIO`")
    }
    if !isOwn, let tree = try? JSONSerialization.jsonObject(with: data), let excess = excess(in: tree) {
      throw GeoFileError(
        .badText, path: path, problem: "is a broken plan.json: \(excess), which no plan holds",
        remedy: "write it again with `atalaya plan SCENARIO`")
    }
    do { return try decoder.decode(PlanRecord.self, from: data) } catch {
      throw GeoFileError(
        .badText, path: path, problem: "is a broken plan.json: \(place(of: error))",
        remedy: "write it again with `atalaya plan SCENARIO`")
    }
  }

  /// Where decoding stopped: `flights.3.verdict is missing`.
  private static func place(of error: any Error) -> String {
    func text(_ path: [any CodingKey]) -> String {
      path.map { key in
        // Keys as the file has them: warning_s, not warningS.
        key.intValue.map(String.init) ?? key.stringValue.replacing(/[A-Z]/) { "_\($0.output.lowercased())" }
      }.joined(separator: ".")
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context): "\(text(context.codingPath + [key])) is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(text(context.codingPath)) has a value of another kind"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\(text(context.codingPath)) has a value that does not fit"
    default: "it is not JSON to its end"
    }
  }
}
