import CObjectHash
import Foundation
import GitAccess
import TestSupport
import Testing

@Suite(.serialized) struct BlobTests {
  static let sizes = Array(0...200) + [4_096, 65_537]

  /// Every way in which the header, the content and the padding share blocks of 64 bytes.
  @Test(.enabled(if: mlint_has_hash_instructions()))
  func `the processor computes the ids that git gives`() throws {
    let box = try Sandbox.started()
    let ids = try Self.writeBlobs(box).split(separator: "\n").map(String.init)
    #expect(ids.count == Self.sizes.count)
    for (size, id) in zip(Self.sizes, ids) {
      let content = Self.content(size)
      var words = [UInt8](repeating: 0, count: 20)
      mlint_object_id("blob", content, size, &words)
      let digits = words.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      #expect(digits == id, "\(size) bytes")
    }
  }

  @Test(arguments: ["true", "git repack -qad"])
  func `blobs of any size are read, loose and packed`(packing: String) throws {
    let box = try Sandbox.started()
    let ids = try Self.writeBlobs(box).split(separator: "\n")
    try box.sh("git add . && git commit -qm all && \(packing)")
    let repository = try Repository(environment: box.environment())
    for (size, text) in zip(Self.sizes, ids) {
      let id = try #require(GitObjectID(hexadecimal: String(text)))
      #expect(try repository.read(id) == Self.content(size))
      #expect(try repository.size(of: id) == size)
    }
  }

  /// A pack whose index gives an object another id than its content has.
  @Test func `a pack that gives a wrong content is damaged`() throws {
    let box = try Sandbox.started()
    try box.write("f", String(repeating: "1", count: 1_000))
    let text = try box.sh(
      """
      git init -q; git add f; git commit -qm one; git repack -qad
      chmod u+w .git/objects/pack/*.idx; ls .git/objects/pack/*.idx; git rev-parse HEAD:f
      """)
    let lines = text.split(separator: "\n").map(String.init)
    let id = try #require(GitObjectID(hexadecimal: lines[1]))
    let index = URL(fileURLWithPath: box.path + "/" + lines[0])
    var bytes = [UInt8](try Data(contentsOf: index))
    let prefix = withUnsafeBytes(of: id.words.0.bigEndian, Array.init)
    let place = try #require(bytes.firstRange(of: prefix))
    bytes[place.lowerBound + 19] ^= 1
    try Data(bytes).write(to: index)
    let changed = GitObjectID(words: (id.words.0, id.words.1, id.words.2 ^ 1))
    let repository = try Repository(environment: box.environment())
    let error = #expect(throws: GitError.self) { _ = try repository.read(changed) }
    #expect(error?.kind == .damagedObject)
  }

  static func content(_ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(32 + ($0 * 7 + size) % 90) }
  }

  /// Files of all sizes; their ids by git, a line each.
  static func writeBlobs(_ box: Sandbox) throws -> String {
    for size in sizes {
      let name = String(repeating: "0", count: 7 - "\(size)".count) + "\(size)"
      try box.write(name, String(decoding: content(size), as: UTF8.self))
    }
    return try box.sh("git init -q; ls | git hash-object --stdin-paths")
  }
}
