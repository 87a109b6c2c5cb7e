internal import GeoFiles
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// What assets reach, for the page's map: tenths of minutes by cell, for all together and for each base.
struct ReachGrids {
  let reach: Reach
  /// All together and each base, as far as the page has room: about two bytes a cell before they are packed.
  private let fields: [ReachField]

  /// Bytes of all grids before they are packed.
  private static let budget = 6_000_000
  /// The slider goes no farther.
  private static let mostMinutes = 360

  /// Stands for what is out of reach, and for unknown ground.
  private static let (unreached, unknown) = (UInt16(65_534), UInt16(65_535))

  init(_ reach: Reach) {
    self.reach = reach
    let shown = reach.fields.filter { if case .asset = $0.subject { false } else { true } }
    let most = max(reach.question.periods.count, Self.budget / 2 / max(reach.isUnknown.count, 1))
    fields = Array(shown.prefix(most))
  }

  /// How far the slider goes: to the latest arrival of any, and to the longest limit at least.
  private var most: Int {
    let latest = fields.compactMap { field in field.minutes.filter { !$0.isNaN }.max() }.max().map { Double($0) } ?? 0
    let longest = reach.question.limits.last?.inMinutes ?? 60
    return min(Int(clamping: max(latest, longest).rounded(.up)), Self.mostMinutes)
  }

  private static func who(_ subject: ReachSubject) -> String {
    subject.id.map { "\(subject.kind):\($0)" } ?? subject.kind
  }

  var json: JSON {
    let frame = reach.area.frame
    let (west, north) = (frame.firstX - frame.stepX / 2, frame.firstY - frame.stepY / 2)
    let limits = reach.question.limits
    return .object([
      "columns": .integer(frame.columns), "rows": .integer(frame.rows), "north": .number(north, decimals: 9),
      "south": .number(north + Double(frame.rows) * frame.stepY, decimals: 9), "west": .number(west, decimals: 9),
      "east": .number(west + Double(frame.columns) * frame.stepX, decimals: 9),
      "limits_min": .array(limits.map { .number($0.inMinutes, decimals: 4) }),
      "colours": .array((0...limits.count).map { .string(Palette.floor($0, of: limits.count).hex) }),
      "fields": .array(
        fields.map { field in
          .object([
            "who": .string(Self.who(field.subject)), "period": .string(field.period.rawValue),
            "tenths": .string(GridText.packed(tenths(field), columns: frame.columns)),
            "shares": .array(shares(field).map { .number($0, decimals: 4) }),
          ])
        }),
    ])
  }

  /// Rounded up: no place is shown sooner than it is reached.
  private func tenths(_ field: ReachField) -> [UInt16] {
    zip(field.minutes, reach.isUnknown).map { minutes, isUnknown in
      guard !isUnknown else { return Self.unknown }
      let tenths = (Double(minutes) * 10).rounded(.up)
      return tenths < Double(Self.unreached) ? UInt16(tenths) : Self.unreached
    }
  }

  /// The share of the area that is reached within 0, 1, 2 … minutes; none of an empty area.
  private func shares(_ field: ReachField) -> [Double] {
    let area = reach.area
    guard area.squareMetres > 0 else { return [] }
    var sums = [Double](repeating: 0, count: most + 1)
    for row in 0..<area.frame.rows {
      for cell in row * area.frame.columns..<(row + 1) * area.frame.columns where area.isInside[cell] {
        let minutes = Double(field.minutes[cell]).rounded(.up)
        if minutes <= Double(most) { sums[Int(minutes)] += area.cellAreas[row] }
      }
    }
    var sum = 0.0
    return sums.map { part in
      sum += part
      return min(sum / area.squareMetres, 1)
    }
  }

  /// The controls of the map's layer: who, when, and the slider.
  var controls: HTML {
    let start = reach.question.limits.first.map { Int(clamping: $0.inMinutes.rounded(.up)) } ?? 15
    let middle =
      reach.question.limits.count > 1 ? Int(clamping: reach.question.limits[1].inMinutes.rounded(.up)) : start
    var seen: Set<String> = []
    let whos = fields.filter { seen.insert(Self.who($0.subject)).inserted }.map { field -> HTML in
      switch field.subject {
      case .all: "<option value=\"all\" \(HTML.texts { $0(.inReachAll) })></option>"
      case .base(let base):
        "<option value=\"\(Self.who(field.subject))\">\(Called.text(base.name, base.id))</option>"
      case .asset: ""
      }
    }
    let periods = reach.question.periods.enumerated().map { index, period -> HTML in
      "<label><input type=\"radio\" name=\"reach-period\" value=\"\(period.rawValue)\"\(index == 0 ? " checked" : "")> \((period == .day ? Phrase.mapDay : .mapNight).html)</label>\n"
    }
    return """
      <fieldset class="layers"><legend>\(Phrase.inReachShown.html)</legend>
      <select id="reach-who" \(HTML.labels(.inReachWho))>\(whos)</select>
      \(periods)<label for="reach-minutes"><output id="reach-text" for="reach-minutes"></output></label>
      <input type="range" id="reach-minutes" min="1" max="\(most)" step="1" value="\(min(middle, most))">
      <p id="reach-share" class="small"></p></fieldset>
      """
  }
}
