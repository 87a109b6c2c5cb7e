import Testing

@testable import Units

// Two edits in five letters are the most that still count as a slip: "lema" for "lima" is one, "alpha" for "alfa" two.
@Test func `a name is suggested up to its last allowed edit and no farther`() {
  let names = ["delta", "pichari"]
  #expect(NearestName.nearest(to: "delta", among: names) == "delta")
  #expect(NearestName.nearest(to: "dalto", among: names) == "delta")
  #expect(NearestName.nearest(to: "dalti", among: ["delta"]) == "delta")
  #expect(NearestName.nearest(to: "zalti", among: names) == nil)
  // Long names: four edits at most, however long they are.
  #expect(NearestName.nearest(to: "abcdefghijklmnop", among: ["abcdefghijkl1234"]) == "abcdefghijkl1234")
  #expect(NearestName.nearest(to: "abcdefghijklmnop", among: ["abcdefghijk12345"]) == nil)
}

@Test func `of two names as near, the first in order is suggested, and neighbours that changed places are one slip`() {
  #expect(NearestName.nearest(to: "bet", among: ["bit", "bat"]) == "bat")
  #expect(NearestName.distance(Array("lmia"), Array("lima")) == 1)
  #expect(NearestName.distance(Array(""), Array("lima")) == 4)
}
