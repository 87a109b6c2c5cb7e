/// What an aircraft transmits of itself.
public enum Transponder: String, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case none
  /// It answers secondary radars, in a mode that nobody states: nothing more is known of it.
  case answering = "yes"
  /// Answers with identity and pressure altitude.
  case modeAC = "mode-ac"
  /// Answers to its own address, and sends that unasked.
  case modeS = "mode-s"
  /// Mode S that also broadcasts its own position: ADS-B Out on 1090 MHz.
  case adsb = "ads-b"

  /// Whether it answers interrogators.
  public var answers: Bool { self != .none }
  /// Whether it broadcasts its position.
  public var broadcasts: Bool { self == .adsb }
}
