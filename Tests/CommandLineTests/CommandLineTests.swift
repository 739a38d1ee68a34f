import Testing

@testable import softmax_tutor

@Suite("the command line")
struct CommandLineTests {
  static let meanings: [(line: String, meaning: String)] = [
    // The tutor itself
    ("", "open"),
    ("softmax", "open softmax"),
    ("softmax:2", "open softmax:2"),
    ("jacobian:own-score", "open jacobian:own-score"),
    ("3", "open 3"),
    ("open softmax", "open softmax"),
    ("softmax --plain", "open softmax plain"),
    ("--plain softmax", "open softmax plain"),
    ("--logits 2,1,0", "open logits=2,1,0"),
    ("--logits 2,1,0 softmax", "open softmax logits=2,1,0"),
    ("softmax:2 --logits=2,1,0", "open softmax:2 logits=2,1,0"),
    ("--logits -1,0,1", "open logits=-1,0,1"),
    ("--logits=-1,0,1 softmax", "open softmax logits=-1,0,1"),
    ("--logits -inf,0 --target 2", "open logits=-inf,0 target=2"),
    ("--logits −1,0", "open logits=−1,0"),
    ("--logits '-1, 0, 1'", "open logits=-1, 0, 1"),
    ("--logits '[-1, 0]'", "open logits=[-1, 0]"),
    ("--logits -.5,.5", "open logits=-.5,.5"),
    ("--logits --3,1", "open logits=--3,1"),
    ("--logits -2/3,1", "open logits=-2/3,1"),
    ("-1,0", "open -1,0"),
    ("-- -1,0", "open -1,0"),
    ("-- softmax", "open softmax"),
    ("--plain -- softmax", "open softmax plain"),
    ("--target .2,.3,.5 --temperature 2", "open target=.2,.3,.5 temperature=2"),
    ("--temperature -1", "open temperature=-1"),
    ("--reference .5,.3,.2 --unit bits", "open reference=.5,.3,.2 unit=bits"),
    ("--unit=hartleys --decimals=2", "open unit=hartleys decimals=2"),
    ("--i 2 --j 3 kl", "open kl i=2 j=3"),
    ("--given .7,.2,.1", "open given=.7,.2,.1"),
    ("--lang en", "open lang=en"),
    ("--lessons mine", "open lessons=mine"),
    ("--lessons mine softmax", "open softmax lessons=mine"),
    ("softmax --lessons mine", "open softmax lessons=mine"),
    ("--lessons -mine", "open lessons=-mine"),
    ("--ascii --ambiguous-width 2", "open ascii ambiguous-width=2"),
    ("--theme dark --color never", "open theme=dark color=never"),
    ("--color=always --mouse --no-save", "open color=always mouse no-save"),
    // A command before or behind its options
    ("list", "list"),
    ("list softmax", "list softmax"),
    ("list --lessons mine", "list lessons=mine"),
    ("--lessons mine list", "list lessons=mine"),
    ("--lessons=mine list", "list lessons=mine"),
    ("--lang en --lessons mine list softmax", "list softmax lang=en lessons=mine"),
    ("--lessons mine list softmax --lang en", "list softmax lang=en lessons=mine"),
    ("--lessons list softmax", "open softmax lessons=list"),
    ("--lessons list list", "list lessons=list"),
    ("--lessons compute list", "list lessons=compute"),
    ("list list", "list list"),
    ("print softmax", "print softmax"),
    ("print softmax:2 --width 60", "print softmax:2 width=60"),
    ("print --width 60 softmax:2", "print softmax:2 width=60"),
    ("--width 60 print softmax", "print softmax width=60"),
    ("print --all --ascii", "print all ascii"),
    ("--all print", "print all"),
    ("--ascii print softmax", "print softmax ascii"),
    ("--logits -1,0,1 print softmax", "print softmax logits=-1,0,1"),
    ("print softmax --logits -1,0,1 --target 1", "print softmax logits=-1,0,1 target=1"),
    // compute
    ("compute 2,1,0", "compute ‹2,1,0›"),
    ("compute 2 1 0", "compute ‹2 1 0›"),
    ("compute -1,2", "compute ‹-1,2›"),
    ("compute -1 2 -3", "compute ‹-1 2 -3›"),
    ("compute -inf,0", "compute ‹-inf,0›"),
    ("compute -Infinity,0", "compute ‹-Infinity,0›"),
    ("compute −1,2", "compute ‹−1,2›"),
    ("compute --3,1", "compute ‹--3,1›"),
    ("compute -", "compute ‹-›"),
    ("compute -- -1,2", "compute ‹-1,2›"),
    ("compute --json -1,2", "compute ‹-1,2› json"),
    ("compute -1,2 --json", "compute ‹-1,2› json"),
    ("--json compute -1,2", "compute ‹-1,2› json"),
    ("compute -1 --json 2", "compute ‹-1 2› json"),
    ("compute --target -1 2,1", "compute ‹2,1› target=-1"),
    ("compute 2,1 --target=1 --temperature=-1", "compute ‹2,1› target=1 temperature=-1"),
    ("compute 2,1 --unit bits --decimals 2", "compute ‹2,1› unit=bits decimals=2"),
    ("--unit bits compute 2,1", "compute ‹2,1› unit=bits"),
    ("compute --jacobian --ascii 2 1", "compute ‹2 1› jacobian ascii"),
    ("compute '-1, 0, 1'", "compute ‹-1, 0, 1›"),
    // Formulas
    ("eval p_1", "eval ‹p_1›"),
    ("eval -p_1", "eval ‹-p_1›"),
    ("eval -p_1 + 1", "eval ‹-p_1 + 1›"),
    ("eval '-p_1 + 1'", "eval ‹-p_1 + 1›"),
    ("eval - p_1", "eval ‹- p_1›"),
    ("eval p_1 - 1", "eval ‹p_1 - 1›"),
    ("eval p_1 -1", "eval ‹p_1 -1›"),
    ("eval -\\hat{y}_1", "eval ‹-\\hat{y}_1›"),
    ("eval -h_1", "eval ‹-h_1›"),
    ("eval -(p_1)", "eval ‹-(p_1)›"),
    ("eval -- -p_1", "eval ‹-p_1›"),
    ("eval -- --p_1", "eval ‹--p_1›"),
    ("eval --(p_1)", "eval ‹--(p_1)›"),
    ("eval --ascii -p_1", "eval ‹-p_1› ascii"),
    ("eval -p_1 --ascii", "eval ‹-p_1› ascii"),
    ("--ascii eval -p_1", "eval ‹-p_1› ascii"),
    ("eval -p_1 + 1 --logits -1,0", "eval ‹-p_1 + 1› logits=-1,0"),
    ("eval --logits -1,0 -p_1 + 1", "eval ‹-p_1 + 1› logits=-1,0"),
    ("eval --logits=-1,0 H(p) = H(p)", "eval ‹H(p) = H(p)› logits=-1,0"),
    ("--logits -1,0 eval p_1 --i 2", "eval ‹p_1› logits=-1,0 i=2"),
    ("eval p_1 --unit bits -- -1", "eval ‹p_1 -1› unit=bits"),
    ("typeset \\frac{a}{b}", "typeset ‹\\frac{a}{b}›"),
    ("typeset -\\frac{a}{b}", "typeset ‹-\\frac{a}{b}›"),
    ("typeset -", "typeset ‹-›"),
    ("typeset --ascii -x --width 20", "typeset ‹-x› width=20 ascii"),
    ("--width 20 typeset -x", "typeset ‹-x› width=20"),
    // Lessons and progress
    ("check", "check"),
    ("check lessons", "check lessons"),
    ("check -x.md", "check -x.md"),
    ("check lessons --json --seed 5 --examples 10", "check lessons json seed=5 examples=10"),
    ("--seed 5 check lessons", "check lessons seed=5"),
    ("progress", "progress path"),
    ("progress path", "progress path"),
    ("progress export", "progress export"),
    ("progress export -", "progress export -"),
    ("progress export copy.json", "progress export copy.json"),
    ("progress import -", "progress import -"),
    ("progress reset", "progress reset"),
    // Answers
    ("--help", "an answer"),
    ("-h", "an answer"),
    ("help", "an answer"),
    ("help compute", "an answer"),
    ("--version", "an answer"),
    ("compute --help", "an answer"),
    ("compute -1,2 -h", "an answer"),
    ("progress reset --help", "an answer"),
  ]

