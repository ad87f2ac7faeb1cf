import Glibc
import LibYAMLEvents
import YAML

// Reads each corpus with this parser and with libyaml in turn and prints MB per second of CPU time:
// the best of all rounds, because a shared machine only ever slows a round down.
//
// usage: YAMLBenchmark [--rounds N] [--write DIRECTORY] [--only NAME] [--file PATH]

var rounds = 7
var directory: String?
var only: String?
var path: String?
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--rounds": rounds = arguments.popFirst().flatMap { Int($0) } ?? rounds
  case "--write": directory = arguments.popFirst()
  case "--only": only = arguments.popFirst()
  case "--file": path = arguments.popFirst()
  default:
    print("unknown option \(argument)")
    exit(2)
  }
}

if let path {
  Measurement.single(path)
} else {
  for corpus in [Corpus.tiny, .small, .mixed, .large] where only == nil || only == corpus.name {
    if let directory { Measurement.write(corpus, to: directory) }
    Measurement.compare(corpus, rounds: rounds)
  }
}
