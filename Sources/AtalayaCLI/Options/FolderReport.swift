import Atalaya

/// A report that is printed, and can be written to a folder.
protocol FolderReport {
  var table: ReportTable { get }
  var json: String { get }
  /// What is written to a folder.
  var planFiles: PlanFiles { get }
}
