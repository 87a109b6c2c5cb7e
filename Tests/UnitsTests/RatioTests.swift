import Testing
import Units

@Suite struct RatioTests {
  @Test func `a ratio is a number or a fraction`() throws {
    #expect(try NumberText.parseRatio("4/3") == 4.0 / 3)
    #expect(try NumberText.parseRatio(" 7 / 6 ") == 7.0 / 6)
    #expect(try NumberText.parseRatio("1.3333") == 1.3333)
  }

  @Test(arguments: ["4/0", "0/0", "4/", "/3", "4/3/2", "1e300/1e-300", "a/b", "", "4:3"])
  func `what is no ratio is refused`(text: String) {
    #expect(throws: QuantityError.self) { try NumberText.parseRatio(text) }
  }
}
