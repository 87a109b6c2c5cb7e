import Testing
import Units

@Test func `units of length are the international ones`() {
  #expect(Length.feet(1).metres == 0.3048)
  #expect(Length.nauticalMiles(1).metres == 1852)
  #expect(Length.kilometres(1.5).metres == 1500)
}
