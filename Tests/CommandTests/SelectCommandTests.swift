import Foundation
import TestSupport
import Testing

/// Two radars at one place, one at another, one that stands; four places to see. Best for 5: b1 and c, 90.
private let tables = [
  "options.csv": #"""
  id,cost,group,fixed
  "b, small",USD 2,b,
  "b, ""large""",USD 4,b,
  c,1,,
  old,9,,yes

  """#,
  "demand.csv": "id,weight\nw,10\nx,20\ny,30\nz,40\nlonely,5\n",
  "covers.csv": #"""
  option,demand
  "b, small",x
  "b, ""large""",x
  "b, ""large""",z
  c,y
  old,w

  """#,
]

@Suite struct SelectCommandTests {
  @Test func `wrong usage that is found after parsing names its own command`() throws {
    for words in [["place", Tool.sample], ["radar", "pd"]] {
      let outcome = try Program.atalaya.run(words)
      let name = (["atalaya"] + words.filter { $0 != Tool.sample }).joined(separator: " ")
      #expect(outcome.status == 64 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("Usage: \(name) ") && outcome.errors.contains("See '\(name) --help'"))
    }
  }

  @Test func `examples of the help can be pasted`() throws {
    for command in ["plan", "coverage", "place", "leak", "select", "profile", "sites", "intercept", "terrain info"] {
      let help = try Program.atalaya.run(["help"] + command.split(separator: " ").map(String.init)).output
      let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for (index, line) in lines.enumerated() where line.hasPrefix("  atalaya ") {
        // A line that goes on ends in a backslash; a fold of the help leaves none.
        let next = index + 1 < lines.count ? lines[index + 1].trimmingCharacters(in: .whitespaces) : ""
        let isOver = next.isEmpty || next.hasPrefix("atalaya ") || next.hasPrefix("OPTIONS") || line.hasSuffix("\\")
        #expect(isOver, "\(command): \(line)\n\(next)")
      }
    }
  }

  private func select(_ scratch: Scratch, _ arguments: String...) throws -> Program.Outcome {
    try Program.atalaya.run(
      [
        "select", "--options", scratch.path("options.csv"), "--demand", scratch.path("demand.csv"), "--covers",
        scratch.path("covers.csv"),
      ] + arguments)
  }

  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `the best list comes with value, bound and status`() throws {
    let scratch = try Scratch(tables)
    let outcome = try select(scratch, "--budget", "USD 5", "--format", "json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let answer = try json(outcome)
    #expect(answer["value"] as? Double == 100 && answer["bound"] as? Double == 100 && answer["gap"] as? Double == 0)
    #expect(answer["status"] as? String == "optimal" && answer["seconds"] is Double)
    #expect(answer["chosen"] as? [String] == ["b, \"large\"", "c"])
    #expect(answer["fixed"] as? [String] == ["old"] && answer["uncoverable"] as? [String] == ["lonely"])
    let small = try json(select(scratch, "--budget", "0.000003M", "--format", "json"))
    #expect(small["value"] as? Double == 60)
    let poor = try select(scratch, "--budget", "0.5", "--format", "json")
    #expect(
      poor.errors == "note: nothing can be bought: every option takes 1 of the budget or more, the limit is 0.5\n")
    let nothing = try json(poor)
    #expect(nothing["chosen"] as? [String] == [] && nothing["value"] as? Double == 10)
    #expect(try json(select(scratch, "--count", "1", "--format", "json"))["value"] as? Double == 70)
    let text = try select(scratch, "--count", "1")
    #expect(text.output.contains("b, \"large\"") && text.output.contains("proven the best"))
  }

  @Test func `no full cover ends with 3 and null values`() throws {
    let scratch = try Scratch(tables)
    let outcome = try select(scratch, "--cover-all", "--format", "json")
    #expect(outcome.status == 3)
    #expect(
      outcome.errors
        == "note: no list meets the conditions: no options cover 1 of 5 demands; leave them out, or allow options that do\n"
    )
    let answer = try json(outcome)
    #expect(answer["value"] is NSNull && answer["bound"] is NSNull && answer["gap"] is NSNull)
    #expect(answer["status"] as? String == "infeasible" && answer["uncoverable"] as? [String] == ["lonely"])
    try scratch.file("demand.csv", "id,weight\nw,10\nx,20\ny,30\nz,40\n")
    #expect(try json(select(scratch, "--cover-all", "--format", "json"))["value"] as? Double == 5)
  }

  @Test func `every fault is told at once with file and row`() throws {
    let scratch = try Scratch([
      "options.csv": "id,cost,fixed\na,1,\na,2,\nb,-3,\nc,cheap,perhaps\n",
      "demand.csv": "id,weight,k\nx,1,\nx,2,\ny,-1,\nz,,0\n",
      "covers.csv": "option,demand,strength\na,x,\nq,x,\na,nowhere,0\n",
    ])
    let outcome = try select(scratch, "--budget", "1")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    for (file, line) in [
      ("options", 3), ("options", 4), ("options", 5), ("demand", 3), ("demand", 4), ("demand", 5), ("covers", 3),
      ("covers", 4),
    ] {
      #expect(outcome.errors.contains("\(file).csv, line \(line),"), "\(file) \(line)")
    }
    try scratch.file("options.csv", "id,cost\na,1\n")
    try scratch.file("demand.csv", "id,weight\nx,1\n")
    try scratch.file("covers.csv", "option,demand\na,x\na,x\n")
    let twice = try select(scratch, "--budget", "1")
    #expect(twice.status == 1 && twice.errors.contains("covers.csv, line 3"))
    try scratch.file("covers.csv", "option\na\n")
    #expect(try select(scratch, "--budget", "1").errors.contains("no column demand"))
    #expect(try Program.atalaya.run(["select", "--options", "a", "--demand", "b", "--covers", "c"]).status == 64)
    #expect(try select(scratch, "--budget", "much").status == 64)
  }

  @Test func `a need is above zero and at most a thousand`() throws {
    for (need, isGood) in [("1000", true), ("0.001", true), ("1000.001", false), ("1e9", false), ("0", false)] {
      let scratch = try Scratch([
        "options.csv": "id,cost\na,1\n", "demand.csv": "id,weight,k\nx,1,\(need)\n",
        "covers.csv": "option,demand\na,x\n",
      ])
      let outcome = try select(scratch, "--budget", "1")
      #expect(outcome.status == (isGood ? 0 : 1), "\(need): \(outcome.errors)")
      #expect(
        outcome.errors.contains("demand.csv, line 2") == !isGood && outcome.errors.contains("at most 1000") == !isGood)
    }
  }

  @Test func `faults of all three tables are told in one run, each once`() throws {
    let scratch = try Scratch([
      "options.csv": "id,cost,group,fixed\na,1,g,yes\nb,-2,g,yes\nc,3,,\n",
      "demand.csv": "id,weight,k\nx,1,\ny,1,-1\n",
      "covers.csv": "option,demand,strength\na,x,1\na,x,1\nq,y,\nq,y,\nc,x,-1\nc,y,0\nc,x,much\nc,,1\n",
    ])
    let outcome = try select(scratch, "--budget", "1")
    #expect(outcome.status == 1)
    var told: [String: Int] = [:]
    for line in outcome.errors.split(whereSeparator: \.isNewline) where line.contains(".csv, line ") {
      let words = line.split(separator: ".csv, line ")
      told["\(words[0].split(separator: "/").last ?? "") \(words[1].prefix { $0.isNumber })", default: 0] += 1
    }
    // Line 5 of the covers names an unknown option, and the pair of line 4; line 8 has a strength that is none and the pair
    // of line 6; line 9 has no demand.
    #expect(
      told == [
        "options 3": 2, "demand 3": 1, "covers 3": 1, "covers 4": 1, "covers 5": 2, "covers 6": 1, "covers 7": 1,
        "covers 8": 2, "covers 9": 1,
      ], "\(outcome.errors)")
  }

  @Test func `covers of an option whose row is rejected are no faults of their own`() throws {
    var broken = tables
    broken["options.csv"] = "id,cost\nb,1,2,3\nc,1\n"
    broken["covers.csv"] = "option,demand\nb,x\nb,y\nc,y\n"
    let outcome = try select(Scratch(broken), "--budget", "5")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("line 2") && !outcome.errors.contains("is no id"))
  }

  @Test func `gain is told per unit of costs without a currency, and not at all where the cost is zero`() throws {
    var plain = tables
    plain["options.csv"] = "id,cost\nb,4\nc,0\n"
    plain["covers.csv"] = "option,demand\nb,x\nc,y\n"
    let outcome = try select(Scratch(plain), "--budget", "5", "--format", "csv")
    let rows = outcome.output.split(whereSeparator: \.isNewline)
    try #require(rows.count == 3)
    #expect(rows[0].contains("gain_per_cost") && rows[1] == "1,c,,0,30,,0,30" && rows[2] == "2,b,,4,20,5,4,50")
  }

  @Test func `an empty catalogue is no error`() throws {
    let scratch = try Scratch([
      "options.csv": "id,cost\n", "demand.csv": "id,weight\nx,1\n", "covers.csv": "option,demand\n",
    ])
    let answer = try json(select(scratch, "--budget", "1", "--format", "json"))
    #expect(answer["value"] as? Double == 0 && answer["status"] as? String == "optimal")
  }

  @Test func `what costs nothing is taken, and a budget below everything buys nothing else`() throws {
    let scratch = try Scratch(tables)
    let poor = try json(select(scratch, "--budget", "0.5", "--format", "json"))
    // What stands covers w.
    #expect(poor["value"] as? Double == 10 && (poor["chosen"] as? [String])?.isEmpty == true)
    #expect(poor["status"] as? String == "optimal")
    try scratch.file("options.csv", "id,cost\ngift,0\nold,0\ndear,1\n")
    try scratch.file("covers.csv", "option,demand\ngift,x\nold,w\ndear,z\n")
    let given = try json(select(scratch, "--budget", "0", "--format", "json"))
    #expect(given["value"] as? Double == 30 && given["bound"] as? Double == 30)
  }

  @Test func `a list from outside is checked`() throws {
    let scratch = try Scratch(tables)
    let good = try scratch.file("good.txt", "c\n\"b, \"\"large\"\"\"\n")
    let outcome = try select(scratch, "--budget", "5", "--read-solution", good, "--format", "json")
    #expect(outcome.status == 0)
    #expect(try json(outcome)["value"] as? Double == 100)
    let bad = try scratch.file("bad.txt", "c\nb, small\nb, \"large\"\n")
    let broken = try select(scratch, "--budget", "5", "--read-solution", bad, "--format", "json")
    #expect(broken.status == 3 && broken.errors.contains("group b") && broken.errors.contains("cost 7 is above 5"))
  }

  @Test func `a table that is read is never replaced, and a solver that found nothing is told`() throws {
    let scratch = try Scratch(tables)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.csv"), withDestinationPath: scratch.path("options.csv"))
    for name in ["options.csv", "link.csv"] {
      let outcome = try select(scratch, "--budget", "5", "--write-lp", scratch.path(name))
      #expect(outcome.status == 1 && outcome.errors.contains("would replace"))
    }
    #expect(try String(contentsOfFile: scratch.path("options.csv"), encoding: .utf8) == tables["options.csv"])
    for text in ["", "Infeasible - objective value 0.00000000\n"] {
      let file = try scratch.file("found.sol", text)
      let outcome = try select(scratch, "--budget", "5", "--read-solution", file)
      #expect(outcome.status == 1 && outcome.errors.contains("line 1"))
    }
  }

  @Test(.enabled(if: Program.has("python3"), "Python is missing"))
  func `Ctrl-C prints the best so far`() throws {
    // A model too hard to prove in a second, from Python; it sends the signal once the search runs.
    let scratch = try Scratch()
    let script = """
      import csv, json, random, signal, subprocess, sys, time
      r = random.Random(1)
      def table(name, rows):
          with open(name, 'w', newline='') as f: csv.writer(f).writerows(rows)
      table('o.csv', [['id', 'cost']] + [[f'o{i}', r.randint(50, 150)] for i in range(150)])
      table('d.csv', [['id', 'weight']] + [[f'd{j}', r.randint(1, 99)] for j in range(600)])
      table('c.csv', [['option', 'demand']] + [[f'o{i}', f'd{j}'] for i in range(150) for j in r.sample(range(600), 40)])
      p = subprocess.Popen([sys.argv[1], 'select', '--options', 'o.csv', '--demand', 'd.csv', '--covers', 'c.csv',
                            '--budget', '2000', '--seconds', '300', '--format', 'json'],
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
      p.stderr.readline()
      p.send_signal(signal.SIGINT)
      out, _ = p.communicate(timeout=120)
      print(json.dumps([p.returncode, json.loads(out)]))
      """
    let output = try Program.output(
      "python3", ["-c", script, Program.atalaya.path], in: scratch.path)
    let found = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [Any])
    let answer = try #require(found.last as? [String: Any])
    #expect(found.first as? Int == 0 && answer["status"] as? String == "interrupted")
    #expect((answer["chosen"] as? [String])?.isEmpty == false)
  }
}
