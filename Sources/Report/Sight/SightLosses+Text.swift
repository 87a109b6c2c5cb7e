internal import Radar
internal import Units

extension SightLosses {
  /// What is computed, and under what assumptions, in one line.
  var head: String { parts.joined(separator: ", ") }

  /// The same: the wave and the Earth, then the air and the ground.
  var parts: [String] {
    var parts = [
      "\(model.frequency.gigahertz.significant(6)) GHz", "\(model.polarization.rawValue) polarization",
      "effective Earth radius \(model.earth.radius.kilometres.fixed(1)) km\(k.map { " (k = \($0.fixed(3)))" } ?? "")",
      "\(model.air.vapourDensity.significant(4)) g/m³ of water vapour at sea level",
    ]
    if let kelvin = model.air.temperatureKelvin { parts.append("\((kelvin - 273.15).significant(3)) °C at sea level") }
    if let pressure = model.air.pressureHectopascals { parts.append("\(pressure.significant(6)) hPa at sea level") }
    if model.seaShare > 0 { parts.append("\((model.seaShare * 100).fixed(1)) % over the sea") }
    if let rain = model.rain {
      parts.append("rain of \(rain.rate.millimetresPerHour.significant(4)) mm/h up to \(rain.height.heightText) AMSL")
    }
    if let share = model.timeShare {
      parts.append("diffraction not exceeded for \(share.percent.significant(4)) % of time")
    }
    return parts
  }

  /// The loss budget for reading; a line for each part, one way and both.
  var text: String {
    var lines = ["losses    \(head)"]
    if let loss {
      func row(_ name: String, _ value: Decibels, _ words: String = "") -> String {
        let name = name + String(repeating: " ", count: max(0, 20 - name.count))
        return "  \(name)\(pad(value.value.fixed(2)))\(pad(value.twice.value.fixed(2)))"
          + (words.isEmpty ? "" : "  \(words)")
      }
      let terrain = loss.terrain
      let rainy = loss.rainyWay > .zero ? "\(loss.rainyWay.text) of the path in rain" : ""
      lines += [
        "  part, dB              one way   two way", row("free space", loss.freeSpace),
        row(
          "diffraction", loss.diffraction,
          "delta-Bullington \(terrain.total.fixed(2)): Bullington \(terrain.bullington.fixed(2)), smooth Earth "
            + "\(terrain.sphericalEarth.fixed(2)), Bullington over the smooth Earth \(terrain.bullingtonSmooth.fixed(2))"
        ),
        row("gas", loss.gas), row("rain", loss.rain, rainy), row("total", loss.total),
      ]
    } else {
      lines.append("  unknown")
    }
    if let look {
      lines.append(
        "  one look at \(look.crossSection.crossSectionText): SNR \(look.signalToNoise.value.fixed(2)) dB a pulse, "
          + look.words)
    }
    lines += warnings.map { "  warning: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func pad(_ number: String) -> String {
    String(repeating: " ", count: max(0, 10 - number.count)) + number
  }
}

extension SightLosses.Look {
  /// `Pd 0.83`; what no look detects but by a false alarm is said so.
  fileprivate var words: String {
    let detected = probability.detected
    guard detected > 0 else { return "not detected: outside the radar’s range or beam" }
    // Noise alone is taken for an echo as often.
    guard detected > falseAlarm * 1.01 else { return "not detected (Pd = Pfa = \(falseAlarm.powerText))" }
    return "Pd " + detected.significant(4)
  }
}
