import Units

/// A column's name in a Shapefile, which keeps ten letters, and the fields it can have been.
struct CutName {
  /// The fields, by name, in the order of the format; none for a name that no cut explains.
  private(set) var fields: [String] = []
  /// The units that the cut can have taken away, in the order of the kind of amount.
  private(set) var units: [String] = []
  /// Whether the name can have been without a unit.
  private var canBePlain = false
  /// Whether every field it can be is an amount with a unit.
  private var isAmount = false

  /// The letters that a Shapefile keeps.
  static let length = 10

  init(_ column: String, fields all: [FieldFormat]) {
    let name = column.lowercased()
    guard name.utf8.count == Self.length else { return }
    // GDAL distinguishes the second and later of equal names: readines_1.
    let stem =
      if let match = name.wholeMatch(of: /(.{8})_\d|(.{7})_\d\d/) { String(match.1 ?? match.2 ?? "") } else { name }
    if stem == name, !name.hasSuffix("_"), all.contains(where: { $0.matches(Record.normalized(column)) }) { return }
    for field in all {
      var isCandidate = false
      for fieldName in field.names {
        if fieldName.count > Self.length, fieldName.hasPrefix(stem) {
          isCandidate = true
          canBePlain = true
        }
        for (spelling, unit) in field.unitSpellings {
          let key = "\(fieldName)_\(spelling)"
          guard key.count > Self.length, key.hasPrefix(stem) else { continue }
          isCandidate = true
          if !units.contains(unit) { units.append(unit) }
        }
      }
      guard isCandidate else { continue }
      fields.append(field.name)
      isAmount = !field.unitSpellings.isEmpty
    }
  }

  /// The unit of the one field: empty when values carry their own or need none, nil when it is lost.
  func unit(isBare: Bool) -> String? {
    guard isAmount, isBare else { return "" }
    return !canBePlain && units.count == 1 ? units[0] : nil
  }
}
