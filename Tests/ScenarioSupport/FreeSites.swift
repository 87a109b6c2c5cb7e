/// Four free sites and three types for sale; two flights from the east, one from the south.
public enum FreeSites {
  /// Two strips, and flights to them in the morning, at noon and at night.
  public static let traffic = """
      strips:
        - { id: s, position: "-12.1, -73.8", elevation: 100 m }
        - { id: t, position: "-12.3, -74.1", elevation: 100 m }
      routes:
        - { id: from-east, altitude: 150 m AGL, points: ["-12.0, -71.0", "-12.2, -72.6"] }
        - { id: from-south, altitude: 300 m AGL, points: ["-14.5, -73.0", "-13.0, -74.2"] }
      flights:
        - { id: morning, aircraft: light, strip: s, inbound: from-east, landing: "08:00", ground_time: 8 min }
        - { id: noon, aircraft: light, strip: t, inbound: from-south, landing: "12:00", ground_time: 8 min, per_day: 2 }
        - { id: night, aircraft: light, strip: t, inbound: from-east, landing: "04:00", ground_time: 10 min, per_day: 0.5 }
    """

  /// The scenario.
  public static let yaml = """
    atalaya: 1
    name: Where to look from
    currency: USD
    ground_elevation: 100 m
    daylight: { begin: "06:00", end: "18:00" }
    alert: { confirmation: 30 s, decision: 5 min }
    layers:
      radar_types:
        - { id: old, kind: primary, instrumented_range: 100 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 10 m }
        - { id: far, kind: primary, instrumented_range: 200 km, detection_range: 150 km, reference_rcs: 1 m², antenna_height: 40 m, price_low: USD 8M, price: USD 9M, price_high: USD 13M }
        - { id: mid, kind: primary, instrumented_range: 90 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 20 m, price: USD 4M }
        - { id: small, kind: primary, instrumented_range: 40 km, detection_range: 30 km, reference_rcs: 1 m², antenna_height: 8 m, price: USD 1500k }
      sites:
        - { id: home, position: "-12.0, -74.0", elevation: 100 m, radar: old }
        - { id: east, position: "-12.1, -73.0", elevation: 150 m }
        - { id: border, position: "-12.0, -72.3", elevation: 300 m }
        - { id: south, position: "-12.9, -73.9", elevation: 120 m }
        - { id: ridge, position: "-12.5, -73.4", elevation: 900 m }
      purchases: []
      aircraft:
        - { id: helicopter, kind: helicopter, cruise: 250 km/h, endurance: 4 h }
        - { id: light, kind: aeroplane, cruise: 240 km/h, endurance: 6 h, rcs: 1 m², transponder: no }
      bases: [{ id: base, position: "-12.1, -74.4", elevation: 100 m }]
      assets: [{ base: base, aircraft: helicopter, readiness_day: 10 min, readiness_night: 25 min }]
    \(traffic)
    """
}
