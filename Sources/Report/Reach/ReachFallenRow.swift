internal import Planning

/// A place that falls beyond a limit without a base.
struct ReachFallenRow {
  var loss: Reach.Loss
  var fallen: Reach.Fallen
}
