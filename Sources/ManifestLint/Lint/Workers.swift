internal import Glibc

/// Threads for one piece of work. Not those of Dispatch: where the system gives no thread (memory or the
/// number of processes is limited), Dispatch waits for one for ever.
enum Workers {
  private final class Task {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// Threads that were started, and have to be joined.
  struct Crew: ~Copyable, Sendable {
    fileprivate var threads: [pthread_t] = []

    var isEmpty: Bool { threads.isEmpty }

    /// Waits for all of them.
    consuming func join() {
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  /// Runs `work` on up to so many threads. It may be fewer, down to none: somebody else has to take what
  /// they leave.
  static func start(_ count: Int, _ work: @escaping @Sendable () -> Void) -> Crew {
    var crew = Crew()
    for _ in 0..<max(0, count) {
      let task = Unmanaged.passRetained(Task(work))
      var thread = pthread_t()
      let code = pthread_create(
        &thread, nil,
        { task in
          if let task { Unmanaged<Task>.fromOpaque(task).takeRetainedValue().work() }
          return nil
        }, task.toOpaque())
      guard code == 0 else {
        task.release()
        break
      }
      crew.threads.append(thread)
    }
    return crew
  }

  /// Counts what there is to do for threads that wait for it.
  ///
  /// Invariant: the semaphore is made and destroyed with the object, and every call is the system's
  /// own, which any thread may make.
  final class Signal: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() { sem_init(semaphore, 0, 0) }

    deinit {
      sem_destroy(semaphore)
      semaphore.deallocate()
    }

    func post() { sem_post(semaphore) }

    func wait() { while sem_wait(semaphore) != 0, errno == EINTR {} }
  }
}
