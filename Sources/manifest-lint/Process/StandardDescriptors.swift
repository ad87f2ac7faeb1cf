internal import Glibc

/// The descriptors 0, 1 and 2 of a caller that closed some of them.
enum StandardDescriptors {
  /// Keeps closed ones from being given to the next file that is opened: findings would be written into
  /// a report or an audit log. What is put there fails when it is used, as a closed one does.
  static func reserve() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest free number is given: this one.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
