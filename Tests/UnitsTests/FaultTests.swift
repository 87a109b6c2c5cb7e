import Testing
import Units

private enum InnerFault: String, FaultCode { case broken, other }
private enum OuterFault: String, FaultCode {
  case inner, own
  static func text(of problem: String, remedy: String) -> String { "\(problem) (\(remedy))" }
}

@Test func `a fault reads where, what and what to do`() {
  let place = FaultPlace(file: "sites.gpkg", layer: "north", row: .row(3), field: "latitude")
  let fault = Fault(InnerFault.broken, at: place, "95 is no latitude", remedy: "write −90 to 90")
  #expect(fault.description == "sites.gpkg, layer north, row 3, field latitude: 95 is no latitude; write −90 to 90")
  #expect(fault.message == "95 is no latitude; write −90 to 90")
  #expect(Fault(InnerFault.broken, "is broken").description == "is broken")
  #expect(Fault(OuterFault.own, "is broken", remedy: "repair it").description == "is broken (repair it)")
}

@Test func `a fault says what its cause says, and keeps it with its type`() throws {
  let cause = Fault(InnerFault.broken, at: FaultPlace(file: "a.tif"), "is cut off", remedy: "fetch it again")
  let fault = Fault(OuterFault.inner, at: FaultPlace(subject: "the radar R1"), because: cause)
  #expect(fault.description == "the radar R1: a.tif: is cut off; fetch it again")
  #expect(Fault(OuterFault.inner, because: cause).description == cause.description)
  let kept = try #require(fault.underlying as? Fault<InnerFault>)
  #expect(kept == cause && kept.code == .broken && kept.place.file == "a.tif" && kept.remedy == "fetch it again")
}

@Test func `faults differ by what caused them`() {
  let cause = Fault(InnerFault.broken, "is cut off")
  let other = Fault(InnerFault.other, "is cut off")
  let faults = [Fault(OuterFault.inner, because: cause), Fault(OuterFault.inner, because: other)]
  #expect(faults[0] != faults[1] && faults[0].hashValue == faults[1].hashValue)
  #expect(faults[0] == Fault(OuterFault.inner, because: cause))
  #expect(faults[0] != Fault(OuterFault.inner, cause.description))
}

@Test func `a list says how many faults it does not name`() {
  var collector = FaultCollector<InnerFault>(limit: 2)
  #expect(throws: Never.self) { try collector.throwAny() }
  for number in 1...5 { collector.append(Fault(.broken, at: FaultPlace(subject: "line \(number)"), "is cut off")) }
  let list = #expect(throws: FaultList<InnerFault>.self) { try collector.throwAny() }
  #expect(list?.lines == ["line 1: is cut off", "line 2: is cut off", "… and 3 more"])
  #expect(list?.place.subject == "line 1" && list?.count == 5)
}
