import Testing

@Suite("Finding calls")
struct ProgramCallsTests {
  @Test(
    "in shell: what stands where a command is expected, and nothing else",
    arguments: [
      ("a | b && c || d; e & f", "a b c d e f"),
      ("x=1 a b; y=$(c \"$(d)\"); `e`", "a c d e"),
      ("if a; then b; elif ! c; then d; else e; fi", "a b c d e"),
      ("for i in a b; do c; done; while d; do e; done", "c d e"),
      ("case $x in a | b) c ;; *) d ;; esac; e", "c d e"),
      ("case a in\n  # note\n  (x) b\n  ;;\n  y) c\nesac\nd", "b c d"),
      ("a() { b; }\na\nc", "b c"), ("(a; b) | { c; }", "a b c"),
      ("# a\nb # c\n'd' \"e\"; \\f", "b d f"), ("a 'b; c' \"d | e\" \\; f", "a"),
      ("a \"b $(c \"d\") e\" '$(f)'", "a c"), ("a > b 2>&1 < c >> d; e &> f; g", "a e g"),
      ("a <<END\nb $(c)\nEND\nd", "a c d"), ("a <<'END'\nb $(c)\nEND\nd", "a d"),
      ("a <<<\"b\"; c < <(d | e)", "a c d e"), ("a \\\n  b\nc", "a c"),
      ("\"$program\" a; \"$folder/tool\" b; ${CC:-cc} c", ""),
      ("as_root=()\nas_root=(a -n)\n\"${as_root[@]}\" b c", "a b"),
      ("list=(a b); c \"${list[@]}\"", "c"),
      ("nice -n 10 a b", "nice a"), ("exec a b", "a"), ("env -i X=1 a b", "env a"),
      ("chroot /x a b", "chroot a"), ("x | xargs -d '\\n' a", "x xargs a"),
      ("find . -name b -exec a {} +", "find a"), ("trap 'a; b' EXIT", "a b"),
      ("bash -c 'a | b' c", "bash a b"), ("command -v a >/dev/null && b", "b"),
      ("[[ a =~ b || c ]] && d; [ a = b ] || e", "d e"), ("echo $((a + b)) ${x#c} ${y%/*}; d", "d"),
      ("/usr/bin/a b", "/usr/bin/a"),
    ])
  func shell(text: String, wanted: String) {
    let names = wanted.split(separator: " ").map(String.init)
    #expect(ShellCommands(text).programs == Set(names))
  }

  @Test("what a script makes sure of: it asks for it, or has it installed")
  func ensured() {
    #expect(ShellCommands("if command -v a; then a; fi").ensured == ["a"])
    #expect(ShellCommands("need 'command -v a' package || echo no").ensured.contains("a"))
    #expect(ShellCommands("need 'a -c \"b\"' package").ensured.contains("a"))
    #expect(ShellCommands("need_swift() { command -v swift || return 1; }").ensured == ["swift"])
    #expect(ShellCommands("a; echo 'command -v a'").ensured == [])
  }

  @Test(
    "in Swift: the names that helpers are given, and the lines of shell",
    arguments: [
      (#"try Spawn(program: "/usr/bin/a", arguments: ["b"]).run()"#, "a"),
      ("Spawn(\n  program: \"a\",\n  arguments: [])", "a"),
      (#"let arguments = ["a", "-b"]"#, "a"),
      (#"tutor.shell("\"$tutor\" x | a -1")"#, "a"), (#"terminal.command("a; b \(name)")"#, "a b"),
      (#"terminal.answer(to: "a -g")"#, "a"), (#"["-c", "cd \"$1\" && a", "bash"]"#, "a"),
      ("tutor.shell(\n  \"(a; \"\n    + \"b)\")", "a b"), (#"Way("TERM=x \"$tutor\" | a")"#, "a"),
      (#"// Spawn(program: "a")"#, ""), (#"message("a", program)"#, ""),
    ])
  func swift(text: String, wanted: String) {
    #expect(ProgramCalls(text).programs == Set(wanted.split(separator: " ").map(String.init)))
  }

  @Test(
    "in Swift: whatever starts a process",
    arguments: ["Process()", "posix_spawn(&child", "execve(path", "popen(line", "system(line)"])
  func primitives(text: String) {
    #expect(!ProgramCalls("let x = " + text).primitives.isEmpty)
    #expect(ProgramCalls("// " + text).primitives.isEmpty)
  }
}
