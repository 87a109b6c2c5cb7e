import ArgumentParser
import Atalaya

/// Which terrain is fetched, from where and to where.
struct FetchOptions: ParsableArguments {
  @Argument(help: "The scenario’s folder, or its scenario.yaml.", completion: .directory)
  var scenario: String?

  @Option(help: "A rectangle instead of a scenario: \"south, west, north, east\", degrees.")
  var bounds: OptionValue<Rectangle>?

  @Option(help: "glo-30 or glo-90.")
  var product: OptionValue<CopernicusTile.Product> = "glo-30"

  @Option(help: "Address of the archive, such as a mirror’s (default: that of the product).")
  var baseURL: String?

  @Option(help: "Where the tiles go (default: the scenario’s terrain/, or terrain/ here).", completion: .directory)
  var folder: String?

  @Option(help: "Retries after a temporary failure, 1, 2, 4 … s apart.")
  var retries: OptionValue<Int> = "4"

  @Flag(help: "Print the tiles that would be fetched, and how many bytes they are, and fetch nothing.")
  var dryRun = false

  @Flag(help: "Add the line to scenario.yaml.")
  var write = false

  func check(_ usage: inout Usage, isQuiet: Bool) {
    if (scenario == nil) == (bounds == nil) {
      usage.report("name a scenario’s folder, or a rectangle: --bounds \"south, west, north, east\"")
    }
    usage.check("--bounds", bounds)
    usage.check("--product", product)
    usage.check("--retries", retries, in: 0...20)
    usage.require("a scenario", scenario != nil || bounds == nil, for: ["--write": write])
    usage.refuse(
      with: "--dry-run", dryRun, ["--write": write, "--quiet": isQuiet],
      because: "it writes nothing, and prints what --quiet leaves out")
    if let baseURL, !baseURL.hasPrefix("http://"), !baseURL.hasPrefix("https://") {
      usage.report("--base-url “\(baseURL)”: begin it with https:// or http://")
    }
  }
}
