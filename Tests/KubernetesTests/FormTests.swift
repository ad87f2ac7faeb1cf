import Testing

@testable import Kubernetes

/// The forms of texts and numbers that rules are made of.
@Suite struct FormTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  @Test func `a quantity is the same with a sign, which takes the long way`() throws {
    for number in ["0", "1", "9", "10", "128", "65536", "999999999999", "1000000000000"] {
      for unit in ["", "n", "u", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti", "Pi", "e3"] {
        let plain = try #require(Quantity(bytes(number + unit)))
        let signed = try #require(Quantity(bytes("+" + number + unit)))
        #expect(plain == signed, "\(number)\(unit)")
      }
    }
    for text in ["", "5mi", "5MI", "5K", "5 M", "5Mib"] {
      #expect(Quantity(bytes(text)) == nil, "\(text)")
    }
  }

  @Test(arguments: [
    (NameForm.label, "a-1", true), (.label, "-a", false), (.label, "a.b", false),
    (.label, "A", false), (.label, String(repeating: "a", count: 64), false), (.label, "", false),
    (.subdomain, "a.b-c.d", true), (.subdomain, "a..b", false), (.subdomain, "a.-b", false),
    (.subdomain, "a-.b", false), (.subdomain, ".a", false), (.subdomain, "a.", false),
    (.rfc1035Label, "1a", false), (.rfc1035Label, "a1", true),
    (.wildcardHost, "*.a.b", true), (.wildcardHost, "*", false), (.wildcardHost, "a.*.b", false),
    (.qualifiedName, "a.b/C_d", true), (.qualifiedName, "/a", false), (.qualifiedName, "a/", false),
    (.qualifiedName, "a/b/c", false), (.qualifiedName, "A.b/c", false),
    (.qualifiedName, "-a", false),
    (.labelValue, "", true), (.labelValue, "a b", false), (.labelValue, "1.2_3", true),
    (.portName, "http", true), (.portName, "80", false), (.portName, "a--b", false),
    (.portName, "a-", false), (.portName, "sixteencharacter", false),
    (.configKey, ".a", true), (.configKey, "..", false), (.configKey, "..a", false),
    (.configKey, "a/b", false), (.environmentName, "1 a", true), (.environmentName, "a=b", false),
    (.strictEnvironmentName, "1A", false), (.strictEnvironmentName, "A.b-c_d", true),
    (.pathSegment, "a:b", true), (.pathSegment, "..", false), (.pathSegment, "a%b", false),
    (.domainPrefixedPath, "acme.io/foo", true), (.domainPrefixedPath, "acme.io/", false),
    (.threePartDomain, "a.b.c", true), (.threePartDomain, "a.b", false),
    (.percent, "10%", true), (.percent, "10", false), (.percent, "-1%", false),
    (.sysctl, "net.core/somaxconn", true), (.sysctl, "net..a", false),
    (.celIdentifier, "a_1", true), (.celIdentifier, "in", false),
  ])
  func `a form takes what the server takes`(form: NameForm, text: String, isGood: Bool) {
    #expect(form.accepts(bytes(text)) == isGood)
  }

  @Test(arguments: [
    ("1", "1000m"), ("0.5", "500m"), ("1Ki", "1024"), ("1k", "1000"), ("1e3", "1k"),
    ("1E", "1e18"), ("0.1n", "1n"), ("-0", "0"), ("+1.50", "1500m"), ("128Mi", "134217728"),
  ])
  func `quantities are compared by what they mean`(left: String, right: String) throws {
    #expect(try #require(Quantity(bytes(left))) == #require(Quantity(bytes(right))))
  }

  @Test func `the largest quantities do not overflow`() throws {
    let large = try #require(Quantity(bytes("9e99")))
    #expect(large > .one)
    #expect(try #require(Quantity(bytes("-9e99"))) < .zero)
    #expect(large + large == large)
    #expect(Quantity(bytes(String(repeating: "9", count: 500))) != nil)
    #expect(Quantity(bytes("1.2.3")) == nil)
    #expect(Quantity(bytes("1 Mi")) == nil)
  }

  @Test(arguments: [
    ("10.9.8.7", "10.9.8.7"), ("2001:DB8::0:1", "2001:db8::1"), ("::", "::"), ("1::", "1::"),
    ("::ffff:1.2.3.4", "1.2.3.4"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"),
  ])
  func `an address has one canonical form`(text: String, canonical: String) throws {
    #expect(try #require(Address(bytes(text))).canonical == canonical)
  }

  @Test(arguments: [
    "", "10.0.0", "10.0.0.256", "a.b.c.d", "1:2", "1::2::3", ":1", "1:", "12345::", "::1.2.3",
  ])
  func `what is no address is refused`(text: String) {
    #expect(Address(bytes(text)) == nil)
  }

  @Test func `a block contains those that are smaller and in it`() throws {
    let whole = try #require(AddressBlock(bytes("10.0.0.0/8")))
    #expect(whole.strictlyContains(try #require(AddressBlock(bytes("10.1.0.0/16")))))
    #expect(!whole.strictlyContains(whole))
    #expect(!whole.strictlyContains(try #require(AddressBlock(bytes("11.0.0.0/16")))))
    #expect(try #require(AddressBlock(bytes("10.0.0.1/8"))).hasHostBits)
    #expect(AddressBlock(bytes("10.0.0.0/33")) == nil)
  }

  @Test(arguments: [
    ("* * * * *", true), ("*/5 0-23/2 1,15 jan-MAR sun", true), ("@daily", true),
    ("@every 1h30m", true), ("0 0 * * 7", false), ("* * * *", false), ("* * * * * *", false),
    ("60 * * * *", false), ("5-1 * * * *", false), ("*/0 * * * *", false), ("@reboot", false),
    ("@every soon", false), ("a * * * *", false), ("1-2-3 * * * *", false), ("0 0 L * *", false),
    ("", false), ("? ? ? ? ?", true),
  ])
  func `a schedule is read as the standard cron parser reads it`(text: String, isGood: Bool) {
    #expect((CronSchedule.fault(in: bytes(text)) == nil) == isGood)
  }

  @Test func `time zones are those of the database, spelt as there`() {
    #expect(TimeZones.contains(bytes("Europe/Berlin")))
    #expect(TimeZones.contains(bytes("UTC")))
    #expect(!TimeZones.contains(bytes("europe/berlin")))
    #expect(!TimeZones.contains(bytes("Africa/Abidjan Africa/Accra")))
    #expect(!TimeZones.contains(bytes("")))
  }

  @Test(arguments: [
    ("^[a-z]([-a-z0-9]*[a-z0-9])?$", true), ("(?i)a+?", true), ("(?P<n>a)|b{2,3}", true),
    (#"\d\p{Greek}[[:alpha:]\]-]"#, true), ("a{1001}", false), ("(?=a)", false), ("(?<!a)b", false),
    (#"(a)\1"#, false), ("[a", false), ("(a", false), ("a)", false), ("*a", false), ("a**", false),
    ("[b-a]", false), (#"\h"#, false), ("a{,2}", true), ("{", true),
  ])
  func `regular expressions are those of RE2`(pattern: String, isGood: Bool) {
    #expect((RegularExpression.fault(in: pattern) == nil) == isGood)
  }

  @Test(arguments: [
    (#"{"a": [1, -2.5e3, "x\u00e4\n", true, null]}"#, true), ("null", true), ("{} ", true),
    ("[]", false), (#"{"a": 01}"#, false), (#"{"a" 1}"#, false), ("{'a': 1}", false), ("", false),
    (#"{"a": 1,}"#, false),
  ])
  func `a text is a JSON object or not`(text: String, isObject: Bool) {
    #expect(JSONText.isObject(bytes(text)) == isObject)
  }

  @Test func `deep JSON is refused without harm`() {
    let deep = String(repeating: #"{"a":"#, count: 100_000)
    #expect(!JSONText.isObject(bytes(deep)))
  }

  @Test func `base64 is decoded past line ends and counted without padding`() {
    #expect(Base64.decode(bytes("YWJj\nZA==")).map { $0 == Array("abcd".utf8) } == true)
    #expect(Base64.decodedCount(bytes("YWJj\nZA==")) == 4)
    #expect(Base64.decode(bytes("YWJjZA=")) == nil)
    #expect(Base64.decode(bytes("YW=j")) == nil)
  }
}
