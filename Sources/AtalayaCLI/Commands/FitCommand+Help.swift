extension FitCommand {
  static let discussion = """
    Shows where the model sees and the radar did not, and the other way round, by azimuth, range and altitude; fits the \
    antenna's height, a scale of its ranges and a horizon mask, each with an interval of 95 %; and writes what the data \
    determine as a site override, which a scenario includes and every command then uses.

    --observed is one of
      plots or tracks   CSV, GeoJSON, GeoPackage, KML … with radar, time, track, a position and an altitude: fields, \
    units and notations as in the layers of a scenario; --columns maps other names
      an outline        outline.json of readsb and tar1090: the farthest aircraft in each azimuth
      range rings       upintheair.json of HeyWhatsThat, or lines and polygons of one altitude each: computed, not measured
      a trace           trace_full_….json of readsb: the track of one aircraft

    Plots are only where aircraft flew. That none is somewhere shows nothing, unless traffic is known to have been there: \
    the plots of other radars in the same file, or --reference. A look is missed where the reference has an aircraft and \
    the radar reported nothing near it within a revisit. Without known traffic only bounds follow, and nothing is applied. \
    --outline-is-edge takes the points of an outline for the edge of what is seen, as where aircraft fly everywhere.

    A parameter that the data do not determine is said so, with the bound that they give, and is left as it is.

    Exit code: 0 done; 1 the scenario, a file or the terrain cannot be used; 64 wrong usage.

    Examples:
      atalaya fit GeoData/lima --observed plots.csv --radar mssr-callao \\
        --reference adsb.csv --override overrides.csv
      atalaya fit GeoData/lima --observed outline.json --radar mssr-callao \\
        --output outline.svg
    """
}
