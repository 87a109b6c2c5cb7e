import Testing

@Test func `four to five flights a day leave Bolivia`() throws {
  let flights = try Table("flights.csv").rows
  let perDay = try flights.reduce(0) { try $0 + $1.number("per_day") }
  // AP 2015-10-18: four to five a day.
  #expect((4...5).contains(perDay))
  for flight in flights {
    // Reported: 5 to 12 minutes on the ground.
    let ground = try flight.number("ground_time_min")
    #expect((5...12).contains(ground), "\(flight)")
  }
  let mornings = flights.filter { ("06:00"..."08:00").contains($0["landing"]) }
  #expect(mornings.count * 2 > flights.count)
}

@Test func `prices are ranges`() throws {
  var count = 0
  for type in try Table("radar_types.csv").rows where !type["price_usd_m"].isEmpty {
    let base = try type.number("price_usd_m")
    let (low, high) = (try type.number("price_low_usd_m"), try type.number("price_high_usd_m"))
    #expect(low < base && base < high, "\(type)")
    count += 1
  }
  #expect(count >= 10)
}

@Test func `four radars of the plan of 2014 cost 71 million dollars`() throws {
  // 71 million (AP 2015-10-18), four radars (InSight Crime).
  let price = try Table("radar_types.csv").row("plan-2014").number("price_usd_m")
  #expect(price * 4 == 71)
}

@Test func `flights and assets name aircraft, bases and strips that are there`() throws {
  let aircraft = Set(try Table("aircraft.csv").rows.map { $0["id"] })
  let bases = Set(try Table("bases.csv").rows.map { $0["id"] })
  let strips = Set(try Table("strips.csv").rows.map { $0["id"] })
  let routes = Set(try Table("routes.csv").rows.map { $0["route"] })
  for asset in try Table("assets.csv").rows {
    #expect(aircraft.contains(asset["aircraft"]) && bases.contains(asset["base"]), "\(asset)")
  }
  for flight in try Table("flights.csv").rows {
    #expect(aircraft.contains(flight["aircraft"]) && strips.contains(flight["strip"]), "\(flight)")
    #expect(routes.contains(flight["inbound"]), "\(flight)")
    #expect(flight["strip"] != "poyeni", "a village is no strip")
  }
}

@Test func `no route flies higher than reported or below the valleys' lowest`() throws {
  for point in try Table("routes.csv").rows {
    let words = point["altitude"].split(separator: " ")
    let metres = try #require(Double(words[0]))
    // 50 to 600 m above ground, up to 5000 m above sea level across the ranges.
    #expect((words[2] == "AGL" ? 50...600 : 1000...5000).contains(metres), "\(point)")
  }
}
