import Glibc
import LibYAMLEvents
import YAML

enum Measurement {
  /// Both parsers over one corpus, round by round.
  static func compare(_ corpus: Corpus, rounds: Int) {
    var ours = Double.infinity
    var theirs = Double.infinity
    var nodes = 0
    for file in corpus.files {
      let isWrong = file.withUnsafeBufferPointer {
        libyaml_count_events($0.baseAddress, $0.count) < 0
      }
      precondition(!isWrong && readYAML(file, as: .manifests(.v0_34)).diagnostics.isEmpty)
    }
    for _ in 0..<rounds {
      ours = min(
        ours,
        seconds {
          nodes = 0
          for file in corpus.files { nodes += readYAML(file, as: .manifests(.v0_34)).nodes.count }
        })
      theirs = min(
        theirs,
        seconds {
          for file in corpus.files {
            _ = file.withUnsafeBufferPointer { libyaml_count_events($0.baseAddress, $0.count) }
          }
        })
    }
    let megabytes = Double(corpus.byteCount) / 1e6
    let treeBytes = nodes * MemoryLayout<Node>.stride
    print(
      "\(corpus.name): \(corpus.files.count) files, \(rounded(megabytes)) MB; "
        + "node tree \(rounded(megabytes / ours)) MB/s, libyaml events "
        + "\(rounded(megabytes / theirs)) MB/s, factor \(rounded(theirs / ours)); "
        + "nodes \(rounded(Double(treeBytes) / Double(corpus.byteCount))) times the input")
  }

  /// One file, for hostile inputs: time and memory.
  static func single(_ path: String) {
    guard let source = read(path) else {
      print("cannot read \(path)")
      exit(2)
    }
    let before = peakBytes()
    var configuration = false
    var stream = 0
    let config = seconds {
      let tree = readYAML(source, as: .configuration)
      configuration = tree.documents.first?.isBroken ?? false
    }
    let manifests = seconds {
      stream = readYAML(source, as: .manifests(.v0_34)).documents.count
    }
    print(
      "\(path.split(separator: "/").last ?? ""): \(source.count) bytes, config \(rounded(config)) s"
        + "\(configuration ? " broken" : ""), manifests \(rounded(manifests)) s \(stream) documents, memory "
        + "\(rounded(Double(peakBytes() - before) / Double(max(source.count, 1)))) times, "
        + "\(rounded(Double(peakBytes() - before) / 1e6)) MB")
  }

  static func write(_ corpus: Corpus, to directory: String) {
    mkdir(directory, 0o755)
    mkdir("\(directory)/\(corpus.name)", 0o755)
    for (number, file) in corpus.files.enumerated() {
      guard let stream = fopen("\(directory)/\(corpus.name)/\(number).yaml", "w") else { continue }
      fwrite(file, 1, file.count, stream)
      fclose(stream)
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    fseek(stream, 0, SEEK_END)
    let count = ftell(stream)
    fseek(stream, 0, SEEK_SET)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, 1, count, stream)
    }
  }

  private static func peakBytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  private static func rounded(_ value: Double) -> String {
    let scaled = (value * 100).rounded() / 100
    return "\(scaled)"
  }
}
