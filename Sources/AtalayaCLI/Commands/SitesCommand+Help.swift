extension SitesCommand {
  static let discussion = """
    A summit is the highest ground within half the spacing. A ridge point has ground that falls on both sides of a line \
    through it. Summits come first, ranked by isolation: the distance to the nearest higher ground. The first n therefore \
    stand out most and lie far apart. Ridge points follow, ranked by how far the ground falls on either side. In this order \
    each place is taken that meets the conditions and keeps the spacing, along the ellipsoid, from all before it and from \
    the scenario's own sites.

    Prominence: for a summit, how far one must descend on the way to higher ground; for a ridge point, how far the ground \
    falls on the side where it falls less. Slope: the steepest of the eight directions to neighbouring posts.

    Never proposed: unknown posts and their neighbours, the edge of the terrain, and posts at 0 m, which terrain models use \
    for the sea. Isolation and prominence cannot see past the terrain or --bounds. The terrain is searched in cells of a \
    twentieth of the spacing, each represented by its highest post, so that distances are good to about one cell.

    --near, --inside and --outside take any vector format that GDAL reads, `file:layer` for one of several layers, and \
    tables with latitude and longitude. With a scenario they also take its own bases, strips, sites and border. The nth \
    --within belongs to the nth --near.

    --output writes a layer with the columns of a scenario's sites, so that scenario.yaml can name it: sites: sites.geojson

    Exit code: 0 done, also when nothing was found; 1 terrain, layer or output cannot be used; 64 wrong usage.

    Examples:
      atalaya sites GeoData/lima --count 20
      atalaya sites --dem tiles/ --bounds "-13, -75, -11, -73" \\
        --spacing 8km --near roads.gpkg --within 5km
      atalaya sites GeoData/lima --near bases --within 60km \\
        --outside parks.shp --output sites.geojson
    """
}
