public import GeoFiles
public import Units

/// Everything that is wrong with the tables of a selection, with file and row, in the order of the files.
public typealias SelectionError = FaultList<GeoFileFault>

extension Fault<GeoFileFault> {
  /// The line it is about; those of the whole file come first.
  var line: Int {
    guard case .line(let line) = place.row else { return 0 }
    return line
  }
}
