public import Response
internal import Units

extension Daylight {
  /// Whether a local time is by day or by night.
  ///
  /// Times of other days are taken modulo 24 hours. The day holds its start and not its end; a day without length is
  /// always night, unless it begins and ends 24 hours apart.
  public func period(at time: Duration) -> Period {
    let day = Double(Duration.secondsPerDay)
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
