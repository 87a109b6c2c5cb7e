internal import Coverage
internal import Geodesy
internal import Radar
internal import Units

/// A profile in characters: the Earth bulges and sight lines are straight, as in the drawing.
struct SightChartText {
  private let line: SightLine
  private let width: Int
  private let height = 14

  init(_ line: SightLine, width: Int) {
    self.line = line
    self.width = max(width - 9, 20)
  }

  var text: String {
    let (low, high) = range
    let step = (high - low) / Double(height)
    func level(_ y: Double) -> Int { Int(clamping: ((y - low) / step).rounded(.down)) }
    let columns = columnsOfGround
    var rows: [String] = []
    for row in (0..<height).reversed() {
      var text = ""
      for column in 0..<width {
        let distance = line.profile.distance * ((Double(column) + 0.5) / Double(width))
        let sight = level(line.drawn(distance: distance, altitude: line.altitude(at: distance)).y)
        let ground = columns[column]
        let isGround = ground.map { level($0) >= row } ?? false
        if sight == row {
          text += isGround ? "×" : "·"
        } else if ground == nil {
          text += "?"
        } else {
          text += isGround ? "█" : " "
        }
      }
      let label = row == height - 1 || row == 0 ? Length.metres(low + (Double(row) + 0.5) * step).heightText : ""
      rows.append(String(repeating: " ", count: max(0, 8 - label.count)) + label + "│" + text)
    }
    let last = line.profile.distance.text
    let foot =
      String(repeating: " ", count: 9) + "0" + String(repeating: " ", count: max(1, width - 1 - last.count)) + last
    let key =
      String(repeating: " ", count: 9)
      + "█ ground, · line of sight, × line in the ground; the Earth bulges, heights are those at the ends"
      + (line.firstUnknown == nil ? "" : ", ? unknown")
    return (rows + [String(repeating: " ", count: 8) + "└" + String(repeating: "─", count: width), foot, key])
      .joined(separator: "\n") + "\n"
  }

  private var range: (low: Double, high: Double) {
    var values = [
      line.drawn(distance: .zero, altitude: line.antennaAltitude).y,
      line.drawn(distance: line.profile.distance, altitude: line.targetAltitude).y,
    ]
    for sample in line.profile.samples {
      if let ground = sample.top { values.append(line.drawn(distance: sample.distance, altitude: ground).y) }
    }
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let margin = max((high - low) * 0.02, 1)
    return (low - margin, high + margin)
  }

  /// The highest ground of each column, of its samples or else between the samples around it; nil where some is unknown.
  private var columnsOfGround: [Double?] {
    let samples = line.profile.samples
    var next = 0
    return (0..<width).map { column in
      let to = line.profile.distance.metres * Double(column + 1) / Double(width)
      let from = line.profile.distance.metres * Double(column) / Double(width)
      while next < samples.count, samples[next].distance.metres < from { next += 1 }
      var here: [SightProfile.Sample] = []
      var index = next
      while index < samples.count, samples[index].distance.metres <= to {
        here.append(samples[index])
        index += 1
      }
      if here.isEmpty { here = [samples[max(next - 1, 0)], samples[min(next, samples.count - 1)]] }
      guard here.allSatisfy({ $0.top != nil }) else { return nil }
      return here.compactMap { sample in
        sample.top.map { line.drawn(distance: sample.distance, altitude: $0).y }
      }.max()
    }
  }
}
