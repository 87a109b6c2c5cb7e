extension LeakCommand {
  static let discussion = """
    Computes the worst case of a network: for each strip, the route from the border on which radars see the least. Without \
    a border, routes start at the edge of the terrain or beyond every radar. For defenders: how much is seen at least, where \
    it is first seen, the warning that this leaves, and what one more radar would change.

    The area is divided into square cells of --step (larger if there would be more than 250 000). Over terrain each cell is \
    sampled in 9 places, at every height that can be flown there; over a smooth Earth at its centre. What is unknown is not \
    seen. Routes go in straight steps in 32 directions, at most 1.31 % longer than without that restriction. They stay within \
    the box around border and strips plus a tenth of its diagonal (50 km at least). Of equal routes the shortest is taken.

    exposure    the least length of any route that is seen; each cell counts by the share of its places that is seen
    at least    no route over the grid is seen on less: a cell counts only where all of it is seen
    this route  what the radars see of the route of least exposure, sampled ten times as closely
    first seen  how far before the strip a radar first has it in view long enough to detect it
    warning     from the track to the strip: since radars have seen it for as long as the scenario's alert confirmation \
    takes; “–” if it is never tracked

    With several heights, the aircraft flies each stretch at the height at which it is seen least. A number of metres is \
    above ground; "2400 m AMSL" is above sea level. It never flies higher than --ceiling, nor over ground above that.

    --candidates N adds every radar type with a price to every site without a radar, one at a time, and lists the N best: \
    those that leave the fewest strips within reach unseen, then by what the worst strip gains, then by the mean of all \
    strips. Over terrain each takes a floor, kept in the cache for the next run.

    Written to the folder --output: leak.json, leak.csv, leak.gpkg (layers ways and candidates), leak.geojson (ways), \
    candidates.csv.

    Exit code: 0 done; 1 the scenario, its terrain or the output folder cannot be used; 64 wrong usage.

    Examples:
      atalaya leak GeoData/vraem --height 300m
      atalaya leak GeoData/lima --height "100 m, 300 m" \\
        --candidates 10 --type gm200 --propose 40
      atalaya leak GeoData/vraem --height "600 m" --purchase plan-2014
    """
}
