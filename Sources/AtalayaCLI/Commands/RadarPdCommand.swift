import ArgumentParser
import Atalaya

/// `atalaya radar pd`
struct RadarPdCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "pd",
    abstract: "Compute the probability of detection for a signal-to-noise ratio, or the ratio that it takes.",
    discussion: """
      The detector sums the squared envelopes of the pulses and compares the sum with a threshold that noise without a target passes \
      with the probability of false alarm. The ratio is the mean of one pulse. Both directions are exact: incomplete gamma \
      functions, no Albersheim or Shnidman approximation.

      With --track, each scan is listed with the probability that M detections within N consecutive scans have confirmed a \
      track by then.

      Exit code: 0 done; 64 wrong usage.

      Examples:
        atalaya radar pd --snr 13dB --pfa 1e-6 --pulses 10 --swerling 1
        atalaya radar pd --pd 0.9 --pfa 1e-6 --pulses 10 --swerling 1
      """)

  @Option(help: "Signal-to-noise ratio of one pulse, in dB.")
  var snr: OptionValue<Decibels>?

  @Option(help: "Probability of detection required, between that of false alarm and 1: 0.9 or 90%.")
  var pd: OptionValue<Probabilities>?

  @Option(help: "Probability of false alarm.")
  var pfa: OptionValue<Double> = "1e-6"

  @Option(help: "Number of pulses summed, 1 to 100000.")
  var pulses: OptionValue<Int> = "1"

  @Option(help: "Fluctuation of the target: 0 (steady), 1 or 3 (from scan to scan), 2 or 4 (from pulse to pulse).")
  var swerling: OptionValue<Int> = "1"

  @Option(help: ArgumentHelp("Track rule: M detections in N scans, N at most 10.", valueName: "M/N"))
  var track: OptionValue<TrackInitiation>?

  @Option(help: "With --track: how many scans to list (default: 10).")
  var scans: OptionValue<Int>?

  @Option(help: "table (lines of text) or json.")
  var format: OptionValue<AnswerFormat> = "table"

  func check(_ usage: inout Usage) {
    if (snr == nil) == (pd == nil) { usage.report("give either --snr or --pd") }
    usage.check("--snr", snr)
    usage.check("--track", track)
    usage.check("--pulses", pulses, in: 1...100_000)
    usage.check("--swerling", swerling, in: 0...4)
    usage.check("--scans", scans, in: 1...100_000)
    usage.check("--format", format)
    usage.check(falseAlarm: pfa)
    let least = pfa.value ?? 0
    if let pd, pd.value.map({ $0.values.count == 1 && least < $0.values[0] }) != true {
      usage.report("--pd “\(pd.text)”: write a probability above that of false alarm and below 1, as in 0.9")
    }
    usage.require("--track", track != nil, for: ["--scans": scans != nil])
  }

  func run() throws {
    guard let fluctuation = TargetFluctuation(rawValue: try swerling.get()) else { throw ExitCode.validationFailure }
    let report: DetectionReport
    do {
      let detector = try SquareLawDetector(pulses: try pulses.get(), falseAlarmProbability: try pfa.get())
      let ratio =
        try pd.map { try detector.requiredSNR(detection: try $0.get().values[0], fluctuation) } ?? snr?.get()
        ?? Decibels(0)
      report = try DetectionReport(
        detector, snr: ratio, fluctuation, track: try track.map { (rule: try $0.get(), scans: try scans?.get() ?? 10) })
    } catch let error as DetectionError { throw ValidationError("\(error)") }
    Console.print(try format.get() == .json ? report.json : report.text)
  }
}
