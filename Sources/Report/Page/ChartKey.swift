/// What the colours and marks of a drawing mean: above it on the page, inside it where it stands on its own.
struct ChartKey: Sendable {
  /// What stands before the words.
  enum Sign: Sendable {
    /// A patch in a class of the charts' style.
    case area(String)
    /// A line in a class of the charts' style.
    case line(String)
    /// A diamond.
    case mark
    /// An upright bar.
    case bar
    /// A triangle that points down.
    case order
  }

  /// A sign, the class of its swatch on the page, and its words.
  var items: [(sign: Sign, swatch: String, words: String)]

  init(_ items: [(sign: Sign, swatch: String, words: String)] = []) { self.items = items }

  /// As a line of the page.
  var html: HTML {
    guard !items.isEmpty else { return "" }
    let swatches = items.map {
      "<span class=\"swatch\"><i class=\"\($0.swatch)\"></i>\($0.words)</span> " as HTML
    }
    return "<p class=\"key\">\(swatches)</p>\n"
  }

  /// Draws it in rows and returns how high they are. A letter of the small size is 7 wide at most.
  fileprivate func draw(on chart: inout Chart, top: Double) -> Double {
    guard !items.isEmpty else { return 0 }
    var (x, y) = (4.0, top + 12)
    for (sign, _, words) in items {
      let length = 24 + 7 * Double(words.count) + 16
      if x > 4, x + length > chart.width { (x, y) = (4, y + 20) }
      switch sign {
      case .area(let cssClass): chart.rect(x, y - 10, 18, 11, cssClass)
      case .line(let cssClass): chart.line(x, y - 4, x + 18, y - 4, cssClass)
      case .mark: chart.diamond(x + 9, y - 5)
      case .order: chart.path([(x + 4, y - 9), (x + 14, y - 9), (x + 9, y - 1)], closed: true, "f-order")
      case .bar: chart.line(x + 9, y - 12, x + 9, y + 2, "p-mast")
      }
      chart.text(x + 24, y, words, "small")
      x += length
    }
    return y + 10 - top
  }
}

extension Chart {
  /// The drawing on the page: its key, then its figure.
  var keyed: HTML { key.html + figure }

  /// The drawing with its title and its key inside, for a slide.
  var titled: Chart {
    var head = Chart(width: width, height: 0, title: title)
    let lines = titleLines
    for (index, line) in lines.enumerated() { head.text(4, 20 + Self.lineHeight * Double(index), line, "strong") }
    let top = 32 + Self.lineHeight * Double(max(lines.count - 1, 0))
    let height = key.draw(on: &head, top: top)
    return below(head, height: top + height)
  }

  private static let lineHeight = 18.0

  /// The title in lines that fit, broken between words; a letter of it is less than 8 wide on average.
  private var titleLines: [String] {
    let most = Int(width / 8)
    var lines: [String] = []
    for word in title.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= most {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
