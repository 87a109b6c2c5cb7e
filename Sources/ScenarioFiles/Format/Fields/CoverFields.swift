import Scenario
import Terrain
import Units

/// What stands on the ground.
enum CoverFields {
  static let heights: ClosedRange<Length> = .zero...(.kilometres(1))
  static let height = Field<Length>.length(
    "height", .optional("0 m; with `raster` unknown where it has no value"), heights, datums: ["agl"],
    "Height above the bare ground of what stands on it, where neither `raster` nor the layer `ground_cover` states one. Unknown cover hides what lies behind it: what is seen there is unknown."
  )
  static let clearing = Field<Length>.length(
    "clearing", .optional("1 km"), .zero...(.kilometres(10)),
    "How far the ground is clear around each antenna, existing radar, base and strip; posts of the terrain next to one are clear in any case. Routes get no clearing: a flight keeps its altitude above the bare ground, and trees below it hide it only from afar."
  )
  static let sea = Field<CoverOfSea>.choice(
    "sea", .optional("covered"),
    "Whether `height` also counts where the terrain is at exactly 0 m, as most terrain has the sea: `bare` leaves those posts out."
  )
  static let raster = Field<String>.text(
    "raster", .optional("none"),
    "Heights above the bare ground, such as a canopy height model: a raster of metres in any reference system, relative to the scenario’s folder. A post takes the highest of the raster’s cells in its own cell; one void among them leaves it unknown, or at `height`. Terrain, whose heights are above sea level, is an error.",
    type: "path")

  static let format = LayerFormat(
    key: "ground_cover", rowName: "ground_cover", summary: "",
    fields: [height.format, clearing.format, sea.format, raster.format])

  static let areaHeight = Field<Length>.length(
    "height", .required, heights, datums: ["agl"], "Height above the bare ground of what stands there.")
  static let layer = LayerFormat(
    key: "ground_cover", rowName: "an area of ground cover",
    summary:
      "Polygons of what stands on the ground, such as a map of land cover, with its height; where they overlap the highest "
      + "counts, and in them neither the height nor the raster of the key `ground_cover`. A geometry is required.",
    fields: [areaHeight.format])
}
