import Atalaya

/// What can be written in each of the formats.
protocol ProfileAnswer {
  func text() -> String
  var table: ReportTable { get }
  var json: String { get }
  var svg: String { get }
  /// What limits the answer.
  var warnings: [RadarWarning] { get }
}
