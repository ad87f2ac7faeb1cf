import YAML

/// What is known of projects, by path (`--projects FILE`).
public struct ProjectsFile: Sendable, Equatable {
  /// In the order of the file.
  public private(set) var projects: [(path: ProjectPath, facts: ProjectFacts)] = []
  private var positions: [ProjectPath: Int] = [:]

  public init() {}

  public static func == (left: Self, right: Self) -> Bool {
    left.projects.elementsEqual(right.projects) { $0.path == $1.path && $0.facts == $1.facts }
  }

  /// Reads YAML or JSON, a mapping from full path to a visibility or to a mapping with
  /// `visibility`, `repository`, `id` and `hidden`, or CSV with a header of such columns and `path`.
  public init(parsing source: [UInt8]) throws(InputFileError) {
    let text = source.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(source.dropFirst(3)) : source
    if Self.isCSV(text) {
      try readCSV(text)
    } else {
      try readMapping(text)
    }
  }

  public subscript(path: ProjectPath) -> ProjectFacts? {
    positions[path].map { projects[$0].facts }
  }

  /// The path of the project with a number.
  public func path(ofProject id: Int64) -> ProjectPath? {
    projects.first { $0.facts.id == id }?.path
  }

  public mutating func add(_ path: ProjectPath, _ facts: ProjectFacts) {
    if let position = positions[path] {
      projects[position].facts = facts
    } else {
      positions[path] = projects.count
      projects.append((path, facts))
    }
  }

  private mutating func add(_ name: String, _ facts: ProjectFacts, line: Int) throws(InputFileError)
  {
    if let fault = ProjectPath.fault(in: name, isProject: true) {
      throw InputFileError(
        "\(quoted(name)) is no full path of a project: \(fault.reason)", line: line)
    }
    guard self[ProjectPath(name)] == nil else {
      throw InputFileError("project \(quoted(name)) is listed twice", line: line)
    }
    add(ProjectPath(name), facts)
  }

  private static func set(
    _ key: String, _ value: String, in facts: inout ProjectFacts, line: Int
  ) throws(InputFileError) {
    func fault(_ allowed: [String]) -> InputFileError {
      InputFileError(
        "\(key) is \(quoted(value)); expected is \(alternatives(allowed))", line: line)
    }
    switch key {
    case "visibility":
      guard let visibility = ProjectVisibility(rawValue: value) else {
        throw fault(ProjectVisibility.allCases.map(\.rawValue))
      }
      facts.visibility = visibility
    case "repository":
      guard let repository = RepositoryAccess(rawValue: value) else {
        throw fault(RepositoryAccess.allCases.map(\.rawValue))
      }
      facts.repository = repository
    case "id":
      guard let id = Int64(value), id > 0 else {
        throw InputFileError("id is \(quoted(value)); a project's number is expected", line: line)
      }
      facts.id = id
    case "hidden":
      guard value == "true" || value == "false" else { throw fault(["true", "false"]) }
      facts.isHidden = value == "true"
    default:
      throw InputFileError(
        "unknown key \(quoted(key)); there are \(alternatives(columns))", line: line)
    }
  }

  private static let columns = ["visibility", "repository", "id", "hidden"]

  // MARK: YAML and JSON

  private mutating func readMapping(_ source: [UInt8]) throws(InputFileError) {
    let isJSON = source.first { $0 > 0x20 } == UInt8(ascii: "{")
    let tree = readYAML(source, as: isJSON ? .manifests(.v0_34) : .configuration)
    let lines = LineIndex(tree.source)
    func line(_ node: NodeID) -> Int { lines.position(of: tree[node].range.start).line }
    if let error = tree.diagnostics.first(where: { $0.severity == .error }) {
      throw InputFileError(
        "the projects file cannot be read: \(error.message)",
        line: lines.position(of: error.range.start).line)
    }
    guard let root = tree.documents.first?.root, !tree.resolvesToNull(root) else { return }
    guard tree[tree.target(root)].kind == .mapping else {
      throw InputFileError(
        "the projects file is \(tree.described(root)); a mapping from full path to visibility is expected",
        line: line(root))
    }
    for member in tree.configurationMembers(of: root) {
      var facts = ProjectFacts()
      let value = tree.target(member.value)
      switch tree[value].kind {
      case .scalar:
        try Self.set("visibility", tree.text(value), in: &facts, line: line(member.key))
      case .mapping:
        for entry in tree.configurationMembers(of: value) {
          let fact = tree.target(entry.value)
          if tree.resolvesToNull(fact) { continue }
          try Self.set(
            String(decoding: entry.name, as: UTF8.self), tree.text(fact), in: &facts,
            line: line(entry.key))
        }
      case .sequence, .alias:
        throw InputFileError(
          "a visibility, or a mapping with \(alternatives(Self.columns)), is expected",
          line: line(member.key))
      }
      try add(String(decoding: member.name, as: UTF8.self), facts, line: line(member.key))
    }
  }

  // MARK: CSV

  /// A header line with a comma and the column `path` tells CSV from YAML.
  private static func isCSV(_ source: [UInt8]) -> Bool {
    let header = source.prefix { $0 != 0x0A && $0 != 0x0D }
    guard header.contains(UInt8(ascii: ",")), header.first != UInt8(ascii: "{") else {
      return false
    }
    return String(decoding: header, as: UTF8.self).split(separator: ",").contains {
      $0.filter { $0 != "\"" && !$0.isWhitespace } == "path"
    }
  }

  private mutating func readCSV(_ source: [UInt8]) throws(InputFileError) {
    var names: [String] = []
    for row in CSVRows(source) {
      let cells = row.cells.map { String($0.drop(while: \.isWhitespace)) }
      if cells.allSatisfy(\.isEmpty) { continue }
      guard !names.isEmpty else {
        names = cells
        continue
      }
      guard cells.count <= names.count else {
        throw InputFileError(
          "the line has \(cells.count) cells; the header has \(names.count)", line: row.line)
      }
      var facts = ProjectFacts()
      var path = ""
      for (name, cell) in zip(names, cells) where !cell.isEmpty {
        if name == "path" {
          path = cell
        } else {
          try Self.set(name, cell, in: &facts, line: row.line)
        }
      }
      try add(path, facts, line: row.line)
    }
  }
}

/// The rows of a CSV text (RFC 4180).
private struct CSVRows: Sequence, IteratorProtocol {
  private let source: [UInt8]
  private var index = 0
  private var line = 1

  init(_ source: [UInt8]) { self.source = source }

  mutating func next() -> (line: Int, cells: [String])? {
    guard index < source.count else { return nil }
    let start = line
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    while index < source.count {
      let byte = source[index]
      index += 1
      if byte == 0x0A { line += 1 }
      if byte == UInt8(ascii: "\"") {
        if isQuoted, index < source.count, source[index] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if isQuoted {
        cell.append(byte)
      } else if byte == UInt8(ascii: ",") {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else if byte == 0x0A {
        break
      } else if byte != 0x0D {
        cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return (start, cells)
  }
}
