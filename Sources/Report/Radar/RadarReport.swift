public import Radar
public import Units

/// What radar types detect: tables, budgets and a vertical coverage chart of one or several, side by side.
public struct RadarReport: Sendable {
  /// One type with what was computed of it.
  struct Part: Sendable {
    var view: RadarView
    /// What receivers of a passive type make of the illuminators that were named.
    var baselines: [BistaticBaseline] = []
    /// By cross-section, probability and height, in this order.
    var reaches: [ReachRow]
    /// On the axis of the beam, without the Earth.
    var ranges: [AxisRow]
    /// The chart's lines.
    var coverage: [CoverageLine]
    var budget: RadarBudget
    /// Where the budget is: slant range and elevation.
    var place: (slant: Length, elevation: Angle)
    /// The cross-section and the probability of budget and chart.
    var asked: (crossSection: Area, detection: Double)
    /// The cross-section that the probability takes in that place; nil where it does not matter.
    var neededCrossSection: Area?
    /// The range of a ratio that was asked, through the weather and in free space.
    var ratioRange: (weather: Length, free: Length)?
  }

  /// A line of the vertical coverage chart.
  struct CoverageLine: Sendable {
    var crossSection: Area
    var detection: Double
    var coverage: VerticalCoverage
  }

  /// As many types as the chart has colours for.
  static let drawn = 6

  /// What was asked.
  public let question: RadarQuestion
  let parts: [Part]
  /// Types of which nothing can be computed, with the reason.
  public let omitted: [String]
  /// Limits of what was computed, and contradictions in the types.
  public let warnings: [RadarWarning]
  /// Receivers of what aircraft transmit.
  let links: [ReceiverLink]
  /// Whether nothing could be computed of any type.
  public var isEmpty: Bool { parts.isEmpty && links.isEmpty }
  /// What the chart leaves out; nil when it shows everything.
  public var chartWarning: String? {
    parts.count > Self.drawn ? "the chart shows the first \(Self.drawn) of \(parts.count) types" : nil
  }

  /// Computes the answers.
  /// - Parameter hasToldContradictions: Whether contradictions in the types have been reported already, as by a catalogue's file.
  /// - Throws: ``DetectionError`` and ``PropagationError`` for a question out of range.
  public init(_ types: [RadarType], _ question: RadarQuestion, hasToldContradictions: Bool = false) throws {
    self.question = question
    var parts: [Part] = []
    var links: [ReceiverLink] = []
    var (omitted, warnings): ([String], [RadarWarning]) = ([], [])
    for type in types {
      func warn(_ code: RadarWarningCode, field: String? = nil, _ text: String) {
        warnings.append(RadarWarning(code, at: FaultPlace(subject: type.id, field: field), "\(type.id): \(text)"))
      }
      for contradiction in hasToldContradictions ? [] : type.contradictions {
        warn(.contradiction, field: contradiction.column, "\(contradiction.column): \(contradiction.problem)")
      }
      let isBistatic = type.kind.rule.arrangement == .illuminators
      if isBistatic { warn(.bistatic, BistaticBaseline.caution) }
      if let link = try ReceiverLink(type, question) {
        links.append(link)
        continue
      }
      guard let model = try RadarModel(type, tilt: question.tilt) else {
        if isBistatic, type.isRangeOfEchoPower {
          let own = question.baselines.filter { $0.typeID == type.id }
          omitted.append(
            "\(type.id): its range follows from the power of each illuminator"
              + (own.isEmpty ? ": name a scenario that has some" : ": " + own.map(\.text).joined(separator: "; ")))
          continue
        }
        // Only what sees echoes may lack a model.
        omitted.append(
          "\(type.id): states neither detection_range and reference_rcs nor all parameters of the range equation: nothing to "
            + "compute")
        continue
      }
      let looking = try model.looking(
        falseAlarm: question.falseAlarm, fluctuation: question.fluctuation, pulses: question.pulses)
      if type.parameters.frequency == nil, !question.isFreeSpace {
        warn(
          .noFrequency,
          "no frequency is stated: losses in air and rain are not counted"
            + (question.surface == nil ? "" : ", nor lobes"))
      }
      var weather = question.weather
      if let frequency = type.parameters.frequency, frequency < .gigahertz(1), !question.isFreeSpace {
        // Below the Recommendations: gases are a smooth sum of lines, rain has no figures and next to no effect.
        warn(
          .gasFrequency,
          "\(frequency.gigahertz.significant(6)) GHz is below the 1 GHz from which ITU-R P.676 and P.838 hold: "
            + "gas loss is extrapolated" + (weather.rainRate > 0 ? ", rain is not counted" : ""))
        weather.rainRate = 0
      }
      let view = try RadarView(
        of: looking, antennaHeight: question.antennaHeight, ground: question.ground, earth: question.earth,
        weather: weather, countsAir: !question.isFreeSpace, surface: question.surface)
      parts.append(try Part(view, question))
    }
    self.parts = parts
    self.links = links
    self.omitted = omitted
    self.warnings = warnings
  }
}

