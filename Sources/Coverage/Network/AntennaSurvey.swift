internal import Units

/// What the surveyed altitude of an antenna changes against that of terrain and mast.
struct AntennaSurvey {
  private let station: String
  private let stated: Length
  private let mast: Length
  private let ground: Length

  init(of station: String, at stated: Length, mast: Length, over ground: Length) {
    (self.station, self.stated, self.mast, self.ground) = (station, stated, mast, ground)
  }

  var warning: CoverageWarning {
    CoverageWarning(stated < ground ? .buriedAntenna : .surveyedAntenna, at: FaultPlace(subject: station), text)
  }

  private var text: String {
    let usual = ground + mast
    let sum =
      "terrain and mast would give \(ground.heightText) + \(mast.heightText) = \(usual.heightText)"
    guard stated >= ground else {
      return "the antenna of “\(station)” is surveyed at \(stated.heightText) above sea level, "
        + "\((ground - stated).heightText) below the ground of the terrain (\(sum)): it sees what that leaves, which is "
        + "little; check datum and position, and whether the terrain has the tops of trees"
    }
    let difference = stated - usual
    let effect =
      difference.magnitude < .metres(0.5)
      ? "the same" : "\(difference.magnitude.heightText) \(difference > .zero ? "higher" : "lower") than that"
    return "the antenna of “\(station)” stands at \(stated.heightText) above sea level as surveyed, \(effect): \(sum)"
  }
}
