internal import Foundation
internal import GeoFiles
internal import Geodesy
public import Scenario
internal import Units

extension ObservedFile {
  /// The largest file that is read as JSON of a receiver.
  private static let receiverLimit = 50_000_000

  /// Reads recorded plots or tracks, the outline of a receiver, or range rings.
  ///
  /// - CSV, GeoJSON and every other table or layer that a scenario may have, with the fields of observations: read as a layer
  ///   of a scenario is, with its units, notations and messages. A line of a GPX or KML is a track without times.
  /// - The JSON of receivers (``ReceiverFile``): outlines, traces of aircraft, and rings.
  /// - Lines and polygons of one altitude each, as a KML of rings has them.
  /// - Parameter path: The file, as the caller names it.
  /// - Returns: The file; without observations where it holds none.
  /// - Throws: ``ScenarioError`` with every problem, each with its line or row, field and remedy.
  public static func read(_ path: String, _ options: ObservedOptions = ObservedOptions()) throws(ScenarioError)
    -> ObservedFile
  {
    let diagnostics = Diagnostics()
    let file = read(path, options, diagnostics)
    let (errors, warnings) = diagnostics.sorted(first: path)
    if let error = ScenarioError(problems: errors, warnings: warnings) { throw error }
    guard var file else {
      throw ScenarioError(ScenarioProblem(.file, at: FaultPlace(file: path), "cannot be read"))
    }
    if let altitude = options.altitude {
      for index in file.observations.indices where file.observations[index].altitude == nil {
        file.observations[index].altitude = altitude
      }
    }
    file.warnings = warnings
    return file
  }

  private static func read(_ path: String, _ options: ObservedOptions, _ diagnostics: Diagnostics) -> ObservedFile? {
    let kind = (path as NSString).pathExtension.lowercased()
    if ["json", "geojson", ""].contains(kind) {
      let bytes: [UInt8]
      do { bytes = try InputFile.bytes(of: path, limit: receiverLimit) } catch {
        diagnostics.error(.file, at: Origin(file: path), error.problem, error.remedy ?? "check the name")
        return nil
      }
      if bytes.allSatisfy({ $0 <= 0x20 }) {
        diagnostics.error(.incomplete, at: Origin(file: path), "is empty", "is it the right file?")
        return nil
      }
      if let receiver = ReceiverFile(path, bytes, options, diagnostics) { return receiver.observed }
    }
    return ObservedLayer(path: path, options: options, diagnostics: diagnostics).observed()
  }
}
