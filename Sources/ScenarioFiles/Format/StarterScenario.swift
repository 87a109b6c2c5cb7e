public import Scenario

extension Scenario {
  /// The files of a small scenario to start from, by name; it can be planned as it stands.
  ///
  /// An island that does not exist, in the open Atlantic: one radar, two sites to choose from, two bases, three strips,
  /// two flights.
  public static var starterFiles: [(name: String, text: String)] {
    [
      ("FORMAT.md", formatReference), ("sites.csv", starterSites), ("strips.csv", starterStrips),
      ("scenario.yaml", starterYAML),
    ]
  }

  private static let starterSites = """
    id,name,latitude,longitude,elevation_m,radar,source
    north-hill,North Hill,40.30,-30.00,420,long-range,stands today
    east-cape,East Cape,40.05,-29.45,60,,candidate
    south-ridge,South Ridge,39.70,-30.10,310,,candidate

    """

  private static let starterStrips = """
    id,name,latitude,longitude,elevation_m,length_m,approximate,source
    west-field,West Field,40.00,-30.40,150,700,no,made up
    river-bend,River Bend,39.85,-29.85,90,450,no,made up
    south-beach,South Beach,39.55,-30.05,5,600,no,made up

    """

  private static let starterYAML = """
    # A small scenario to start from. The island does not exist; put your own places and figures in its place.
    # FORMAT.md describes every field. Check your changes with: atalaya validate .
    atalaya: 1                        # version of the format
    name: Example Island
    description: One radar, two candidate sites, two bases, three strips and two flights on an island that does not exist.
    currency: USD                     # the one currency of all prices
    ground_elevation: 100 m           # the ground of the smooth Earth, above mean sea level
    effective_earth_k: 1.3333         # refraction of the standard atmosphere
    # terrain: terrain                # folder of elevation tiles; atalaya terrain fetch . gets them
    target_rcs: 1 m²                  # radar cross-section of coverage figures that belong to no flight
    target_transponder: no            # secondary radars see transponders only
    altitude_bands: [50 m, 150 m, 300 m, 600 m, 1500 m]   # above ground
    # altitudes_amsl: [1000 m, 3000 m]                    # above mean sea level, besides those above ground
    daylight: { begin: "06:00", end: "18:00" }            # local time, as all times here
    # From echo to track, from track to order; how long a track outlasts the last sight.
    alert: { confirmation: 30 s, decision: 5 min, track_memory: 2 min }
    on_scene_time: 10 min             # at the strip, before the way back; counts against endurance
    # Off until stated: the probability with which the radars' looks detect, and what the air and shadows take of them ...
    # detection: { probability: 0.8, track: 3 of 5, gases: yes, diffraction: yes }   # needs frequency in radar_types
    # ... what stands on the ground of the terrain, and between what limits the air and the targets are.
    # ground_cover: { height: 25 m, clearing: 1 km }
    # atmosphere: { k_band: [1.14, 1.28, 1.50], rcs_spread_db: 3, vapour_density: 20 }

    layers:
      # Types of radar, in use or for sale. Ranges are slant ranges; detection_range holds for reference_rcs.
      radar_types:
        - id: long-range
          name: Long-range radar
          kind: primary               # or secondary: sees transponders only; adsb, multilateration, passive: see FORMAT.md
          instrumented_range: 400 km
          detection_range: 250 km
          reference_rcs: 2 m²
          minimum_range: 2 km
          antenna_height: 12 m        # above ground
          maximum_elevation: 30 deg   # above it lies the cone of silence
          revisit: 10 s               # shorter in view is a glimpse; no price: not for sale
        - id: gap-filler
          name: Gap filler
          kind: primary
          instrumented_range: 80 km
          detection_range: 60 km
          reference_rcs: 2 m²
          antenna_height: 10 m
          maximum_elevation: 40 deg
          revisit: 4 s
          price_low: USD 3M
          price: USD 4.5M
          price_high: USD 6M

      # Layers may stand in files: CSV, GeoJSON, GeoPackage, KML, Shapefile.
      # Columns state their unit in the name (elevation_m). One that is nearly a field is an error; others are named in a warning.
      sites: sites.csv
      strips: strips.csv

      purchases:
        - id: two-gap-fillers
          name: A gap filler at either end
          budget: USD 10M
          radars:
            - { site: east-cape, type: gap-filler }
            - { site: south-ridge, type: gap-filler }

      aircraft:
        - id: helicopter
          name: Medium helicopter
          kind: helicopter
          cruise: 225 km/h
          departure_allowance: 2 min  # start, taxi and climb
          landing_allowance: 2 min    # from overhead to people on the ground
          endurance: 2.5 h            # reserve included
          reserve: 30 min
          ceiling: 4500 m             # above mean sea level
        - id: patrol
          name: Patrol aeroplane
          kind: aeroplane
          cruise: 180 kt
          endurance: 5 h
          required_runway: 800 m      # shorter strips: it stays overhead
        - id: light-single
          name: Light single-engine aeroplane
          kind: aeroplane
          cruise: 120 kt
          endurance: 5 h
          rcs: 1 m²                   # needed of aircraft that flights use; also in dBsm
          transponder: no

      # A position is latitude and longitude, or text in any notation that atalaya locate reads.
      bases:
        - { id: town, name: Town Airport, latitude: 40.10, longitude: -29.90, elevation: 80 m }
        - { id: south, name: South Heliport, position: "39°40'30\\"N 29°58'00\\"W", elevation: 30 m }

      # Assets on alert. Readiness is the time from the order to take-off; none: it does not fly.
      assets:
        - { base: town, aircraft: patrol, readiness_day: 20 min, readiness_night: none }
        - { base: town, aircraft: helicopter, count: 2, readiness_day: 15 min, readiness_night: 45 min }
        - { base: south, aircraft: helicopter, readiness_day: 15 min, readiness_night: 45 min }

      # Routes over the ground. Altitudes carry their datum: AGL above ground, AMSL above mean sea level.
      routes:
        - id: from-the-west
          altitude: 300 m AGL
          points: ["40.40, -31.90", "40.10, -30.80"]
        - id: from-the-south
          points:
            - { position: "38.30, -29.60", altitude: 3000 ft AMSL }
            - { position: "39.20, -29.80", altitude: 500 ft AGL }

      # In along a route, minutes on the strip, out along a route (default: the inbound route, reversed).
      # The strip is joined to the routes by itself. State departure or landing; the other follows.
      flights:
        - id: morning
          name: Morning flight to West Field
          aircraft: light-single
          strip: west-field
          inbound: from-the-west
          landing: "07:10"
          ground_time: 8 min
        - id: night
          name: Night flight to South Beach
          aircraft: light-single
          strip: south-beach
          inbound: from-the-south
          speed: 110 kt               # over the ground; default: the aircraft's cruise
          departure: "21:30"
          ground_time: 10 min
          per_day: 0.5                # every other day

      # border: border.geojson        # lines or polygons; meetings in flight end there

    """
}
