/// The variables that git sets for a hook, read once and made absolute at once: several of them may be
/// relative to the directory in which the hook starts.
public struct GitEnvironment: Sendable {
  public let currentDirectory: [UInt8]
  public let gitDirectory: [UInt8]?
  public let indexFile: [UInt8]?
  /// Where git keeps the objects of a push until it is accepted.
  public let objectDirectory: [UInt8]?
  public let alternateObjectDirectories: [[UInt8]]
  public let quarantinePath: [UInt8]?
  /// `SUDO_UID`: who called `sudo`.
  let sudoUser: UInt32?

  /// - Parameter currentDirectory: absolute.
  public init(variables: [String: [UInt8]], currentDirectory: [UInt8]) {
    func absolute(_ path: some Collection<UInt8>) -> [UInt8] {
      path.first == UInt8(ascii: "/")
        ? Array(path) : currentDirectory + [UInt8(ascii: "/")] + path
    }
    func value(_ name: String) -> [UInt8]? {
      guard let value = variables[name], !value.isEmpty else { return nil }
      return absolute(value)
    }
    self.currentDirectory = currentDirectory
    gitDirectory = value("GIT_DIR")
    indexFile = value("GIT_INDEX_FILE")
    objectDirectory = value("GIT_OBJECT_DIRECTORY")
    quarantinePath = value("GIT_QUARANTINE_PATH")
    alternateObjectDirectories = Self.split(variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? [])
      .map { absolute($0) }
    sudoUser = variables["SUDO_UID"].flatMap { UInt32(String(decoding: $0, as: UTF8.self)) }
  }

  /// The environment for a git that is to see the same repository: what was inherited, with the
  /// variables that say where things are replaced by what this environment says.
  func forGit(inherited: [[UInt8]]) -> [[UInt8]] {
    let places: [(name: String, value: [UInt8]?)] = [
      ("GIT_DIR", gitDirectory), ("GIT_INDEX_FILE", indexFile),
    ]
    let kept = inherited.filter { entry in
      !places.contains { entry.starts(with: Array("\($0.name)=".utf8)) }
    }
    return kept
      + places.compactMap { place in place.value.map { Array("\(place.name)=".utf8) + $0 } }
  }

  /// Splits a list at `:`. An element that starts with `"` is quoted as in C, as git writes a path
  /// that contains a colon.
  static func split(_ list: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var next = 0
    while next < list.count {
      var element: [UInt8] = []
      if list[next] == UInt8(ascii: "\"") {
        next += 1
        while next < list.count, list[next] != UInt8(ascii: "\"") {
          guard list[next] == UInt8(ascii: "\\"), next + 1 < list.count else {
            element.append(list[next])
            next += 1
            continue
          }
          next += 1
          let octal = list[next...].prefix(3).prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0)
          }
          if octal.count == 3 {
            element.append(octal.reduce(0) { $0 &* 8 &+ ($1 - UInt8(ascii: "0")) })
            next += 3
          } else {
            let escapes: [UInt8: UInt8] = [
              UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9,
              UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12,
              UInt8(ascii: "r"): 13,
            ]
            element.append(escapes[list[next]] ?? list[next])
            next += 1
          }
        }
        next += 1
      }
      while next < list.count, list[next] != UInt8(ascii: ":") {
        element.append(list[next])
        next += 1
      }
      next += 1
      if !element.isEmpty { result.append(element) }
    }
    return result
  }
}
