import YAML

/// What a glob that selects nothing was probably meant to be: forms near to it, each resolved, and the
/// first that selects something.
struct GlobHint {
  private let glob: [UInt8]
  private let index: ListingIndex
  private let generation: SelectionGeneration

  init(_ glob: [UInt8], _ index: ListingIndex, _ generation: SelectionGeneration) {
    self.glob = glob
    self.index = index
    self.generation = generation
  }

  /// How many files a glob alone selects.
  static func count(_ glob: [UInt8], _ index: ListingIndex, _ generation: SelectionGeneration)
    -> Int
  {
    var selector = FileSelector([glob], index, generation, AgentLimits())
    do throws(RepositoryError) {
      try selector.select(0) { _ throws(RepositoryError) in 0 }
    } catch { return 0 }
    return selector.selection.files.count
  }

  /// Begins with a semicolon; empty when nothing is near.
  var message: Message {
    for candidate in candidates() {
      let count = Self.count(candidate, index, generation)
      if count > 0 {
        return "; `\(String(decoding: candidate, as: UTF8.self))` would select \(count) file(s)"
      }
    }
    return ""
  }

  // MARK: Forms

  private func candidates() -> [[UInt8]] {
    let extensions = Array("{yaml,yml,json}".utf8)
    let everything: [UInt8] = [.star, .star, .slash, .star, .dot] + extensions
    let root: [UInt8] = glob.first == .slash ? [.slash] : []
    let whole = glob.first == .slash ? glob.dropFirst() : glob[...]
    var forms: [[UInt8]] = []

    // The glob names a directory.
    if index.directory(at: whole) != nil { forms.append(root + whole + [.slash] + everything) }

    let request = GlobRequest(glob, generation: .matchesWholePath)
    var directory = request.directory
    if let nearest = nearestDirectory(to: directory) { directory = nearest }
    let rest = request.directory.isEmpty ? whole : whole.dropFirst(request.directory.count + 1)
    let head = root + directory + (directory.isEmpty ? [] : [.slash])
    forms.append(head + rest)

    // Deeper, or with another extension, or both.
    let name = rest.lastIndex(of: .slash).map { rest[($0 + 1)...] } ?? rest
    let above = rest.dropLast(name.count)
    let deeper =
      above.suffix(3) == [.star, .star, .slash] ? above : above + [.star, .star, .slash]
    forms.append(head + deeper + name)
    if let dot = name.lastIndex(of: .dot), !name[dot...].contains(.closeBrace) {
      let other = name[...dot] + extensions
      forms.append(head + above + other)
      forms.append(head + deeper + other)
    }
    forms.append(head + everything)
    return forms.filter { $0 != glob }
  }

  /// The directory with each component that is not there replaced by the one of its neighbours that
  /// is nearest by name; nil when it is there as it is, or nothing is near.
  private func nearestDirectory(to path: [UInt8]) -> [UInt8]? {
    guard !path.isEmpty, index.directory(at: path[...]) == nil else { return nil }
    var found: [UInt8] = []
    for component in path.split(separator: .slash) {
      let here = found.isEmpty ? [] : found + [.slash]
      if index.directory(at: (here + component)[...]) != nil {
        found = here + component
        continue
      }
      guard let parent = index.directory(at: found[...]) else { return nil }
      let names = index.directories.indices
        .filter { $0 != 0 && Int(index.directories[$0].parent) == parent }
        .filter { !index.directories[$0].isHidden }
        .map { String(decoding: index.name(ofDirectory: $0), as: UTF8.self) }
      let wanted = String(decoding: component, as: UTF8.self)
      let near =
        NearestName.of(wanted, among: names)
        ?? names.first { wanted.count > 2 && ($0.hasPrefix(wanted) || wanted.hasPrefix($0)) }
      guard let near else { return nil }
      found = here + Array(near.utf8)
    }
    return found
  }
}
