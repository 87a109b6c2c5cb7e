import Terrain
import Units

/// What stands on the ground.
enum CoverFields {
  static let heights: ClosedRange<Length> = .zero...(.kilometres(1))
  static let height = Field<Length>.length(
    "height", .optional("0 m"), heights, datums: ["agl"],
    "Height above the bare ground of what stands on it, where nothing else states one.")
  static let clearing = Field<Length>.length(
    "clearing", .optional(GroundCover.defaultClearing.text), .zero...(.kilometres(10)),
    "How far the ground is clear around each antenna, each existing radar, base and strip. Posts of the terrain next to an antenna are clear in any case. Routes get none: a flight keeps its altitude above the bare ground, and trees lower than that hide it from afar only."
  )

  static let format = LayerFormat(
    key: "ground_cover", rowName: "ground_cover", summary: "", fields: [height.format, clearing.format])
}
