enum Version {
  /// As in CHANGELOG.md.
  static let number = "0.1.0"

  static var build: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }
}
