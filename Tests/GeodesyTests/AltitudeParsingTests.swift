import Geodesy
import Testing
import Units

@Suite struct AltitudeParsingTests {
  @Test(arguments: [
    ("150 m AGL", Altitude.aboveGround(.metres(150))), ("150mAGL", .aboveGround(.metres(150))),
    ("0.3 km agl ", .aboveGround(.metres(300))), ("2400 m AMSL", .aboveSeaLevel(.metres(2400))),
    ("2400 m MSL", .aboveSeaLevel(.metres(2400))), ("1000 ft amsl", .aboveSeaLevel(.feet(1000))),
    ("-20 m AMSL", .aboveSeaLevel(.metres(-20))),
  ])
  func `a height is read with its datum, whatever is taken when none is said`(text: String, altitude: Altitude) throws {
    #expect(try Altitude.parse(text) == altitude)
    #expect(try Altitude.parse(text, isAboveGroundUnlessSaid: true) == altitude)
  }

  @Test func `a height without a datum is above ground where that is agreed, and else refused`() throws {
    #expect(try Altitude.parse(" 300 m", isAboveGroundUnlessSaid: true) == .aboveGround(.metres(300)))
    #expect { try Altitude.parse("300 m") } throws: { ($0 as? QuantityError)?.code == .missingDatum }
  }

  @Test(arguments: [
    ("300 AGL", QuantityError.Code.missingUnit), ("AGL", .notANumber), ("300 m HAE AMSL", .unknownUnit),
    ("300 furlongs AMSL", .unknownUnit),
  ])
  func `what is no height says why`(text: String, code: QuantityError.Code) {
    for isAgreed in [true, false] {
      #expect { try Altitude.parse(text, isAboveGroundUnlessSaid: isAgreed) } throws: {
        ($0 as? QuantityError)?.code == code
      }
    }
  }
}
