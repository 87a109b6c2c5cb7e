import Foundation
import TestSupport
import Testing

/// An option that does not apply is wrong usage, in every command.
@Suite struct OptionTests {
  /// A command line that would do something, for each command that has dependent options.
  private static let complete: [String: [String]] = [
    "plan": [Tool.sample], "report": [Tool.sample], "place": [Tool.sample, "--budget", "USD 71M"],
    "leak": [Tool.sample], "sites": ["--dem", "absent.tif"], "profile": ["0, 10", "0, 11", "--dem", "absent.tif"],
    "floor": ["absent.tif", "--at", "0, 10", "--antenna-height", "20m", "--range", "5km", "--output", "f.tif"],
    "radar pd": ["--snr", "13dB"], "radar type": ["tps-70", "--scenario", Tool.sample],
  ]

  /// A value that each dependent option takes.
  private static let values = [
    "--objective": "track", "--seconds": "5", "--candidates": "3", "--spacing": "5 km", "--height": "300 m",
    "--cells": "100", "--type": "gm200", "--within": "5 km", "--range": "50 km", "--step": "1 deg",
    "--target-height": "100 m", "--target-altitude": "3000 m", "--scans": "5", "--rain-height": "5 km",
    "--anomalous-percent": "10", "--rcs": "2m2", "--pd": "0.8", "--pfa": "1e-6", "--swerling": "1", "--tilt": "1deg",
    "--clearing": "1km", "--at": "0, 10", "--sea-state": "3", "--rms-height": "1m",
  ]

  /// An option of a command whose help begins with “With --partner”.
  private struct Dependent {
    var command, option, partner: String
    var isFlag: Bool
  }

