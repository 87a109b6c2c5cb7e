import Response
import Scenario
import Units

/// Places where responding aircraft land on their way, and the keys under `refuelling`.
enum StopFields {
  static let id = Field<String>.id("The key by which outputs name the place.")
  static let handOverID = Field<String>.id("The key by which `hand_over` of assets names the place.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.groundElevation
  static let time = Field<Duration>.duration(
    "refuelling_time", .optional("`refuelling.time`"), from: .minutes(1), to: .hours(24),
    "From touch-down until the aircraft may start again with full tanks.")
  static let kinds = Field<Set<Aircraft.Kind>>.kinds(
    "kinds", .optional("both"), "Which aircraft it serves.")
  static let runway = Field<Length>.length(
    "runway", .optional("unknown: the landing of aeroplanes is not checked"), .metres(1)...(.kilometres(10)),
    "Usable length of its runway: an aeroplane that needs more at its density altitude does not land there.")
  static let opens = Field<Duration>.time(
    "opens", .optional("always open"), "Local time at which it opens; with `closes`.")
  static let closes = Field<Duration>.time(
    "closes", .optional("always open"),
    "And at which it closes; before `opens`: on the next day. An aircraft lands and has left between them.")

  static let refuelling = LayerFormat(
    key: "refuelling_places", rowName: "a place to refuel",
    summary:
      "Places where responding aircraft refuel on their way there or home when their fuel does not last, in addition to bases "
      + "with `fuel`. A place above the ceiling, where a helicopter cannot hover, that is closed then or whose runway is too short does not serve.",
    fields: [id.format, name.format] + PositionFields.all + [
      elevation.format, time.format, kinds.format, runway.format, opens.format, closes.format,
    ])

  static let handOver = LayerFormat(
    key: "hand_over_places", rowName: "a hand-over place",
    summary: "Hospitals, posts and other places where aircraft hand over whom they carry: see `hand_over` of `assets`.",
    fields: [handOverID.format, name.format] + PositionFields.all + [
      elevation.format, kinds.format, runway.format, opens.format, closes.format,
    ])

  static let usualTime = Field<Duration>.duration(
    "time", .optional(MissionSupport.usualRefuelling.text), from: .minutes(1), to: .hours(24),
    "How long refuelling takes at bases with `fuel`, and at places that state no `refuelling_time`.")
  static let mostStops = Field<Int>.count(
    "most_stops", .optional("\(MissionSupport.usualStops)"), 0...10,
    "How often an aircraft refuels on one mission at most, there and home together.")

  static let format = LayerFormat(
    key: "refuelling", rowName: "refuelling", summary: "", fields: [usualTime.format, mostStops.format])
}

extension Field where Value == Set<Aircraft.Kind> {
  /// One kind of aircraft or several, with semicolons or commas between.
  static func kinds(_ name: String, _ need: Need, _ meaning: String) -> Field {
    let words = Aircraft.Kind.allCases.map(\.rawValue)
    return Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "words", accepted: words.joined(separator: ", "),
        fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        var kinds: Set<Aircraft.Kind> = []
        for part in text.split(whereSeparator: { ";,".contains($0) }).map({ String($0).trimmed }) {
          guard let kind = Aircraft.Kind(rawValue: part.lowercased()) else {
            throw FieldIssue(
              .value, "“\(part.prefix(60))” is not one of the words",
              "write \(words.joined(separator: " or ")), or both")
          }
          kinds.insert(kind)
        }
        guard !kinds.isEmpty else {
          throw FieldIssue(.value, "names no kind", "write \(words.joined(separator: " or ")), or both")
        }
        return kinds
      })
  }
}
