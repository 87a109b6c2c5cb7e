import ArgumentParser
import Atalaya
import Foundation

/// `atalaya radar pd`
struct RadarPdCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pd",
    abstract: "Print the probability of detection for a signal-to-noise ratio, or the ratio that a probability needs.",
    discussion: """
      The detector sums the squared envelopes of the pulses and compares the sum with a threshold that noise alone \
      passes with the probability of false alarm. The ratio is the mean of one pulse. Both directions are exact \
      (incomplete gamma functions, no Albersheim or Shnidman approximation). With --track, the probability that M \
      detections within N scans in a row have confirmed a track is printed for each scan.

      Examples:
        atalaya radar pd --snr 13dB --pfa 1e-6 --pulses 10 --swerling 1
        atalaya radar pd --pd 0.9 --pfa 1e-6 --pulses 10 --swerling 1
      """)

  @Option(help: "Signal-to-noise ratio of one pulse, in dB.")
  var snr: String?

  @Option(help: "Probability of detection that is wanted, between that of false alarm and 1.")
  var pd: Double?

  @Option(help: "Probability of false alarm.")
  var pfa = 1e-6

  @Option(help: "Number of pulses summed, 1 to 100000.")
  var pulses = 1

  @Option(help: "Fluctuation of the target: 0 (steady), 1 or 3 (from scan to scan), 2 or 4 (from pulse to pulse).")
  var swerling = 1

  @Option(help: ArgumentHelp("Track rule: M detections in N scans, N at most 10.", valueName: "M/N"))
  var track: String?

  @Option(help: "With --track, how many scans are listed.")
  var scans = 10

  @Option(help: "table (lines of text) or json.")
  var format: AnswerFormat = .table

  private struct Output: Encodable {
    var pd: Double
    var one_minus_pd: Double
    var snr_db: Double
    var pfa: Double
    var pulses: Int
    var swerling: Int
    var track_confirmed: [Double]?
    var track_expected_scans: Double?
  }

  func run() throws {
    guard (snr == nil) != (pd == nil) else { throw ValidationError("give either --snr or --pd") }
    guard let fluctuation = TargetFluctuation(rawValue: swerling) else {
      throw ValidationError("--swerling \(swerling): give 0, 1, 2, 3 or 4")
    }
    do {
      let detector = try SquareLawDetector(pulses: pulses, falseAlarmProbability: pfa)
      let ratio =
        try pd.map { try detector.requiredSNR(detection: $0, fluctuation) } ?? Decibels(Self.decibels(snr ?? ""))
      let probability = detector.probability(snr: ratio, fluctuation)
      var output = Output(
        pd: probability.detected, one_minus_pd: probability.missed, snr_db: ratio.value, pfa: pfa, pulses: pulses,
        swerling: swerling)
      if let rule = try track.map(Self.rule) {
        guard (1...100_000).contains(scans) else { throw ValidationError("--scans \(scans): give 1 to 100000") }
        output.track_confirmed = try rule.confirmed(detection: probability.detected, scans: scans)
        let expected = try rule.expectedScans(detection: probability.detected)
        output.track_expected_scans = expected.isFinite ? expected : nil
      }
      try show(output)
    } catch let error as DetectionError {
      throw ValidationError("\(error)")
    }
  }

  private func show(_ output: Output) throws {
    if format == .json { return Console.print(Console.json(output)) }
    Console.print(String(format: "SNR           %.6f dB a pulse", output.snr_db))
    Console.print(String(format: "Pd            %.9g", output.pd))
    Console.print(String(format: "1 − Pd        %.9g", output.one_minus_pd))
    Console.print("Pfa           \(output.pfa)")
    Console.print("pulses        \(output.pulses), summed without phase")
    Console.print("fluctuation   \(swerling == 0 ? "steady (Marcum)" : "Swerling \(swerling)")")
    if let confirmed = output.track_confirmed {
      let mean = output.track_expected_scans.map { String(format: "%.6g scans on average", $0) } ?? "never"
      Console.print("track         \(track ?? ""), \(mean)")
      for (index, value) in confirmed.enumerated() {
        Console.print(String(format: "%@ %9d   %.9g", index == 0 ? "by scan" : "       ", index + 1, value))
      }
    }
  }

  /// A number of decibels, with or without its unit.
  private static func decibels(_ text: String) throws -> Double {
    var digits = text.trimmingCharacters(in: .whitespaces)
    if digits.lowercased().hasSuffix("db") { digits = String(digits.dropLast(2)).trimmingCharacters(in: .whitespaces) }
    guard let value = Double(digits), value.isFinite, abs(value) <= 400 else {
      throw ValidationError("--snr “\(text)” is not a number of decibels from -400 to 400, such as 13dB")
    }
    return value
  }

  /// A track rule such as 3/5.
  private static func rule(_ text: String) throws -> TrackInitiation {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hits = parts[0], let window = parts[1] else {
      throw ValidationError("--track “\(text)” is not a rule such as 3/5")
    }
    return try TrackInitiation(hits: hits, window: window)
  }
}
