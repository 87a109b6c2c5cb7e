extension PlanCommand {
  static let discussion = """
    Evaluates today's radars and every purchase against every expected flight, prints a summary, and writes to the output folder:

      report.html       everything, for people: map, charts, tables; opens without a network
      plan.json         everything, for programs; --schema describes its keys
      responses.csv     every asset to every strip, by day and by night
      windows.csv       every flight against every asset
      required.csv      how far out the flights to each strip must be seen
      coverage.csv      ranges of radars and areas seen, by altitude
      routes.csv        what is seen along the route of each flight (with terrain)
      coverage.gpkg     all layers, for QGIS and other GIS
      coverage.geojson  the coverage, for web maps
      plan.kml          the map, for Google Earth

    and, if the scenario has terrain:

      floor.tif         lowest altitude above sea level at which a radar sees, metres
      second_floor.tif  the same for two radars
      radar.tif         which radar it is
      seen_from.tif     lowest altitude band above ground at which a radar sees, as coloured classes
      certainty.tif     certain, likely, doubtful or not seen at the lowest band, where the scenario states bands of doubt;
                        certainty_300m.tif and the like at the others
      pd-150m.tif, …    where the scenario states detection: with what probability one look of each radar detects the
                        coverage target at each altitude band; pd-150m-minute.tif the same for the looks of a minute

    each with a QGIS style (.qml) of the same name.

    With --budget, also proposes what to buy and where to put it, as `atalaya place` does. The proposal appears in the \
    summary, in plan.json under placement, on the page, as the layer purchases, and among the purchases that are compared. \
    With --purchase as well, the proposal comes on top of that purchase: on sites that it leaves free, its price not part of \
    the budget.

    With --leak, also finds the least-observed route to each strip, as `atalaya leak` does. It appears in the summary, in \
    plan.json under leak, on the page, and as the layer ways of coverage.gpkg and plan.kml.

    Files are written completely before they replace the old ones; after a failure the old files are unchanged. Warnings go \
    to standard error and into plan.json. Without terrain the Earth is smooth: coverage, warnings and meetings are then \
    estimates.

    Exit code: 0 done; 1 the scenario or the output folder cannot be used; 3 the plan is written, but misses one of the \
    scenario's requirements; 64 wrong usage.

    Examples:
      atalaya plan GeoData/vraem
      atalaya plan GeoData/vraem --purchase plan-2014 --output with-plan-2014
      atalaya plan GeoData/vraem --budget "USD 71M" --objective track
      atalaya plan GeoData/vraem --leak "300 m"
      atalaya plan GeoData/vraem --format json | jq .outcome
    """
}