  @Test("means what it says, wherever its options stand", arguments: meanings)
  func meaning(line: String, meaning: String) {
    #expect(CommandMeaning.of(line) == meaning)
  }

  static let refusals: [(line: String, words: String)] = [
    ("--foo", "--foo"), ("--logit 2,1", "--logits"), ("--temp 3", "--temperature"),
    ("compute 2,1 --targt 1", "--target"), ("--targt 1 compute 2,1", "--target"),
    ("compute", "logits"), ("eval", "formula"), ("eval --ascii", "formula"),
    ("list softmax kl", "kl"), ("softmax kl", "kl"), ("list --logits 1,2", "--logits"),
    ("--unit nat", "hartleys"), ("--decimals x", "--decimals"), ("--decimals -x", "'-x'"),
    ("--logits", "--logits"), ("--json", "--json"), ("progress import", "file"),
  ]

  @Test("is refused in a sentence that names the word", arguments: refusals)
  func refuses(line: String, words: String) {
    let meaning = CommandMeaning.of(line)
    #expect(meaning.hasPrefix("refused: ") && meaning.contains(words), "\(meaning)")
    #expect(!meaning.contains("\u{E000}"))
  }

  @Test("no flag has one hyphen but -h: whatever else begins with one is a value")
  func flagsHaveTwoHyphens() {
    for name in SoftmaxTutor.commandNames + ["open", "progress path", "progress import"] {
      let words = name.split(separator: " ").map(String.init)
      let help = SoftmaxTutor.helpText(of: words + ["--help"])
      let flags = help.split { $0.isWhitespace || "[],()|".contains($0) }.filter { $0.first == "-" }
      #expect(flags.contains("--help"), "\(name)")
      for flag in flags where flag != "-h" && flag != "-" {
        // An example in a help text may be a list.
        let isList = flag.dropFirst().first?.isNumber == true || flag.hasPrefix("-inf")
        #expect(flag.hasPrefix("--") || isList, "\(name): \(flag)")
      }
    }
  }
}
