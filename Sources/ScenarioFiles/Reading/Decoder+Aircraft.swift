import Response
import Scenario
import Units

extension Decoder {
  /// The aircraft catalogue.
  func aircraft() -> Index<Aircraft> {
    typealias F = AircraftFields
    let types = aircraftTypes()
    return decode("aircraft", id: { $0.required(F.id) }) { row, id in
      let type = row.optional(PerformanceFields.figuresOf)
      guard let row = type.map({ types.fill(row, from: $0) }) ?? row else { return nil }
      let kind = row.required(F.kind)
      let cruise = row.required(F.cruise)
      let departureAllowance = row.optional(F.departureAllowance) ?? .minutes(2)
      let landingAllowance = row.optional(F.landingAllowance) ?? .minutes(2)
      let reserve = row.optional(F.reserve) ?? .minutes(30)
      let statedEndurance = row.optional(F.endurance)
      let range = row.optional(F.range)
      let ceiling = row.optional(F.ceiling)
      let runway = row.optional(F.requiredRunway)
      let crossSection = row.optional(F.crossSection)
      let transponder = row.optional(F.transponder) ?? .none
      let performance = performance(row, sources: type.flatMap { types.sources[$0] } ?? [:])
      guard let kind, let cruise else { return nil }
      let fromRange = range.map { Duration.seconds(clamping: $0.metres / cruise.metresPerSecond) }
      if let statedEndurance, let fromRange {
        let ratio = statedEndurance.inSeconds / max(1, fromRange.inSeconds)
        if !(0.8...1.25).contains(ratio) {
          row.warn(
            .range, F.endurance, "\(statedEndurance.text) contradicts range / cruise, \(fromRange.text)",
            "the endurance is taken")
        }
      }
      if let statedEndurance, let fromFuel = performance?.fuel?.endurance {
        let ratio = statedEndurance.inSeconds / max(1, fromFuel.inSeconds)
        if !(0.8...1.25).contains(ratio) {
          row.warn(
            .range, F.endurance,
            "\(statedEndurance.text) contradicts usable_fuel / fuel_flow, \(fromFuel.text)", "the endurance is taken")
        }
      }
      let endurance = statedEndurance ?? performance?.fuel?.endurance ?? fromRange
      if let endurance, endurance <= reserve {
        row.warn(
          .range, F.endurance, "\(endurance.text) does not exceed the reserve, \(reserve.text)", "it can fly nowhere")
      }
      checkKind(row, kind)
      var aircraft = Aircraft(
        id: id, name: row.optional(F.name) ?? id, kind: kind, cruise: cruise, departureAllowance: departureAllowance,
        landingAllowance: landingAllowance, endurance: endurance, reserve: reserve, ceiling: ceiling,
        requiredRunway: runway, crossSection: crossSection)
      aircraft.transponder = transponder
      aircraft.performance = performance
      return aircraft
    }
  }

  /// What a row states of performance by altitude; nil when it states nothing of it.
  private func performance(_ row: Row, sources: [PerformanceFigure: [FigureSource]]) -> Performance? {
    typealias F = PerformanceFields
    var result = Performance()
    result.cruise = table(row, F.cruise)
    result.cruiseAltitude = row.optional(F.cruiseAltitude)
    result.climb = table(row, F.climb)
    result.descent = table(row, F.descent)
    result.runway = table(row, F.runway)
    let inside = hoverTable(row, F.hoverInside)
    let outside = hoverTable(row, F.hoverOutside)
    do throws(PerformanceError) {
      let hover = try HoverLimits(inGroundEffect: inside, outOfGroundEffect: outside)
      result.hover = hover.isEmpty ? nil : hover
    } catch {
      row.report(.range, F.hoverOutside, error.problem, error.remedy ?? "")
    }
    result.landingHover = row.optional(F.landingHover)
    result.missionMass = row.optional(F.missionMass)
    result.maximumMass = row.optional(F.maximumMass)
    result.engineStopLimit = row.optional(F.engineStopLimit)
    result.minimumHeightByDay = row.optional(F.minimumHeightByDay)
    result.minimumHeightByNight = row.optional(F.minimumHeightByNight)
    result.fuel = fuel(row)
    if let mission = result.missionMass, let most = result.maximumMass, mission > most {
      row.report(
        .range, F.missionMass, "\(mission.text) is more than the greatest take-off mass, \(most.text)",
        "state a mass that may take off")
    }
    let isStated = F.formats.contains { row.gives($0) }
    guard isStated else { return nil }
    result.sources = sources.filter { row.isFilled($0.key.rawValue) }
    return result
  }

  /// A table by density altitude; nil when it is absent or, after a report, impossible.
  private func table<Amount: Quantity & UnitBearing>(
    _ row: Row, _ field: Field<[TableEntry<Length, Amount>]>
  ) -> AltitudeTable<Amount>? {
    guard let entries = row.optional(field) else { return nil }
    do throws(PerformanceError) {
      if entries.count == 1, entries[0].at == nil { return try AltitudeTable(constant: entries[0].value) }
      return try AltitudeTable(
        entries.compactMap { entry in entry.at.map { AltitudeTable.Row(altitude: $0, value: entry.value) } })
    } catch {
      row.report(.range, field, error.problem, error.remedy ?? "")
      return nil
    }
  }

  private func hoverTable(_ row: Row, _ field: Field<[TableEntry<Mass, Length>]>) -> HoverTable? {
    guard let entries = row.optional(field) else { return nil }
    do throws(PerformanceError) {
      return try HoverTable(
        entries.compactMap { entry in entry.at.map { HoverTable.Row(mass: $0, ceiling: entry.value) } })
    } catch {
      row.report(.range, field, error.problem, error.remedy ?? "")
      return nil
    }
  }

  private func fuel(_ row: Row) -> FuelSupply? {
    typealias F = PerformanceFields
    let (usable, hourly) = (row.optional(F.usableFuel), row.optional(F.fuelFlow))
    guard let usable, let hourly else {
      if row.has(F.usableFuel) != row.has(F.fuelFlow) {
        row.warn(
          .incomplete, row.has(F.usableFuel) ? F.usableFuel : F.fuelFlow, "gives no endurance on its own",
          "state usable_fuel and fuel_flow")
      }
      return nil
    }
    let supply = FuelSupply(usable: usable, hourly: hourly)
    if supply == nil {
      row.report(
        .value, F.fuelFlow,
        "is by \(hourly.isMass ? "mass" : "volume"), usable_fuel by \(usable.isMass ? "mass" : "volume")",
        "state both by mass or both by volume: the density of the fuel is not assumed")
    }
    return supply
  }

  /// Warns of figures that mean nothing for the kind.
  private func checkKind(_ row: Row, _ kind: Aircraft.Kind) {
    typealias F = PerformanceFields
    let others =
      kind == .helicopter
      ? [F.runway.format] : [F.hoverInside.format, F.hoverOutside.format, F.landingHover.format]
    for format in others where row.gives(format) {
      diagnostics.warning(
        .value, at: row.origin(named: format.name), field: format.name,
        "says nothing of \(kind == .helicopter ? "a helicopter" : "an aeroplane")", "take it away")
    }
  }
}
