/// Solves the linear relaxation of a node by primal-dual steps.
///
/// Subgradients come near the best multipliers slowly; steps that move a fractional list and the multipliers together
/// reach them within a small part of a percent. In every step the list moves against the reduced prices and is projected
/// onto what groups and the limit allow, the multipliers move by what the extrapolated list leaves uncovered; averages
/// are taken, and the steps start again from them when the gap between both has shrunk. Whatever multipliers come out,
/// ``Relaxation/evaluate(exactly:)`` makes a proven bound of them.
///
/// Sources: Chambolle and Pock, "A first-order primal-dual algorithm for convex problems" (2011), with the diagonal steps
/// of Pock and Chambolle (2011); restarts and primal weight after Applegate and others, "Practical large-scale linear
/// programming using primal-dual hybrid gradient" (2021).
struct PrimalDual {
  /// At most so many steps.
  var limit = 10_000
  /// End when the gap is below this part of the bound.
  var tolerance = 1e-5
  /// Steps between two looks at the gap.
  var interval = 40
  /// End when the gap is below this part of the distance to the best list: no more can be won.
  var resolution = 0.0

  /// Whether it can do anything for a relaxation: the loss is not that of the worst group.
  static func suits(_ relaxation: Relaxation) -> Bool { !relaxation.problem.isFairest }

  /// Runs from the multipliers of a relaxation, and leaves it at the best that were found, with the fractional list as
  /// its mean. Relaxations with weighted groups are left as they are.
  ///
  /// - Parameter onLook: Called now and then with the best bound so far, and with the relaxation at the last list.
  /// - Returns: The best bound; minus infinity when nothing was done.
  func run(
    _ relaxation: inout Relaxation, _ context: SearchContext, onLook: (Double, Relaxation) -> Void = { _, _ in }
  ) -> Double {
    guard Self.suits(relaxation), !relaxation.openOptions.isEmpty, !relaxation.openClasses.isEmpty else {
      return -.infinity
    }
    if let shares = relaxation.shares {
      return run(SharePoint(relaxation, shares), &relaxation, context, onLook)
    }
    return run(ClassPoint(relaxation), &relaxation, context, onLook)
  }

  private func run(
    _ start: some PrimalDualPoint, _ relaxation: inout Relaxation, _ context: SearchContext,
    _ onLook: (Double, Relaxation) -> Void
  ) -> Double {
    var point = start
    var best = -Double.infinity
    var bestMultipliers = (relaxation.multipliers, relaxation.limitMultipliers)
    var bestList: [Double] = []
    var bestLoss = Double.infinity
    var restartGap = Double.infinity
    var lastGap = Double.infinity
    var sinceRestart = 0
    for step in 1...limit {
      point.step()
      sinceRestart += 1
      if step % 5 == 0, context.mustStop { break }
      guard step % interval == 0 else { continue }
      var gaps: [Double] = []
      for source in [PrimalDualSource.mean, .last] {
        point.write(source, to: &relaxation)
        let bound = relaxation.evaluate(exactly: false)
        if bound > best {
          best = bound
          bestMultipliers = (relaxation.multipliers, relaxation.limitMultipliers)
        }
        let loss = point.loss(source)
        if loss < bestLoss {
          bestLoss = loss
          bestList = point.list(source)
        }
        gaps.append(loss - bound)
      }
      relaxation.setMean(point.list(.mean))
      onLook(best, relaxation)
      if context.isPruned(best) || bestLoss - best <= tolerance * max(Rounding.leastDivisor, abs(best)) { break }
      if bestLoss - best <= resolution * (context.bestLoss - best) { break }
      let gap = min(gaps[0], gaps[1])
      let mustRestart =
        gap <= 0.2 * restartGap || (gap <= 0.8 * restartGap && gap > lastGap)
        || Double(sinceRestart) >= 0.36 * Double(step)
      lastGap = gap
      if mustRestart {
        point.restart(from: gaps[0] <= gaps[1] ? .mean : .last)
        restartGap = gap
        lastGap = .infinity
        sinceRestart = 0
      }
    }
    (relaxation.multipliers, relaxation.limitMultipliers) = bestMultipliers
    if !bestList.isEmpty { relaxation.setMean(bestList) }
    return best
  }
}
