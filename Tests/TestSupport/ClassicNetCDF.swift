public import Foundation

/// Bytes of netCDF's classic format, written by its specification (Unidata, NetCDF Classic Format Specification).
public struct ClassicNetCDF {
  private var bytes = Data()

  private mutating func word(_ value: Int) {
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  private mutating func text(_ value: String) {
    word(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
    while bytes.count % 4 != 0 { bytes.append(0) }
  }

  private mutating func attributes(_ list: [(String, String)]) {
    word(list.isEmpty ? 0 : 12)
    word(list.count)
    for (name, value) in list {
      text(name)
      word(2)
      text(value)
    }
  }

  /// A file of variables of floats: names of dimensions with their lengths, and for each variable its dimensions by number, its
  /// attributes and its values.
  public static func file(
    _ dimensions: [(String, Int)],
    _ variables: [(name: String, dims: [Int], notes: [(String, String)], values: [Float])]
  ) -> Data {
    func head(_ begins: [Int]) -> Data {
      var file = ClassicNetCDF()
      file.bytes.append(contentsOf: Array("CDF".utf8) + [1])
      file.word(0)
      file.word(10)
      file.word(dimensions.count)
      for (name, length) in dimensions {
        file.text(name)
        file.word(length)
      }
      file.attributes([])
      file.word(11)
      file.word(variables.count)
      for (variable, begin) in zip(variables, begins) {
        file.text(variable.name)
        file.word(variable.dims.count)
        for dimension in variable.dims { file.word(dimension) }
        file.attributes(variable.notes)
        file.word(5)
        file.word(variable.values.count * 4)
        file.word(begin)
      }
      return file.bytes
    }
    var begin = head(variables.map { _ in 0 }).count
    var begins: [Int] = []
    for variable in variables {
      begins.append(begin)
      begin += variable.values.count * 4
    }
    var data = head(begins)
    for value in variables.flatMap(\.values) {
      withUnsafeBytes(of: value.bitPattern.bigEndian) { data.append(contentsOf: $0) }
    }
    return data
  }
}

extension ClassicNetCDF {
  /// A small forecast over Peru: winds, temperatures and geopotential at 500 and 850 hPa, at 2026-08-12 06:00 and 18:00 UTC, from 10° to
  /// 13° S and 77° to 73° W.
  ///
  /// Hours h after the first time and hectopascals p make winds of h + p/100 + latitude + (longitude + 75)/10 m/s towards the east and
  /// p/100 − h towards the north, 200 + p/10 K, and heights of 5,800 and 1,500 m.
  public static var forecast: Data {
    let (latitudes, longitudes): ([Float], [Float]) = (
      [-10, -11, -12, -13], [283, 284, 285, 286, 287]
    )
    func grid(
      _ value: (_ hour: Float, _ level: Float, _ latitude: Float, _ longitude: Float) -> Float
    ) -> [Float] {
      [Float(0), 12].flatMap { hour in
        [Float(500), 850].flatMap { level in
          latitudes.flatMap { latitude in longitudes.map { value(hour, level, latitude, $0) } }
        }
      }
    }
    let all = [0, 1, 2, 3]
    return file(
      [("time", 2), ("level", 2), ("latitude", 4), ("longitude", 5)],
      [
        ("time", [0], [("units", "hours since 2026-08-12 06:00:00")], [0, 12]),
        ("level", [1], [("units", "millibars")], [500, 850]),
        ("latitude", [2], [("units", "degrees_north"), ("standard_name", "latitude")], latitudes),
        (
          "longitude", [3], [("units", "degrees_east"), ("standard_name", "longitude")], longitudes
        ),
        (
          "u", all, [("units", "m s**-1"), ("standard_name", "eastward_wind")],
          grid { $0 + $1 / 100 + $2 + ($3 - 285) / 10 }
        ), ("v", all, [("units", "m s**-1")], grid { hour, level, _, _ in level / 100 - hour }),
        (
          "t", all, [("units", "K"), ("standard_name", "air_temperature")],
          grid { _, level, _, _ in 200 + level / 10 }
        ),
        (
          "z", all, [("units", "m**2 s**-2"), ("standard_name", "geopotential")],
          grid { _, level, _, _ in (level == 500 ? 5800 : 1500) * 9.80665 }
        ), ("cc", all, [("units", "1")], grid { _, _, _, _ in 0.5 }),
      ])
  }
}
