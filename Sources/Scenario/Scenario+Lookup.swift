public import Interception
public import Radar
internal import Response
public import Units

/// Why an id names nothing, or more than one thing.
public typealias LookupError = Fault<LookupFault>

extension Fault<LookupFault> {
  /// Nothing has an id: what there is, and what may have been meant.
  package static func unknown(_ what: String, _ id: String, among ids: some Collection<String>) -> LookupError {
    LookupError(.unknown, "the scenario has no \(what) “\(id)”", remedy: NearestName.choices(for: id, among: ids))
  }
}

extension Scenario {
  /// The purchase of an id.
  /// - Throws: ``LookupError`` with all ids and the nearest of them, as all look-ups here.
  public func purchase(named id: String) throws(LookupError) -> Purchase {
    try Self.find(id, "purchase", in: purchases, \.id)
  }

  /// The type of radar of an id.
  public func radarType(named id: String) throws(LookupError) -> RadarType {
    try Self.find(id, "radar type", in: radarTypes, \.id)
  }

  /// The flight of an id.
  public func flight(named id: String) throws(LookupError) -> Flight { try Self.find(id, "flight", in: flights, \.id) }

  /// What is wrong with each of some ids that nothing of a kind has, once for each.
  /// - Parameter what: The kind in a sentence: “base”.
  package static func unknown(
    _ ids: [String], _ what: String, among known: some Collection<String>
  ) -> [LookupError] {
    var seen: Set<String> = []
    return ids.filter { !known.contains($0) && seen.insert($0).inserted }.map { .unknown(what, $0, among: known) }
  }

  private static func find<Value>(
    _ id: String, _ what: String, in values: [Value], _ key: (Value) -> String
  ) throws(LookupError) -> Value {
    guard let value = values.first(where: { key($0) == id }) else {
      throw .unknown(what, id, among: values.map(key))
    }
    return value
  }
}
