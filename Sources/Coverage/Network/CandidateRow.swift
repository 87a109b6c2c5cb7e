/// What one candidate radar comes to at the places that matter: small, so that thousands fit into memory and on disk.
package protocol CandidateRow: Sendable {
  /// The row from what ``words`` gave; nil when it cannot be that of one.
  init?(words: [UInt64])
  /// The row for a file.
  var words: [UInt64] { get }
}
