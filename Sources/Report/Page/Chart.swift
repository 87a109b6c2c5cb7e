/// A drawing in SVG with a name that screen readers read out.
struct Chart: Sendable {
  /// Size in units of the drawing, at least a point each on a wide screen.
  let width: Double
  let height: Double
  let title: String
  private(set) var shapes = HTML()
  /// What its colours and marks mean.
  var key = ChartKey()

  init(width: Double, height: Double, title: String) {
    self.width = width
    self.height = height
    self.title = title
  }

  /// This drawing under the head of another.
  /// - Parameter title: That of the whole; nil: its own.
  func below(_ head: Chart, height: Double, title: String? = nil) -> Chart {
    var whole = Chart(width: width, height: self.height + height, title: title ?? self.title)
    whole.shapes = "\(head.shapes)<g transform=\"translate(0 \(height))\">\n\(shapes)</g>\n"
    return whole
  }

  /// Shapes that share a class.
  mutating func group(_ cssClass: String, _ draw: (inout Chart) -> Void) {
    shapes += "<g class=\"\(cssClass)\">\n\(drawn(draw))</g>\n"
  }

  /// Shapes of which only what lies within a rectangle from the origin is shown.
  mutating func window(width: Double, height: Double, _ draw: (inout Chart) -> Void) {
    // An inner svg element cuts what runs out of it, in browsers and in rsvg alike.
    shapes += "<svg width=\"\(width)\" height=\"\(height)\" overflow=\"hidden\">\n\(drawn(draw))</svg>\n"
  }

  private func drawn(_ draw: (inout Chart) -> Void) -> HTML {
    var part = Chart(width: width, height: height, title: title)
    draw(&part)
    return part.shapes
  }

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ cssClass: String, fill: Colour? = nil,
    title: String? = nil
  ) {
    let hint: HTML = title.map { "<title>\($0)</title>" } ?? ""
    shapes +=
      "<rect class=\"\(cssClass)\"\(Self.filled(fill)) x=\"\(x)\" y=\"\(y)\" width=\"\(max(width, 0))\" height=\"\(height)\">\(hint)</rect>\n"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ cssClass: String, title: String? = nil) {
    let hint: HTML = title.map { "<title>\($0)</title>" } ?? ""
    shapes += "<line class=\"\(cssClass)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\">\(hint)</line>\n"
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ cssClass: String, title: String? = nil) {
    let hint: HTML = title.map { "<title>\($0)</title>" } ?? ""
    shapes += "<circle class=\"\(cssClass)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\">\(hint)</circle>\n"
  }

  mutating func path(_ points: [(Double, Double)], closed: Bool = false, _ cssClass: String, title: String? = nil) {
    guard let first = points.first else { return }
    let hint: HTML = title.map { "<title>\($0)</title>" } ?? ""
    var data: HTML = "M\(first.0) \(first.1)"
    for point in points.dropFirst() { data += "L\(point.0) \(point.1)" }
    shapes += "<path class=\"\(cssClass)\" d=\"\(data)\(closed ? "Z" : "")\">\(hint)</path>\n"
  }

  /// Several lines as one shape.
  mutating func lines(_ lines: [[(Double, Double)]], _ cssClass: String) {
    var data = HTML()
    for line in lines {
      for (index, point) in line.enumerated() { data += "\(index == 0 ? "M" : "L")\(point.0) \(point.1)" }
    }
    guard !data.markup.isEmpty else { return }
    shapes += "<path class=\"\(cssClass)\" d=\"\(data)\"/>\n"
  }

  /// The mark of a first detection around a place.
  mutating func diamond(_ x: Double, _ y: Double, height: Double = 6, title: String? = nil) {
    path([(x, y - height), (x + 6, y), (x, y + height), (x - 6, y)], closed: true, "f-mark", title: title)
  }

  /// Words behind the end of a bar, which make way for a mark there. A letter of the small size is 7 wide at most.
  mutating func text(behind end: Double, _ y: Double, _ text: String, past mark: Double?) {
    let mark = mark ?? -.infinity
    let isCrossed = mark > end - 8 && mark < end + 12 + 7 * Double(text.count)
    self.text(isCrossed ? max(mark + 10, end + 5) : end + 5, y, text, "small halo")
  }

  /// A colour that no class has.
  private static func filled(_ colour: Colour?) -> HTML { colour.map { " fill=\"\($0.hex)\"" } ?? "" }

  /// Several closed rings as one shape; the inner ones are holes.
  mutating func area(_ rings: [[(Double, Double)]], _ cssClass: String, fill: Colour? = nil, title: String? = nil) {
    var data = HTML()
    for ring in rings {
      for (index, point) in ring.enumerated() { data += "\(index == 0 ? "M" : "L")\(point.0) \(point.1)" }
      data += "Z"
    }
    guard !data.markup.isEmpty else { return }
    let end: HTML = title.map { "><title>\($0)</title></path>" } ?? "/>"
    shapes += "<path class=\"\(cssClass)\"\(Self.filled(fill)) fill-rule=\"evenodd\" d=\"\(data)\"\(end)\n"
  }

  /// - Parameter anchor: `start`, `middle` or `end`.
  mutating func text(_ x: Double, _ y: Double, _ text: String, anchor: String = "start", _ cssClass: String = "") {
    shapes += "<text class=\"\(cssClass)\" x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(text)</text>\n"
  }

  /// The SVG element, for the page: its colours come from the page's style.
  var svg: HTML {
    """
    <svg class="chart" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
    xmlns="http://www.w3.org/2000/svg" aria-label="\(title)"><title>\(title)</title>
    \(shapes)</svg>

    """
  }

  /// The drawing under its title, which scrolls sideways where the screen is narrow.
  var figure: HTML {
    """
    <figure><figcaption>\(title)</figcaption>
    <div class="scroll" tabindex="0" role="region" aria-label="\(title)">\(svg)</div></figure>

    """
  }
}
