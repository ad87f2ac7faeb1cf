/// Where GitLab keeps the repository of a project on disk.
public enum HashedStorage {
  /// The folder's path below the storage: two levels of the SHA-256 of the project's number, written
  /// in decimal. Pools, wikis and replicas of a cluster lie elsewhere.
  ///
  /// Source: GitLab, repository storage types.
  public static func path(ofProject id: Int64) -> String {
    let digits = Array("0123456789abcdef")
    let hash = sha256(Array(String(id).utf8)).flatMap {
      [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
    }
    let text = String(hash)
    return "@hashed/\(text.prefix(2))/\(text.dropFirst(2).prefix(2))/\(text).git"
  }
}
