import Radar
import Testing
import Units

@Test func `a horizon mask is read, looked up and written`() throws {
  let mask = try HorizonMask.parse("0-30: 0.5; 350-10: 1.25°; 200 – 210 : -0.2")
  #expect(mask.lowest(at: .degrees(20)) == .degrees(0.5))
  // Where two parts hold, the higher hides.
  #expect(mask.lowest(at: .degrees(5)) == .degrees(1.25))
  #expect(mask.lowest(at: .degrees(-3)) == .degrees(1.25))
  #expect(mask.lowest(at: .degrees(205)) == .degrees(-0.2))
  #expect(mask.lowest(at: .degrees(100)) == nil)
  #expect(mask.text == "0-30: 0.5; 350-10: 1.25; 200-210: -0.2")
  #expect(try HorizonMask.parse(mask.text) == mask)
  #expect(try HorizonMask.parse("  ").isEmpty)
}

@Test(arguments: ["0-30", "0-30: x", "0-400: 1", "0-30: 91", "5-5: 1", "0-30: 1: 2", "0-30: nan"])
func `a horizon mask that is none is refused`(text: String) {
  #expect(throws: QuantityError.self) { try HorizonMask.parse(text) }
}
