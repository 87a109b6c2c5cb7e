public import Response
internal import Units

extension Daylight {
  /// Whether a local time is by day or by night.
  ///
  /// Times of other days are taken modulo 24 hours. The day includes its start and excludes its end. When start and end
  /// coincide it is always night; when they are 24 hours apart it is always day.
  public func period(at time: Duration) -> Period {
    let day = 86_400.0
    func clock(_ duration: Duration) -> Double {
      let seconds = duration.inSeconds.truncatingRemainder(dividingBy: day)
      return seconds < 0 ? seconds + day : seconds
    }
    if (end - begin).inSeconds >= day { return .day }
    let now = clock(time)
    let begin = clock(begin)
    let end = clock(end)
    let isDay = begin <= end ? now >= begin && now < end : now >= begin || now < end
    return isDay ? .day : .night
  }
}
