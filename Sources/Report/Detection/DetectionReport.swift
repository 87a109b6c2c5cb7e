internal import Foundation
public import Radar
public import Units

/// The probability of detection of one target, for reading and for programs.
public struct DetectionReport: Encodable, Sendable {
  private let pd, one_minus_pd, snr_db, pfa: Double
  private let pulses, swerling: Int
  private var track_confirmed: [Double]?
  private var track_expected_scans: Double?
  private var rule: TrackInitiation?

  private enum CodingKeys: CodingKey {
    case pd, one_minus_pd, snr_db, pfa, pulses, swerling, track_confirmed, track_expected_scans
  }

  /// A report.
  /// - Parameters:
  ///   - snr: Signal-to-noise ratio of one pulse.
  ///   - track: The rule by which a track is confirmed, and for how many scans that is listed; nil for none.
  /// - Throws: ``DetectionError`` when the rule cannot be computed.
  public init(
    _ detector: SquareLawDetector, snr: Decibels, _ fluctuation: TargetFluctuation,
    track: (rule: TrackInitiation, scans: Int)? = nil
  ) throws {
    let probability = detector.probability(snr: snr, fluctuation)
    (pd, one_minus_pd, snr_db) = (probability.detected, probability.missed, snr.value)
    (pfa, pulses, swerling) = (detector.falseAlarmProbability, detector.pulses, fluctuation.rawValue)
    guard let track else { return }
    rule = track.rule
    track_confirmed = try track.rule.confirmed(detection: pd, scans: track.scans)
    let expected = try track.rule.expectedScans(detection: pd)
    track_expected_scans = expected.isFinite ? expected : nil
  }

  /// Everything, for programs.
  public var json: String { EncodedJSON.text(self) }

  /// In a few lines.
  public var text: String {
    var lines = [
      String(format: "SNR           %.6f dB a pulse", snr_db), String(format: "Pd            %.9g", pd),
      String(format: "1 − Pd        %.9g", one_minus_pd), "Pfa           \(pfa.powerText)",
      "pulses        \(pulses), summed without phase",
      "fluctuation   \(swerling == 0 ? "steady (Marcum)" : "Swerling \(swerling)")",
    ]
    if let track_confirmed, let rule {
      let mean = track_expected_scans.map { String(format: "%.6g scans on average", $0) } ?? "never"
      lines.append("track         \(rule.hits)/\(rule.window), \(mean)")
      for (index, value) in track_confirmed.enumerated() {
        lines.append(String(format: "%@ %9d   %.9g", index == 0 ? "by scan" : "       ", index + 1, value))
      }
    }
    return lines.joined(separator: "\n")
  }
}
