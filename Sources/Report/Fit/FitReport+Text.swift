internal import Coverage
internal import Planning
internal import Radar
internal import Scenario
internal import Terrain
internal import Units

extension FitReport {
  /// The comparison for reading: what was compared, the counts, and what was fitted.
  public func text() -> String {
    let station = fit.station
    var text = SummaryText.wrapped(
      "\(station.id), \(station.name) (\(station.type.name)): antenna \(station.antennaHeight.fineHeightText) above ground, "
        + "ranges × \(station.rangeScale.fixed(3)), "
        + (station.horizonMask.isEmpty
          ? "no horizon mask" : "a horizon mask in \(station.horizonMask.parts.count) sectors"),
      title: "Radar")
    text += SummaryText.wrapped(observedLine, title: "Observed")
    text += SummaryText.wrapped(assumedLine, title: "Assumed")
    guard let all = fit.groups.first, !fit.looks.isEmpty else {
      return text + "\nNo observations: nothing is compared and nothing changes.\n"
    }
    text += SummaryText.wrapped(agreement(all, fit.isDetermined ? fit.fittedGroups.first : nil), title: "Agreement")
    text += "\n" + table.text()
    guard fit.question.fits else { return text }
    text += "\n" + parameters.text() + "\n" + findings + Self.method + "\n"
    return text
  }

  private var observedLine: String {
    let file = fit.question.observed
    let what =
      switch file.form {
      case .plots: "plots"
      case .outline: "the outline of a receiver\(file.part.map { " (\($0))" } ?? "")"
      case .rings: "computed range rings"
      }
    let counts = FitLook.Evidence.allCases.compactMap { evidence -> String? in
      let looks = fit.looks.filter { $0.evidence == evidence }
      guard !looks.isEmpty else { return nil }
      let seen = looks.count(where: \.isSeen)
      return switch evidence {
      case .plot: "\(looks.count) plots"
      case .reference: "\(looks.count) looks at known traffic, \(seen) of them seen"
      case .edge: "\(looks.count / 2) points of an edge"
      }
    }
    return "\(file.name), \(what)"
      + (fit.question.reference.map { ", against \($0.name)" } ?? "") + ": "
      + (counts.isEmpty ? "nothing of this radar" : counts.joined(separator: ", "))
      + (fit.isTrafficKnown ? "" : ". Traffic is not known, so that absence is no evidence")
  }

  private var assumedLine: String {
    let scenario = fit.scenario
    let ground =
      scenario.terrain.map { "terrain \($0.name)" }
      ?? "a smooth Earth with its ground at \(scenario.groundElevation.heightText)"
    let files = [fit.question.observed, fit.question.reference].compactMap(\.self).filter(\.assumesUTC).map(\.name)
    let times = files.isEmpty ? "" : ", times without a zone are UTC (\(files.joined(separator: ", ")))"
    return "\(ground), k \(scenario.effectiveEarthFactor.fixed(4)), target \(fit.target.crossSection.crossSectionText) "
      + fit.target.transponderText + times
  }

  private func agreement(_ all: FitGroup, _ fitted: FitGroup?) -> String {
    func words(_ group: FitGroup) -> String {
      let seen = group.both + group.onlyRadar
      var text = "of \(seen) seen, the model sees \(group.both) and misses \(group.onlyRadar)"
      if fit.isTrafficKnown {
        text += "; of \(group.count - seen) not seen, it sees \(group.onlyModel) and misses \(group.neither)"
      }
      return text
    }
    return words(all) + (fitted.map { ". Fitted: \(words($0))" } ?? "")
  }

  /// What was determined and what was not, in sentences.
  private var findings: String {
    func sentence(_ name: String, _ finding: FitFinding, stated: Double, _ show: (Double) -> String) -> String {
      switch finding {
      case .determined(let value, let low, let high):
        "\(name) is \(show(value)), between \(show(low)) and \(show(high))"
      case .atLeast(let bound):
        "\(name) is at least \(show(bound)); the data do not determine it"
          + (stated < bound ? ", but contradict the scenario’s \(show(stated))" : "")
      case .atMost(let bound): "\(name) is at most \(show(bound)); the data do not determine it"
      case .undetermined: "the data do not determine \(name)"
      }
    }
    var lines = [
      sentence("the antenna’s height", fit.antennaHeight, stated: fit.station.antennaHeight.metres) {
        Length.metres($0).fineHeightText
      },
      sentence("the range scale", fit.rangeScale, stated: fit.station.rangeScale) { $0.fixed(3) },
    ]
    let needed = fit.masks.filter { $0.isNeeded && $0.elevation.value != nil }
    lines.append(
      needed.isEmpty
        ? "no sector asks for a horizon mask"
        : "a horizon mask is needed in \(needed.map { "\($0.sector.text)" }.joined(separator: ", "))")
    if let within = fit.seenWithin, let outside = fit.seenOutside {
      lines.append(
        "within its coverage the radar sees \((within * 100).fixed(0)) % of looks, outside \((outside * 100).fixed(1)) %"
      )
    }
    return lines.map { SummaryText.wrapped($0, title: "Found") }.joined() + "\n"
  }
}
