/// Charts that stand on their own, for slides.
enum ChartStyle {
  /// An SVG file with its own style, in the light colours of the page.
  static func standalone(_ chart: Chart) -> String {
    var style = PageResources.chartStyle
    // A file of its own has no `:root` of the page: the values take the places of the variables.
    for (name, value) in Palette.variables { style = style.replacing("var(\(name))", with: value) }
    let svg = chart.svg.markup
    guard let end = svg.firstIndex(of: "\n") else { return svg }
    let page = "<rect class=\"m-page\" width=\"100%\" height=\"100%\"/>"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg[...end] + "<style>\(style)</style>\(page)\n"
      + svg[svg.index(after: end)...]
  }
}
