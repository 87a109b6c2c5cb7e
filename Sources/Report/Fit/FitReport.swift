internal import Coverage
public import Planning
internal import Radar
internal import Scenario
internal import Units

/// A radar beside what was measured, for reading, for files and as a drawing.
public struct FitReport: Sendable {
  /// The comparison.
  public var fit: Fit

  /// A report of a comparison.
  public init(_ fit: Fit) { self.fit = fit }

  /// How values and intervals come about.
  static let method =
    "Profile likelihood of seen and unseen looks with soft edges, scaled to one over the range searched: median and central 95 %. Where they leave it open, a bound that 99 % of sightings keep."

  /// The looks in groups, counted by what the radar and the model say of them.
  public var table: ReportTable {
    Records.fitGroup.table(
      fit.groups.map { group in
        FitGroupRow(
          group: group,
          fitted: fit.isDetermined
            ? fit.fittedGroups.first { $0.key == group.key && $0.span == group.span && $0.cause == group.cause } : nil,
          isTrafficKnown: fit.isTrafficKnown)
      })
  }

  /// Antenna height, range scale and mask with their intervals.
  public var parameters: ReportTable {
    guard fit.question.fits else { return Records.fitParameter.table([]) }
    let station = fit.station
    let masks = fit.masks.filter { $0.looks > 0 }.map { mask in
      let middle = mask.sector.begin + .degrees(mask.sector.width.degrees / 2)
      return FitParameterRow(
        name: FitParameterRow.names[2], sector: mask.sector, looks: mask.looks,
        stated: station.horizonMask.lowest(at: middle)?.degrees, finding: mask.elevation,
        isApplied: mask.isNeeded && mask.elevation.value != nil)
    }
    return Records.fitParameter.table(
      [
        FitParameterRow(
          name: FitParameterRow.names[0], looks: fit.looks.count, stated: station.antennaHeight.metres,
          finding: fit.antennaHeight, isApplied: fit.antennaHeight.value != nil),
        FitParameterRow(
          name: FitParameterRow.names[1], looks: fit.looks.count, stated: station.rangeScale, finding: fit.rangeScale,
          isApplied: fit.rangeScale.value != nil),
      ] + masks)
  }

  /// How far radar and model see, by azimuth.
  public var reaches: ReportTable { Records.fitReach.table(fit.reaches) }

  /// Everything, with units in the keys.
  public var json: String { Records.fit.object(self).text }

  /// The JSON Schema of ``json``.
  public static var schema: String { Records.fit.schema(of: "Atalaya fit, version 1").text }

  /// A layer `site_overrides` of what was determined, for a scenario to include; nil where nothing was.
  ///
  /// Its columns are those that the scenario's format has; what was not determined is empty and stays as the site has it.
  public var siteOverride: String? { siteOverride(keeping: nil) }

  /// The same with the rows of other sites of a layer that this wrote before.
  public func siteOverride(keeping before: String?) -> String? {
    guard fit.isDetermined else { return nil }
    let fitted = fit.fittedStation
    let mask = fit.masks.contains { $0.isNeeded && $0.elevation.value != nil } ? fitted.horizonMask.text : ""
    let cells = [
      fit.station.id, fit.antennaHeight.value.map { $0.fixed(2) } ?? "", fit.rangeScale.value.map { $0.fixed(4) } ?? "",
      mask, "atalaya fit: \(fit.looks.count) looks of \(fit.question.observed.name)",
    ].map(Self.quoted)
    let head = "site,antenna_height_m,range_scale,horizon_mask,source"
    let old = before?.split(separator: "\n").map(String.init) ?? []
    let others = old.first == head ? old.dropFirst().filter { !$0.hasPrefix(cells[0] + ",") } : []
    return ([head] + others + [cells.joined(separator: ",")]).joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    let line = text.replacing("\n", with: " ").replacing("\r", with: " ")
    return line.contains { ",\";".contains($0) } ? "\"\(line.replacing("\"", with: "\"\""))\"" : line
  }
}
