import TestSupport
import Testing

/// `--verdict-cache`: the same bytes of output, sooner.
@Suite struct KeptVerdictTests {
  private static let check =
    "manifest-lint check --rev HEAD --project demo/nginx --format json --verdict-cache ../cache"

  /// The example with a mistake that is told, and an empty folder for verdicts.
  private func box() throws -> Sandbox {
    let box = try Sandbox.withExample()
    try box.sh(
      """
      mkdir -m 700 cache; cd work
      printf '%s\\n' 'apiVersion: v1' 'kind: Service' 'metadata: {name: x}' \
        'spec: {ports: [{port: 0}]}' '# manifest-lint: disable=yaml/tab -- unused' \
        > deployment/service.yaml
      git add . && git commit -qm more
      """)
    return box
  }

  @Test func `a second run says the same and reads no blob again`() throws {
    let box = try box()
    let plain = try box.work("\(Self.check.replacing(" --verdict-cache ../cache", with: "")) || :")
    let first = try box.work("\(Self.check) || :")
    // The manifests' blobs are gone: whoever still says something does not read them.
    let second = try box.work(
      """
      for file in deployment/*.yaml; do
        id=$(git rev-parse HEAD:$file)
        rm -f .git/objects/$(echo $id | cut -c1-2)/$(echo $id | cut -c3-)
      done
      \(Self.check) || :
      """)
    #expect(plain.output.contains("object/"), "\(plain.text)")
    #expect(first.output == plain.output)
    #expect(second.output.contains("object/"), "\(second.text)")
    // What needs the file itself says so, and nothing is passed over in silence.
    #expect(second.output == plain.output, "\(second.text)")
  }

  @Test func `a changed file is judged, and the others are not forgotten`() throws {
    let box = try box()
    _ = try box.work("\(Self.check) || :")
    let changed = try box.work(
      """
      sed -i 's/port: 0/port: 80/' deployment/service.yaml; git commit -qam x
      sed -i 's/replicas: .*/replicas: -1/' deployment/deployment.yaml; git commit -qam y
      \(Self.check) || echo status $?
      """)
    #expect(changed.output.contains("status 1"), "\(changed.text)")
    #expect(changed.output.contains("spec.replicas"), "\(changed.text)")
    #expect(!changed.output.contains("ports[0]"), "\(changed.text)")
    #expect(try box.sh("ls cache/*/*.verdicts | wc -l") == "1")
  }

  @Test func `another question gets another log`() throws {
    let box = try box()
    _ = try box.work("\(Self.check) || :")
    let off = try box.work(
      "\(Self.check) --rule object/port-range=off --rule lint/suppression-unused=off")
    #expect(off.status == 0, "\(off.text)")
    #expect(try box.sh("ls cache/*/*.verdicts | wc -l") == "2")
  }

  @Test(arguments: [
    "printf x >> $(ls cache/*/*.verdicts)", "printf '' > \"$(ls cache/*/*.verdicts)\"",
    "f=$(ls cache/*/*.verdicts); head -c 300 $f > $f.x; mv $f.x $f",
    "f=$(ls cache/*/*.verdicts); tr '\\000' '\\001' < $f > $f.x; mv $f.x $f",
    "f=$(ls cache/*/*.verdicts); rm $f; mkdir $f", "f=$(ls cache/*/*.verdicts); chmod 000 $f",
    "rm -r cache/*", "f=$(ls cache/*/*.verdicts); rm $f; ln -s /dev/zero $f",
  ])
  func `a damaged log costs time only`(damage: String) throws {
    let box = try box()
    let first = try box.work("\(Self.check) || echo status $?")
    try box.sh(damage)
    let second = try box.work("\(Self.check) || echo status $?")
    let third = try box.work("\(Self.check) || echo status $?")
    #expect(first.output.contains("status 1"))
    #expect(second.output == first.output, "\(second.text)")
    #expect(third.output == first.output, "\(third.text)")
  }

  @Test(arguments: [
    "chmod 777 cache", "rm -r cache", "rm -r cache; : > cache", "chmod 775 cache",
  ])
  func `a folder that others can write, or none, is not used`(change: String) throws {
    let box = try box()
    try box.sh(change)
    let outcome = try box.work("\(Self.check) || echo status $?")
    #expect(outcome.output.contains("status 1"))
    #expect(outcome.errors.contains("the verdict cache is not used: "), "\(outcome.text)")
    #expect(try box.sh("ls cache 2>/dev/null | grep -v '^cache$' || :") == "")
  }

  @Test func `a push is judged with the server's cache, which the repository cannot name`() throws {
    let box = try Sandbox.withServer(settings: "verdict_cache: ../cache")
    let outcome = try box.work(
      """
      mkdir -m 700 ../cache ../own
      echo 'verdict_cache: ../own' > .gitlab/manifest-lint.yaml; git add .; git commit -qm settings
      git push -q origin main && echo pushed
      sed -i 's/replicas: .*/replicas: -1/' deployment/deployment.yaml; git commit -qam bad
      git push -q origin main || echo refused
      ls ../own; ls ../cache/*/*.verdicts | wc -l
      """)
    #expect(outcome.output.contains("pushed\nrefused\n1"), "\(outcome.text)")
    #expect(outcome.errors.contains("spec.replicas"), "\(outcome.text)")
  }

  @Test func `runs beside each other leave a log that can be read`() throws {
    let box = try box()
    let outcome = try box.work(
      """
      seq 8 | xargs -P 8 -I N sh -c '\(Self.check) > ../out.N || :'
      \(Self.check) > ../out.9 || :
      for i in 1 2 3 4 5 6 7 8; do cmp ../out.$i ../out.9; done
      ls -A ../cache/* | wc -l
      """)
    #expect(outcome.output == "1\n", "\(outcome.text)")
  }
}
