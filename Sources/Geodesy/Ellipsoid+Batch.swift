internal import CPROJ
internal import Dispatch

extension Ellipsoid {
  /// Geodesic distances between pairs of places.
  /// - Parameters:
  ///   - starts: The first place of each pair.
  ///   - ends: The second, as many.
  ///   - workers: How many threads share the work; the result has the same bits for any number.
  /// - Returns: Distances in metres, in order.
  /// - Accuracy: 15 nm against libproj (`a batch agrees with libproj to 15 nm`, and ten million pairs in `bench`).
  public func distancesInMetres(from starts: [Position], to ends: [Position], workers: Int = 1) -> [Double] {
    precondition(starts.count == ends.count, "every start needs an end")
    let count = starts.count
    return [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each worker writes its own part; the parts cover the buffer and do not overlap.
      nonisolated(unsafe) let output = buffer
      let kernel = distanceKernel
      let parts = max(1, min(workers, count))
      @Sendable func work(_ part: Int) {
        let range = (count * part / parts)..<(count * (part + 1) / parts)
        starts.withUnsafeBufferPointer { a in
          ends.withUnsafeBufferPointer { b in
            withGeodesic { geodesic in
              for i in range {
                if let distance = kernel.distance(
                  a[i].latitudeDegrees, a[i].longitudeDegrees, b[i].latitudeDegrees, b[i].longitudeDegrees)
                {
                  output[i] = distance
                  continue
                }
                geod_inverse(
                  geodesic, a[i].latitudeDegrees, a[i].longitudeDegrees, b[i].latitudeDegrees, b[i].longitudeDegrees,
                  output.baseAddress! + i, nil, nil)
              }
            }
          }
        }
      }
      if parts == 1 {
        work(0)
      } else {
        DispatchQueue.concurrentPerform(iterations: parts) { work($0) }
      }
      initialized = count
    }
  }
}
