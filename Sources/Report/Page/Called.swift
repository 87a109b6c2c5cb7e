internal import Foundation
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// What a strip, a base, a radar, a site or a purchase is called: by its name, in tables also by its id where the name does not
/// begin or end with that.
enum Called {
  /// The name, or the id where there is none. Plain text, not ``Swift/String/isolated``.
  static func plain(_ name: String, _ id: String) -> String { name.isEmpty ? id : name }

  /// For sentences: ``plain(_:_:)``.
  static func text(_ name: String, _ id: String) -> String { plain(name, id).isolated }

  /// For tables: `Santa Rosa (S01)`, the id in small letters.
  static func html(_ name: String, _ id: String) -> HTML {
    if isEnough(name, id) { return "\(name: name)" }
    return name.isEmpty ? "\(name: id)" : "\(name: name) <small>(\(name: id))</small>"
  }

  /// An asset, for tables: what flies and from where, the id in small letters.
  static func html(_ asset: Asset) -> HTML {
    Self.asset(
      asset.id, aircraft: asset.aircraft.name, base: short(asset.base.name, asset.base.id, most: 20))
  }

  /// The same of its names.
  static func asset(_ id: String, aircraft: String, base: String) -> HTML {
    "\(name: aircraft), \(name: base) <small>(\(name: id))</small>"
  }

  /// Assets where there is little room: `Mil Mi-17 (Callao)`, the id where that is too long or several have the same.
  static func labels(of assets: [Asset], most: Int) -> [String: String] {
    let texts = assets.map { "\($0.aircraft.name) (\(short($0.base.name, $0.base.id, most: 14)))" }
    let counts = texts.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let labels = zip(assets, texts).map { asset, text in
      (asset.id, counts[text] == 1 && text.count <= most ? text : asset.id)
    }
    return Dictionary(labels) { first, _ in first }
  }

  /// Names in a sentence. Names may hold commas: they are set apart by semicolons.
  static func list(_ names: [String]) -> String { names.joined(separator: "; ") }

  /// Where there is little room: the name, of a longer one what stands before a comma or a parenthesis, or as much as
  /// fits; the id where there is no name. Plain text, not ``Swift/String/isolated``.
  static func short(_ name: String, _ id: String, most: Int) -> String {
    guard !name.isEmpty else { return id }
    guard name.count > most else { return name }
    let head = head(name)
    return !head.isEmpty && head.count <= most ? head : cut(name, most: most)
  }

  /// As much of a name as fits.
  static func cut(_ name: String, most: Int) -> String {
    name.count > most ? name.prefix(most - 1).trimmingCharacters(in: .whitespaces) + "…" : name
  }

  /// A name up to a comma or a parenthesis.
  static func head(_ name: String) -> String {
    String(name.prefix { $0 != "," && $0 != "(" }).trimmingCharacters(in: .whitespaces)
  }

  /// Labels of places on a map: ``head(_:)``, as much of the name as fits where that is the same for several places, and the
  /// id where there is no name or several places have the same.
  static func labels(of places: [(id: String, name: String)], most: Int = 30) -> [String] {
    func unique(_ labels: [String]) -> [Bool] {
      let counts = labels.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
      return labels.map { !$0.isEmpty && counts[$0] == 1 }
    }
    let heads = places.map { short(head($0.name), "", most: most) }
    let names = places.map {
      cut(String($0.name.prefix { $0 != "(" }).trimmingCharacters(in: .whitespaces), most: most)
    }
    let (isHeadUnique, isNameUnique) = (unique(heads), unique(names))
    return places.indices.map { isHeadUnique[$0] ? heads[$0] : isNameUnique[$0] ? names[$0] : places[$0].id }
  }

  /// Whether a name begins or ends with the id, so that it need not be repeated.
  private static func isEnough(_ name: String, _ id: String) -> Bool {
    !id.isEmpty && (name.hasPrefix(id) || name.hasSuffix(id))
  }
}

extension Plan {
  /// What a purchase is called in a language of the page; the list that the plan proposes has a name in each.
  func name(of purchase: Scenario.Purchase, _ say: ReportLanguage) -> String {
    guard let placement, purchase.name == placement.name else { return purchase.name }
    let budget = placement.package.budget.text
    return placement.base.map { say(.thenProposedList, $0.name, budget) } ?? say(.proposedList, budget)
  }
}
