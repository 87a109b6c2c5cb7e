internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Radar
public import Scenario
internal import Units

extension ScenarioDraft {
  /// The scenario as it is on the disk with one more purchase: the radars and measures that the draft has in addition.
  ///
  /// New sites become candidates, new radar types are added to the catalogue. What else the draft changes, moved radars for
  /// instance, is not part of it.
  /// - Parameters:
  ///   - id: The key of the purchase.
  ///   - name: Its name for people; nil for the id.
  /// - Throws: ``ScenarioError`` when the draft or the scenario cannot be read, when the draft has nothing in addition, and
  ///   when there is a purchase of that id.
  public func purchase(id: String, name: String? = nil) throws(ScenarioError) -> ScenarioDraft {
    var draft = try ScenarioDraft(folder: path)
    let before = try draft.load(opensTerrain: false)
    let after = try load(opensTerrain: false)
    let items = after.sites.compactMap { site -> (site: String, type: String)? in
      guard let radar = site.radar, before.sites.first(where: { $0.id == site.id })?.radar?.id != radar.id else {
        return nil
      }
      return (site.id, radar.id)
    }
    let measures = after.measures.map(\.id).filter { id in !before.measures.contains { $0.id == id } }
    guard !items.isEmpty || !measures.isEmpty else {
      throw failure(
        .incomplete, "layers.purchases", "the draft has neither a radar nor a measure in addition",
        "save it as a folder instead")
    }
    let types = Set(items.map(\.type)).subtracting(before.radarTypes.map(\.id))
    let sites = Set(items.map(\.site)).subtracting(before.sites.map(\.id))
    try copy(types, of: "radar_types", to: &draft, without: [])
    try copy(sites, of: "sites", to: &draft, without: [SiteFields.radar])
    try copy(Set(measures), of: "measures", to: &draft, without: [])
    let layer = try draft.layer(PurchaseFields.layer.key)
    if layer.layer.table != nil {
      guard measures.isEmpty, !layer.layer.records.contains(where: { layer.names($0, id) }) else {
        throw failure(
          measures.isEmpty ? .duplicate : .incomplete, "layers.purchases",
          measures.isEmpty ? "“\(id.prefix(60))” is there already" : "is a table, which cannot hold measures",
          measures.isEmpty ? "choose another id" : "write the purchases into scenario.yaml")
      }
      for item in items {
        try draft.apply(.add(layer: "purchases", fields: ["purchase": id, "site": item.site, "type": item.type]))
      }
    } else {
      var fields = ["id": id]
      if let name { fields["name"] = name }
      if !items.isEmpty {
        let rows = items.map { YAMLValue.keys([("site", .text($0.site)), ("type", .text($0.type))]).written() }
        fields["radars"] = "[\(rows.joined(separator: ", "))]"
      }
      if !measures.isEmpty {
        fields["measures"] = "[\(measures.map { YAMLWriting.scalar($0) }.joined(separator: ", "))]"
      }
      try draft.apply(.add(layer: "purchases", fields: fields))
    }
    _ = try draft.load(opensTerrain: false)
    return draft
  }

  /// Writes that purchase into the scenario’s own files, comments kept, or into a copy of them.
  /// - Parameter target: A folder to make; nil for the scenario’s own.
  /// - Throws: ``ScenarioError`` as ``purchase(id:name:)`` and ``write(to:replacing:)``.
  public func writePurchase(id: String, name: String? = nil, into target: String? = nil) throws(ScenarioError) {
    let draft = try purchase(id: id, name: name)
    try draft.write(to: target ?? folder.path, replacing: target == nil)
  }

  /// Adds rows of this draft to another.
  private func copy(
    _ ids: Set<String>, of key: String, to draft: inout ScenarioDraft, without fields: [Field<String>]
  ) throws(ScenarioError) {
    guard !ids.isEmpty else { return }
    let layer = try layer(key)
    for (row, id) in layer.ids.enumerated() where ids.contains(id) {
      var cells = layer.cells(row)
      for field in fields { for key in cells.keys where field.format.matches(key) { cells[key] = nil } }
      if case .point(let position) = layer.layer.records[row].geometry {
        cells[PositionFields.position.name] = "\(position.latitudeDegrees), \(position.longitudeDegrees)"
      }
      try draft.apply(.add(layer: key, fields: cells))
    }
  }
}

extension DraftLayer {
  /// Whether a row of a table of purchases belongs to one.
  fileprivate func names(_ record: Record, _ purchase: String) -> Bool {
    record.cells.contains { key, cell in
      guard PurchaseFields.purchase.format.matches(key), case .text(let text) = cell.content else { return false }
      return text.trimmed == purchase
    }
  }
}
