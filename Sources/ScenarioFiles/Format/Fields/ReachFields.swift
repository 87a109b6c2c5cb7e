import Scenario
import Units

/// The keys under `reach`.
enum ReachFields {
  static let limits = Field<String>.text(
    "limits", .optional("15 min, 30 min, 60 min"),
    "Times from the order within which places are reached, up to \(ReachSettings.mostLimits), each up to 48 h.",
    type: "list of durations")
  static let limit = Field<Duration>.duration(
    "limits", .required, from: .seconds(1), to: ReachSettings.longestLimit, "A time from the order.")
  static let step = Field<Length>.length(
    "step", .optional("by the size of the area: about 40,000 cells"), .metres(10)...(.kilometres(200)),
    "Side of a cell of the rasters.")

  static let routed = Field<Bool>.flag(
    "routed", .optional("as `routing` has it: without that along geodesics"),
    "Whether flights go over the terrain, around and over what is in the way.")

  static let format = LayerFormat(
    key: "reach", rowName: "reach", summary: "", fields: [limits.format, step.format, routed.format])
}
