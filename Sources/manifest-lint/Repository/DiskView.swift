import GitAccess
import Glibc
import ManifestLint
import YAML

/// Files that the user named, folders searched, without any repository.
final class DiskView: RepositoryView {
  let listing: Listing
  /// What stands on standard input, when that is one of the files.
  private let standardInput: [UInt8]?
  private let standardInputPath: [UInt8]

  /// - Parameters:
  ///   - paths: files, folders, or `-` for standard input.
  ///   - suffixes: the endings of files that are taken from a folder. A file that is named itself is
  ///     taken whatever its name.
  ///   - standardInputPath: the name under which standard input is judged.
  ///   - isIgnored: files with these paths are passed over, also when they are named themselves.
  init(
    _ paths: [[UInt8]], suffixes: [String], standardInputPath: [UInt8],
    isIgnored: ([UInt8]) -> Bool = { _ in false }
  ) throws {
    let endings = suffixes.map { Array($0.utf8) }
    var found: Set<[UInt8]> = []
    var standardInput: [UInt8]?
    var pending = Array(paths.reversed())
    var named = Set(paths)
    while let path = pending.popLast() {
      if path == Array("-".utf8) {
        if standardInput == nil { standardInput = try Files.readStandardInput() }
        found.insert(standardInputPath)
        continue
      }
      var status = stat()
      guard path.withCString({ stat($0, &status) }) == 0 else {
        throw CheckFailure.system("cannot read", path.map { CChar(bitPattern: $0) } + [0])
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        for name in try Files.names(in: path) {
          let inner =
            path.last == UInt8(ascii: "/") ? path + name : path + [UInt8(ascii: "/")] + name
          var kind = stat()
          // A link to a folder could lead around in a circle.
          guard inner.withCString({ lstat($0, &kind) }) == 0 else { continue }
          let isFolder = kind.st_mode & S_IFMT == S_IFDIR
          if isFolder
            ? name != Array(".git".utf8) : endings.contains(where: { inner.hasSuffix($0) })
          {
            pending.append(inner)
          }
        }
      } else if named.contains(path) || status.st_mode & S_IFMT == S_IFREG {
        found.insert(path)
      }
      named.remove(path)
    }
    self.standardInput = standardInput
    self.standardInputPath = standardInputPath
    var arena: [UInt8] = []
    var entries: [Listing.Entry] = []
    let sorted = found.filter { !isIgnored($0) }.sorted { $0.lexicographicallyPrecedes($1) }
    for (number, path) in sorted.enumerated() {
      entries.append(
        Listing.Entry(
          pathStart: UInt32(arena.count), pathEnd: UInt32(arena.count + path.count), mode: .regular,
          // No hash: every file is one of its own.
          id: ObjectID(words: (0, 0, UInt32(number)))))
      arena += path
    }
    listing = Listing(arena: arena, entries: entries)
  }

  func size(ofEntry index: Int) throws(RepositoryError) -> Int {
    let path = Array(listing.path(index))
    if let standardInput, path == standardInputPath { return standardInput.count }
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else {
      // What has no size of its own has to be read.
      return try read(entry: index).count
    }
    return Int(status.st_size)
  }

  func read(entry index: Int) throws(RepositoryError) -> [UInt8] {
    let path = Array(listing.path(index))
    if let standardInput, path == standardInputPath { return standardInput }
    do { return try Files.read(path) } catch { throw RepositoryError(error.message) }
  }
}

extension [UInt8] {
  func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
