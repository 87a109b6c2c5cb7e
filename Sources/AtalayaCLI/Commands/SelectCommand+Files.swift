import ArgumentParser
import Atalaya

extension SelectCommand {
  /// Writes the model, but over none of the files that are read.
  func write(_ model: PlacementModel, _ question: PlacementQuestion, to path: String) throws {
    for read in [tables.options, tables.demand, tables.covers] + [readSolution].compactMap({ $0 })
    where SameFile.areOne(read, path) {
      throw Console.failure("--write-lp \(path) would replace \(read), which is read; name another file")
    }
    var bytes: [UInt8] = []
    try model.writeLP(question) { bytes += $0.utf8 }
    try OutputFile.write(bytes, to: path)
  }

  /// Prints a list from outside, with what it breaks.
  func judge(_ path: String, by question: SelectionQuestion, of data: SelectionTables) throws {
    let text: String
    do { text = try InputFile.text(of: path, limit: 64_000_000) } catch {
      let reason = error.code == .badText ? "cannot be read as UTF-8 text" : error.problem
      throw Console.failure("\(path): \(error.code == .missing ? "is not there" : reason)")
    }
    let chosen: [Int]
    do { chosen = try data.model.readSolution(text) } catch {
      throw Console.failure(error, prefix: "\(path), ")
    }
    let answer = try SelectionAnswer(judging: chosen, by: question, of: data)
    print(answer)
    for fault in answer.faults { Console.note("error: \(path): \(fault)") }
    if !answer.faults.isEmpty { throw ExitCode(3) }
  }
}
