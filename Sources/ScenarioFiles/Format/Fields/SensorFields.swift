import Radar
import Units

/// The columns of a radar type that receives what others transmit. All are optional.
enum SensorFields {
  static let sensitivity = Field<Decibels>.scaled(
    "sensitivity", .optional("−84 dBm where another column of the link is stated"), "a level",
    ScaledUnit.decibelMilliwatts, -200...0,
    "Least power that is decoded, or of a `passive` sensor the least power of an echo that is detected after integration."
  ) { Decibels($0) }
  static let transponderPower = Field<Power>.amount(
    "transponder_power", .optional("70 W where `sensitivity` is stated"), .watts(0.1)...(.kilowatts(10)),
    "Power of the target’s transponder at its antenna, of 0 dBi. With it or `sensitivity`, and without `detection_range`, an `adsb` receiver or a `multilateration` station hears as far as the one-way link budget of `transponder_power`, `receive_gain` (0 dBi), `frequency` (1090 MHz), `losses` (0 dB) and `sensitivity` goes, otherwise as far as `instrumented_range`."
  ) { "\($0.watts.significant(6)) W" }
  static let referenceEIRP = Field<Power>.amount(
    "reference_eirp", .optional("`detection_range` holds for every illuminator"),
    .watts(0.001)...(.kilowatts(1_000_000)),
    "EIRP of the illuminator for which the `detection_range` of a `passive` sensor holds; the range goes with the fourth root."
  ) { "\($0.watts.significant(6)) W" }
  static let stationsNeeded = Field<Int>.count(
    "stations_needed", .optional("4; 3 with `altitude_error`"), 3...20,
    "How many stations of a `multilateration` system have to hear a target.")
  static let timingError = Field<Double>.scaled(
    "timing_error", .optional("10 ns"), "a timing error", ScaledUnit.seconds, 1e-6...1e3,
    "Standard error of a time of arrival at a `multilateration` station."
  ) { $0 }
  static let largestPositionError = Field<Length>.length(
    "largest_position_error", .optional("none: any error counts"), .metres(0.01)...(.kilometres(100)),
    "Largest horizontal standard error (DRMS) with which a `multilateration` system counts as seeing.")
  static let altitudeError = Field<Length>.length(
    "altitude_error", .optional("altitudes that targets report are not used"), .metres(0.01)...(.kilometres(10)),
    "Standard error of the altitude that targets report, where a `multilateration` system places them with it.")

  static let formats: [FieldFormat] = [
    sensitivity.format, transponderPower.format, referenceEIRP.format, stationsNeeded.format, timingError.format,
    largestPositionError.format, altitudeError.format,
  ]
}
