public import Scenario
import ScenarioFiles
import TestSupport

/// Reads a scenario made of some files.
public func load(_ yaml: String, _ files: [String: String] = [:]) throws -> Scenario {
  let folder = try Scratch(files)
  try folder.file("scenario.yaml", yaml)
  return try Scenario.load(folder: folder.path)
}

/// The problems of a scenario made of some files; none when it can be read.
public func problems(_ yaml: String, _ files: [String: String] = [:]) throws -> [ScenarioProblem] {
  do {
    _ = try load(yaml, files)
    return []
  } catch let error as ScenarioError {
    return error.problems
  }
}
