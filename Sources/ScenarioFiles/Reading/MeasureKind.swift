/// What a measure is.
enum MeasureKind: String, CaseIterable {
  case readiness
  case base
}
