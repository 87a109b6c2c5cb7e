internal import GeoFiles

/// The records of all outputs: each of their lists is in one place.
enum Records {}