extension RadarReport.Part {
  init(_ view: RadarView, _ question: RadarQuestion) throws {
    let model = view.model
    // A reply does not depend on the cross-section.
    let sections = model.crossSection == nil ? Array(question.crossSections.prefix(1)) : question.crossSections
    let ratios = try question.detections.map { ($0, try model.requiredSignalToNoise(detection: $0)) }
    self.view = view
    baselines = question.baselines.filter { $0.typeID == model.type.id }
    reaches = sections.flatMap { section in
      ratios.flatMap { detection, ratio in
        question.heights.map { height in
          ReachRow(
            model: model, crossSection: section, detection: detection, horizon: view.horizon(height: height),
            reach: view.reach(height: height, signalToNoise: ratio, crossSection: section))
        }
      }
    }
    let axis = model.axis
    ranges = sections.flatMap { section in
      ratios.map { detection, ratio in
        AxisRow(
          model: model, crossSection: section, detection: detection, required: ratio,
          range: model.range(signalToNoise: ratio, elevation: axis, crossSection: section),
          weatherRange: model.range(signalToNoise: ratio, elevation: axis, crossSection: section) { slant in
            // The axis is looked at without the Earth, hence without lobes.
            view.losses.twoWay(slantRange: slant, elevation: axis)
          })
      }
    }
    let middle = sections[sections.count / 2]
    let detection = question.detections[question.detections.count / 2]
    asked = (middle, detection)
    coverage = sections.flatMap { section in
      ratios.filter { sections.count == 1 || $0.0 == detection }.map { detection, ratio in
        RadarReport.CoverageLine(
          crossSection: section, detection: detection,
          coverage: VerticalCoverage(of: view, signalToNoise: ratio, crossSection: section))
      }
    }
    let elevation = question.elevation ?? axis
    let needed = try model.requiredSignalToNoise(detection: detection)
    func range(_ ratio: Decibels) -> Length {
      view.range(signalToNoise: ratio, elevation: elevation, crossSection: middle)
    }
    let computed = range(needed)
    // Where the ray meets the ground before, there.
    let usual = computed > .zero ? computed : model.range
    let slant = question.range ?? min(usual, view.groundSlant(elevation: elevation) ?? usual)
    place = (slant, elevation)
    budget = try RadarBudget(
      of: view, slantRange: slant, elevation: elevation, crossSection: middle, detection: detection)
    neededCrossSection = model.crossSection(
      signalToNoise: needed, slantRange: slant, elevation: elevation,
      loss: view.twoWayLoss(slantRange: slant, elevation: elevation))
    ratioRange = question.signalToNoise.map { ratio in
      (range(ratio), model.range(signalToNoise: ratio, elevation: elevation, crossSection: middle))
    }
  }
}

extension RadarModel {
  /// The elevation angle of the greatest gain, at least the bottom of the beam: where the calibration holds.
  var axis: Angle {
    let own = pattern.axis ?? .zero
    let low = type.minimumElevation.map { max($0, own) } ?? own
    return (type.maximumElevation.map { min($0, low) } ?? low) + tilt
  }
}
