/// Where something was written.
struct Origin: Sendable, Hashable {
  var file: String
  var line: Int?
  var row: Int?
}
