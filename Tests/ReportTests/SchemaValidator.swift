import Planning
import Scenario

@testable import Report

/// Python's jsonschema, as a judge of our documents.
enum SchemaValidator {
  static let isHere =
    Python.isHere && (try? Python.run("import jsonschema; print(jsonschema.Draft202012Validator)", input: "")) != nil

  /// What it has against a document; empty when it is valid.
  static func complaints(_ document: String, schema: String = Plan.schema) throws -> [String] {
    let script = """
      import json, sys, jsonschema
      both = json.load(sys.stdin)
      jsonschema.Draft202012Validator.check_schema(both["schema"])
      for error in jsonschema.Draft202012Validator(both["schema"]).iter_errors(both["document"]):
        print(error.json_path, error.message[:200].replace("\\n", " "))
      """
    return try Python.run(script, input: "{\"schema\": \(schema), \"document\": \(document)}")
      .split(separator: "\n").map(String.init)
  }
}
