/// What a strip, a base, a site or a purchase is called: by its name, and by its id where the name does not hold that.
enum Called {
  /// For sentences: `Santa Rosa (S01)`.
  static func text(_ name: String, _ id: String) -> String {
    isEnough(name, id) ? name.isolated : name.isEmpty ? id.isolated : "\(name.isolated) (\(id.isolated))"
  }

  /// For the page: `Santa Rosa (S01)`, the id in small letters.
  static func html(_ name: String, _ id: String) -> HTML {
    if isEnough(name, id) { return "\(name: name)" }
    return name.isEmpty ? "\(name: id)" : "\(name: name) <small>(\(name: id))</small>"
  }

  /// Where there is little room: the name, or the id when the name is longer than that.
  static func short(_ name: String, _ id: String, most: Int) -> String {
    (name.isEmpty || name.count > most ? id : name).isolated
  }

  private static func isEnough(_ name: String, _ id: String) -> Bool { !id.isEmpty && name.contains(id) }
}