  /// The help of every command says which option belongs to which.
  private static func dependents() throws -> [Dependent] {
    var found: [Dependent] = []
    func walk(_ command: [String: Any], _ path: [String]) {
      for argument in command["arguments"] as? [[String: Any]] ?? [] {
        guard argument["shouldDisplay"] as? Bool == true, let text = argument["abstract"] as? String,
          let partner = text.firstMatch(of: #/^With (--[a-z-]+)/#),
          let name = (argument["preferredName"] as? [String: Any])?["name"] as? String
        else { continue }
        found.append(
          Dependent(
            command: path.joined(separator: " "), option: "--\(name)", partner: String(partner.output.1),
            isFlag: argument["kind"] as? String == "flag"))
      }
      for child in command["subcommands"] as? [[String: Any]] ?? [] {
        walk(child, path + [child["commandName"] as? String ?? ""])
      }
    }
    let dump = try JSONSerialization.jsonObject(with: Data(Tool.run("--experimental-dump-help").output.utf8))
    walk((dump as? [String: Any])?["command"] as? [String: Any] ?? [:], [])
    return found
  }

  @Test func `an option without the one that its help names is refused, and the message has both`() throws {
    let dependents = try Self.dependents()
    for command in Self.complete.keys {
      #expect(dependents.contains { $0.command == command }, "\(command) has no dependent option any more")
    }
    for entry in dependents {
      let words = try #require(Self.complete[entry.command], "\(entry.command) has \(entry.option)")
      let value = entry.isFlag ? [] : [try #require(Self.values[entry.option], "no value for \(entry.option)")]
      let run = try Program.atalaya.run(
        entry.command.split(separator: " ").map(String.init) + words + [entry.option] + value)
      #expect(run.status == 64 && run.output.isEmpty, "\(entry): \(run.status)")
      #expect(run.errors.contains(entry.option) && run.errors.contains(entry.partner), "\(entry): \(run.errors)")
    }
  }

  /// What belongs together by other rules: the words, and the two names that the message has.
  private static let others: [(words: [String], names: [String])] = [
    (["plan", "--schema", "--output", "x"], ["--output", "--schema"]),
    (["plan", Tool.sample, "--schema"], ["scenario", "--schema"]),
    (["plan", "--schema", "--language", "es"], ["--language", "--schema"]),
    (["plan", "--schema", "--budget", "1M"], ["--budget", "--schema"]),
    (["compare", "--schema", "--output", "x"], ["--output", "--schema"]),
    (["compare", "a", "b", "--schema"], ["plans", "--schema"]),
    (["init", "x", "--reference"], ["folder", "--reference"]),
    (["intercept", Tool.sample, "--best", "--required"], ["--best", "--required"]),
    (["coverage", Tool.sample, "--range", "5km"], ["--range", "--dem"]),
    (["coverage", Tool.sample, "--quality", "fine"], ["--quality", "--dem"]),
    (["coverage", Tool.sample, "--memory", "100", "--workers", "2"], ["--memory, --workers", "--dem"]),
    (["coverage", Tool.sample, "--missing", "sea"], ["--missing", "--dem"]),
    (["coverage", Tool.sample, "--minimum-range", "1km"], ["--minimum-range", "--dem"]),
    (["coverage", "--dem", "a.tif", "--height", "300m"], ["--height", "--dem"]),
    (["coverage", "--dem", "a.tif", "--purchase", "x"], ["--purchase", "--dem"]),
    (["coverage", "--dem", "a.tif", "--format", "csv"], ["--format", "--dem"]),
    (["sites", Tool.sample, "--missing", "sea"], ["--missing", "--dem"]),
    (["sites", Tool.sample, "--heights-unit", "ft"], ["--heights-unit", "--dem"]),
    (["profile", "a", "b", "--scenario", Tool.sample, "--voids", "sea"], ["--voids", "--dem"]),
    (["profile", "0, 10", "--horizon", "--dem", "a.tif", "--target-height", "9m"], ["--target-height", "--horizon"]),
    (["profile", "0, 10", "--horizon", "--dem", "a.tif", "--blind-sectors", "1-2"], ["--blind-sectors", "--horizon"]),
    (["leak", Tool.sample, "--propose", "5"], ["--propose", "--candidates"]),
    (["coverage", Tool.sample, "--format", "csv", "--units", "aviation"], ["--units", "--format csv"]),
    (["response", Tool.sample, "--format", "json", "--units", "aviation"], ["--units", "--format json"]),
    (["intercept", Tool.sample, "--format", "csv", "--units", "metric"], ["--units", "--format csv"]),
    (["leak", Tool.sample, "--format", "json", "--units", "aviation"], ["--units", "--format json"]),
    (
      ["place", Tool.sample, "--budget", "71M", "--format", "json", "--units", "aviation"],
      ["--units", "--format json"]
    ),
    (["compare", "a", "b", "--output", "decision.html"], ["--output", ".html"]),
    (["leak", Tool.sample, "--candidates", "3", "--format", "csv"], ["--candidates", "--output"]),
    (["place", Tool.sample, "--budget", "71M", "--sweep", "--format", "csv"], ["--sweep", "--output"]),
    (["place", Tool.sample, "--budget", "71M", "--objective", "track", "--cells", "9"], ["--cells", "--objective"]),
    (["terrain", "fetch", Tool.sample, "--dry-run", "--write"], ["--write", "--dry-run"]),
    (["terrain", "fetch", "--bounds", "-13, -78, -11, -76", "--write"], ["--write", "scenario"]),
    (selecting + ["--fairest", "--cover-all"], ["--fairest", "--cover-all"]),
    (selecting + ["--count", "2", "--read-solution", "s", "--gap", "0.1"], ["--gap", "--read-solution"]),
    (["radar", "pd", "--snr", "13dB", "--pd", "0.9"], ["--snr", "--pd"]),
    (
      ["floor", "a.tif", "--at", "0, 10", "--antenna-height", "20m", "--range", "5km", "--output", "f.tif", "--cog"]
        + ["--compress"], ["--compress", "--cog"]
    ),
  ]

  /// What is needed besides options for the values of all options to be looked at.
  private static let positions: [String: [String]] = [
    "compare": ["a", "b"], "distance": ["0, 10", "0, 11"], "floor": ["a.tif"], "init": ["x"], "locate": ["0, 10"],
    "profile": ["0, 10", "0, 11"], "route": ["0, 10", "0, 11"], "radar type": ["tps-70"], "terrain info": ["a.tif"],
  ]

  /// Options that take any text: a name, or a path.
  private static let texts: Set = [
    "--aircraft", "--assets", "--avoid", "--base", "--base-url", "--causes", "--chart-data", "--compare",
    "--cover-raster",
    "--covers", "--crs", "--dem",
    "--demand",
    "--flight", "--folder", "--from", "--inside", "--itu-maps", "--type-id", "--layer", "--near", "--observed",
    "--options", "--output",
    "--outside", "--override", "--part",
    "--password-file", "--profile-file", "--purchase", "--radar", "--read-solution", "--reference",
    "--scenario",
    "--strip", "--svg", "--to", "--type", "--write-lp",
  ]

  /// The options of every command that take a value.
  private static func valued() throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    func walk(_ command: [String: Any], _ path: [String]) {
      let options = (command["arguments"] as? [[String: Any]] ?? []).filter {
        $0["kind"] as? String == "option" && $0["shouldDisplay"] as? Bool == true
      }
      found[path.joined(separator: " ")] = options.compactMap { option in
        ((option["names"] as? [[String: Any]])?.first { $0["kind"] as? String == "long" }?["name"] as? String).map {
          "--\($0)"
        }
      }
      for child in command["subcommands"] as? [[String: Any]] ?? [] {
        walk(child, path + [child["commandName"] as? String ?? ""])
      }
    }
    let dump = try JSONSerialization.jsonObject(with: Data(Tool.run("--experimental-dump-help").output.utf8))
    walk((dump as? [String: Any])?["command"] as? [String: Any] ?? [:], [])
    return found
  }

  @Test func `every wrong value of a command line is reported at once, in every command`() throws {
    let commands = try Self.valued()
    var count = 0
    for (command, options) in commands where !options.isEmpty {
      let words = command.split(separator: " ").map(String.init) + (Self.positions[command] ?? [Tool.sample])
      // A word that nothing reads; the minus must come back as it was typed.
      let run = try Program.atalaya.run(words + options.flatMap { [$0, Self.texts.contains($0) ? "a" : "-1?"] })
      #expect(run.status == 64 && run.output.isEmpty, "\(command): \(run)")
      let lines = run.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }
      for option in options where !Self.texts.contains(option) {
        count += 1
        #expect(
          lines.contains { $0.hasPrefix("error: \(option) ") || $0.hasPrefix("error: \(option):") },
          "\(command) \(option): \(run.errors)")
      }
      #expect(!run.errors.contains("\u{2212}"), "\(command): \(run.errors)")
    }
    #expect(count > 80, "\(count)")
  }

  @Test func `what needs terrain is a fault of the scenario that has none`() throws {
    for words in [
      ["leak", Tool.sample, "--unknown", "open"], ["place", Tool.sample, "--budget", "9M", "--propose", "4"],
    ] {
      let run = try Program.atalaya.run(words)
      #expect(run.status == 1 && run.output.isEmpty, "\(run)")
      #expect(run.errors.contains("needs terrain") && run.errors.contains("atalaya terrain fetch"), "\(run.errors)")
    }
  }

  @Test func `a name that no command has is refused with the nearest one`() throws {
    for (words, near) in [
      (["plna", "island"], "plan"), (["help", "plna"], "plan"), (["terrain", "inf"], "info"),
    ] {
      let run = try Program.atalaya.run(words)
      #expect(run.status == 64 && run.output.isEmpty, "\(words): \(run)")
      #expect(run.errors.contains("is not a command; did you mean “\(near)”? known: "), "\(run.errors)")
    }
    #expect(try Program.atalaya.run(["help", "terrain", "fetch"]).status == 0)
  }

  @Test func `what the parser finds by itself is reported all at once, with what is wrong with values`() throws {
    for (words, faults) in Self.several {
      let run = try Program.atalaya.run(words)
      #expect(run.status == 64 && run.output.isEmpty, "\(words): \(run)")
      let lines = run.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }
      #expect(lines.count == faults.count, "\(words): \(run.errors)")
      for fault in faults { #expect(lines.contains { $0.contains(fault) }, "\(fault): \(run.errors)") }
      #expect(run.errors.contains("Usage: atalaya \(words[0])"), "\(run.errors)")
      #expect(!run.errors.contains("\u{10FFFD}") && !run.errors.contains("Help:"), "\(run.errors)")
    }
  }

  @Test func `a single fault that the parser finds has the help of its option`() throws {
    let run = try Tool.run("plan", Tool.sample, "--language")
    #expect(
      run.status == 64 && run.errors.hasPrefix("error: Missing value for '--language <language>'\nHelp:  --language"))
  }

  /// Command lines with several faults, and what the line of each says.
  private static let several: [(words: [String], faults: [String])] = [
    (
      ["plan", Tool.sample, "--bugdet", "much", "--frobnicate", "7", "--quiet=3", "--language"],
      [
        "Unknown option '--bugdet'. Did you mean '--budget'?", "Unknown option '--frobnicate'",
        "'--quiet' does not take any value", "Missing value for '--language", "--budget: “much”",
      ]
    ),
    // An option that is misspelt is there for those that belong to it.
    (
      ["sites", "--dme", "absent.tif", "--neer", "roads.csv", "--within", "far", "--nearest"],
      [
        "Unknown option '--dme'. Did you mean '--dem'?", "Unknown option '--neer'. Did you mean '--near'?",
        "Unknown option '--nearest'", "--within: “far”",
      ]
    ),
    // What is missing is missing once, and the words too many are named.
    (
      ["distance", "--nope"],
      ["Unknown option '--nope'", "Missing expected argument '<a>'", "Missing expected argument '<b>'"]
    ),
    (
      ["profile", "0, 10", "0, 11", "x", "y", "--dem", "a.tif", "--stepp", "1"],
      [
        "Unknown option '--stepp'. Did you mean '--step'?", "unexpected arguments: 'x', 'y'",
        "--step: “1” has no unit", "--step goes with --horizon",
      ]
    ),
    (
      ["response", Tool.sample, "--frmat", "cvs", "--what"],
      ["Unknown option '--frmat'", "Unknown option '--what'", "“cvs”"]
    ),
  ]

  private static let selecting = ["select", "--options", "o.csv", "--demand", "d.csv", "--covers", "c.csv"]

  @Test func `options that exclude or need one another are refused, and the message has both`() throws {
    for (words, names) in Self.others {
      let run = try Program.atalaya.run(words)
      #expect(run.status == 64 && run.output.isEmpty, "\(words): \(run.status) \(run.output)")
      for name in names { #expect(run.errors.contains(name), "\(words): \(run.errors)") }
    }
  }
}
