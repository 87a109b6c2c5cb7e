import Testing
import Units

@Test func `times of day are hours and minutes with optional seconds`() throws {
  #expect(try TimeOfDay.parse("06:40") == .seconds(24_000))
  #expect(try TimeOfDay.parse(" 6:40:30 ") == .seconds(24_030))
  #expect(try TimeOfDay.parse("00:00") == .zero)
  #expect(try TimeOfDay.parse("24:00") == .seconds(86_400))
}

@Test(arguments: ["24:01", "6", "6:5", "06:60", "06:40:60", "-1:00", "06.40", "0640", "", ":", "a:b", "06:40 pm"])
func `other texts are no time of day`(text: String) {
  #expect { try TimeOfDay.parse(text) } throws: { ($0 as? QuantityError)?.code == .notATime }
}
