internal import GeoFiles

/// The head of a column on the page.
struct PageHead {
  var heading: Phrase
  var isNumeric: Bool
}
