public import Units

/// What a catalogue may state of a sensor that receives what others transmit: ADS-B, multilateration, passive location.
public struct SensorParameters: Sendable, Hashable {
  /// The least power at the antenna's terminals that is decoded, or of an echo after integration that is detected, in decibels
  /// above one milliwatt (dBm).
  public var sensitivity: Decibels?
  /// The power of the target's transponder at its antenna.
  public var transponderPower: Power?
  /// The EIRP of the illuminator for which a passive sensor's detection range holds; nil: it holds for every illuminator.
  public var referenceEIRP: Power?
  /// How many stations of a multilateration system have to hear a target.
  public var stationsNeeded: Int?
  /// Standard error of one time of arrival, s.
  public var timingSeconds: Double?
  /// The largest horizontal standard error (DRMS) with which a multilateration system counts as seeing; nil: any.
  public var largestPositionError: Length?
  /// Standard error of the altitude that targets report, if a multilateration system uses it.
  public var altitudeError: Length?

  /// Nothing stated.
  public init() {}

  /// Whether any column of a one-way link is stated.
  public var statesLink: Bool { sensitivity != nil || transponderPower != nil }

  /// 70 W: the least power of the transponder of an aircraft that flies no higher than 15,000 ft and no faster than 175 kt.
  /// - Source: ICAO Annex 10 vol. IV, 3.1.2.10.2: 18.5 dBW at the antenna; 21.0 dBW of others.
  public static let assumedTransponderPower = Power.watts(70)
  /// −84 dBm: the minimum trigger level of a receiver of extended squitters.
  /// - Source: RTCA DO-260B, 2.2.4.3.1.1, class A3: 90 % of messages at −84 dBm.
  public static let assumedSensitivity = Decibels(-84)
  /// The frequency of replies and squitters.
  /// - Source: ICAO Annex 10 vol. IV, 3.1.1.2.
  public static let replyFrequency = Frequency.megahertz(1090)
  /// Standard error of a time of arrival where none is stated, s: an assumption, 3 m of way.
  public static let assumedTimingSeconds = 10e-9
}
