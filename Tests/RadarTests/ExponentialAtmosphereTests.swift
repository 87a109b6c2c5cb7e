import Foundation
import Radar
import Testing
import Units

/// The examples that a radar toolbox's documentation prints (functions refractionexp, height2grndrange, height2range, grazingang).
@Test func `the exponential atmosphere gives the printed examples`() throws {
  for (surface, decay) in [(200.0, 0.1184), (313, 0.1439), (450, 0.2233)] {
    let air = try ExponentialAtmosphere(surfaceRefractivity: surface)
    #expect(abs(air.decayPerKilometre - decay) < 0.5e-4, "\(air.decayPerKilometre)")
  }
  // A target at 1 km, an antenna at 10 m, two degrees: ground range and path over an effective Earth, and in exponential air.
  // The toolbox's “4/3 Earth” is that of −39 N-units a kilometre on 6,371 km: 1.3306, by which the figures fall 2 m short of
  // those of 4/3.
  let earth = EffectiveEarth(k: 1 / (1 - 39e-6 * 6371))
  let span = try #require(earth.groundSpan(elevationAtLeast: .degrees(2), from: .metres(10), to: .kilometres(1)))
  #expect(abs(span.farthest.metres - 27_106) < 0.5, "\(span.farthest.metres)")
  let slant = earth.slantRange(groundDistance: span.farthest, from: .metres(10), to: .kilometres(1))
  #expect(abs(slant.metres - 27_125) < 0.5, "\(slant.metres)")
  let way = try #require(
    ExponentialAtmosphere().way(elevation: .degrees(2), from: .metres(10), to: .kilometres(1)))
  #expect(abs(way.ground.metres - 27_143) < 0.5, "\(way.ground.metres)")
  #expect(abs(way.optical.metres - 27_171) < 0.5, "\(way.optical.metres)")
  // A grazing angle: how high an antenna at 300 m stands at a slant range of 1 km.
  let ground = try #require(earth.groundDistance(slantRange: .kilometres(1), from: .zero, to: .metres(300)))
  let grazing = earth.elevation(groundDistance: ground, from: .zero, to: .metres(300)).degrees
  #expect(abs(grazing - 17.4544) < 0.5e-4, "\(grazing)")
}

@Test func `without refraction a ray of the exponential atmosphere is straight`() throws {
  // The thinnest air of the range bends less than 4/3 of the Earth does.
  let air = try ExponentialAtmosphere(surfaceRefractivity: 200)
  let straight = try #require(
    EffectiveEarth(k: 1).groundSpan(elevationAtLeast: .degrees(8), from: .zero, to: .kilometres(5)))
  let bent = try #require(air.way(elevation: .degrees(8), from: .zero, to: .kilometres(5)))
  #expect(bent.ground > straight.farthest)
  let more = try #require(
    EffectiveEarth().groundSpan(elevationAtLeast: .degrees(8), from: .zero, to: .kilometres(5)))
  #expect(bent.ground < more.farthest)
  // Straight up the ray is as long as the height.
  let up = try #require(air.way(elevation: .degrees(90), from: .metres(20), to: .kilometres(12)))
  #expect(abs(up.ray.metres - 11_980) < 1e-6)
  #expect(up.ground.metres < 1e-6)
  #expect(air.way(elevation: .degrees(-1), from: .zero, to: .kilometres(1)) == nil)
  #expect(throws: PropagationError.self) { try ExponentialAtmosphere(surfaceRefractivity: 20) }
}
