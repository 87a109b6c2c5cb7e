extension TerrainFetchCommand {
  static let discussion = """
    Fetches tiles of one square degree from the public archive of the Copernicus DEM: GLO-30 (1″, about 40 MB a tile) or \
    GLO-90 (3″, about 5 MB). Heights are surfaces, with roofs and treetops, in metres above EGM2008.

    For a scenario, these are the tiles that its radars may see, today’s and those of all purchases, and 10 km around its \
    places and routes. They go to the folder terrain/ of the scenario, and the line for scenario.yaml is printed on \
    standard output. Before anything is fetched, the number of tiles and bytes is printed.

    Each tile is checked before it gets its final name. An interrupted fetch continues where it stopped when the command \
    is run again. A tile that has changed on the server is fetched again from the start. The archive has no tiles of the \
    open sea; for a scenario on a coast the printed line says so.

    Exit code: 0 done; 1 the archive, the scenario or the folder cannot be used; 64 wrong usage.

    Examples:
      atalaya terrain fetch GeoData/vraem --dry-run
      atalaya terrain fetch my-scenario --product glo-90 --write
      atalaya terrain fetch --bounds "-13, -78, -11, -76" --folder tiles
    """
}
