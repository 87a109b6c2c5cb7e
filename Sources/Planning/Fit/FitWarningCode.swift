public import Units

/// The kinds of warning about a comparison with observations.
public enum FitWarningCode: String, WarningCode {
  /// Observations of a radar that the scenario does not have, or of the radar itself as its reference.
  case otherRadar
  /// Some observations have no altitude.
  case noAltitude
  /// Altitudes that may be measured from another height.
  case altitudes
  /// Observations that nothing can be learnt from are left out, or more than are used.
  case leftOut
  /// Times that cannot be compared.
  case times
  /// Where nothing was seen nothing need have been.
  case plotsOnly
  /// What was compared with is computed and not measured, or with other assumptions.
  case computed
  /// The file is of an antenna elsewhere.
  case antennaElsewhere
  /// The target has a transponder.
  case transponder
  /// The radar's own horizon mask is left out.
  case ownMask
  /// The scenario's bands count at their median.
  case medianBands
}
