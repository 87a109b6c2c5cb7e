internal import Foundation
internal import Report

/// The description of the interface, made of the routes themselves.
enum OpenAPI {
  static func text(of routes: [APIRoute]) -> String {
    var paths: [String: [String: Any]] = [:]
    for route in routes where route.path.hasPrefix("api/v1/") {
      paths["/" + route.path.dropFirst("api/v1/".count), default: [:]][route.method.lowercased()] = route.json
    }
    let document: [String: Any] = [
      "openapi": "3.1.0",
      "info": [
        "title": "atalaya live", "version": "1",
        "description":
          "What the page of `atalaya live` uses, and nothing else. Addresses begin with the one that the command prints.",
        "x-tool": AtalayaVersion.current,
      ],
      "servers": [["url": "."]],
      "paths": paths,
    ]
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? JSONSerialization.data(withJSONObject: document, options: options) else { return "{}" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
