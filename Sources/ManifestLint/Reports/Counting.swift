import YAML

/// Numbers of things, in the form of words that goes with the number.
extension Message {
  static func files(_ count: Int) -> Message { count == 1 ? "\(count) file" : "\(count) files" }
  static func objects(_ count: Int) -> Message {
    count == 1 ? "\(count) object" : "\(count) objects"
  }
  static func errors(_ count: Int) -> Message { count == 1 ? "\(count) error" : "\(count) errors" }
  static func warnings(_ count: Int) -> Message {
    count == 1 ? "\(count) warning" : "\(count) warnings"
  }
  static func infos(_ count: Int) -> Message { count == 1 ? "\(count) info" : "\(count) infos" }
  static func findings(_ count: Int) -> Message {
    count == 1 ? "\(count) finding" : "\(count) findings"
  }
  static func agents(_ count: Int) -> Message { count == 1 ? "\(count) agent" : "\(count) agents" }
  static func results(_ count: Int) -> Message {
    count == 1 ? "\(count) result" : "\(count) results"
  }
  static func moreFindings(_ count: Int) -> Message {
    count == 1 ? "\(count) more finding" : "\(count) more findings"
  }
  static func moreObjects(_ count: Int) -> Message {
    count == 1 ? "\(count) more object" : "\(count) more objects"
  }
  static func moreFiles(_ count: Int) -> Message {
    count == 1 ? "\(count) more file" : "\(count) more files"
  }
}
