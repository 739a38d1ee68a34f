/// The signs that a formula may name: command, TeX class, and how each tier draws it.
///
/// One table serves the parser (class), the typesetter (glyphs) and the search for the nearest
/// known command (names). Unicode glyphs are one column wide and found in common fonts; nothing
/// comes from the mathematical alphanumeric block, which no monospace font has.
enum SymbolTable {
  struct Entry {
    var symbol: Symbol
    var unicode: String
    var ascii: String
  }

  /// Names that mean the same sign as another one, which is the name the tree carries.
  static let aliases: [String: String] = [
    "ne": "neq", "le": "leq", "ge": "geq", "leqslant": "leq", "geqslant": "geq",
    "to": "rightarrow", "gets": "leftarrow", "land": "wedge", "lor": "vee", "lnot": "neg",
    "owns": "ni", "dots": "ldots", "dotsc": "ldots", "dotso": "ldots", "dotsb": "cdots",
    "dotsm": "cdots", "dotsi": "cdots", "thicksim": "sim",
    "thickapprox": "approx", "vert": "|", "ast": "*", "lbrack": "[", "rbrack": "]",
    "empty": "emptyset", "restriction": "upharpoonright", "colonequals": ":=",
    "coloneqq": ":=", "coloneq": ":=", "defeq": ":=", "transpose": "top", "slash": "/",
    "minus": "-", "varpropto": "propto", "square": "Box",
    "longmapsto": "mapsto", "hslash": "hbar", "gt": ">", "lt": "<",
    "shortmid": "mid", "doublecup": "cup", "blacksquare": "Box", "qed": "Box",
    "independent": "Perp", "upmodels": "Perp", "varparallel": "parallel",
    "shortparallel": "parallel",
  ]

  static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count == 4, let atomClass = classes[String(fields[1])] else { continue }
      let name = String(fields[0])
      entries[name] = Entry(
        symbol: Symbol(name, atomClass), unicode: String(fields[2]), ascii: String(fields[3]))
    }
    return entries
  }()

  /// A sign typed as itself (`≤`, `α`, `−`) is the same as its command.
  static let namesByGlyph: [Character: String] = {
    var names: [Character: String] = ["−": "-", "·": "cdot", "∗": "*", "′": "'", "…": "ldots"]
    for name in entries.keys.sorted() {
      guard let entry = entries[name], entry.unicode.count == 1,
        let glyph = entry.unicode.first, !glyph.isASCII, names[glyph] == nil
      else { continue }
      names[glyph] = name
    }
    return names
  }()

  private static let classes: [String: Symbol.AtomClass] = [
    "ord": .ordinary, "op": .operation, "bin": .binary, "rel": .relation, "open": .opening,
    "close": .closing, "punct": .punctuation, "inner": .inner,
  ]

  private static let table = """
    alpha ord α alpha
    beta ord β beta
    gamma ord γ gamma
    delta ord δ delta
    epsilon ord ϵ epsilon
    varepsilon ord ε epsilon
    zeta ord ζ zeta
    eta ord η eta
    theta ord θ theta
    vartheta ord ϑ theta
    iota ord ι iota
    kappa ord κ kappa
    varkappa ord ϰ kappa
    lambda ord λ lambda
    mu ord μ mu
    nu ord ν nu
    xi ord ξ xi
    omicron ord ο o
    pi ord π pi
    varpi ord ϖ pi
    rho ord ρ rho
    varrho ord ϱ rho
    sigma ord σ sigma
    varsigma ord ς sigma
    tau ord τ tau
    upsilon ord υ upsilon
    phi ord ϕ phi
    varphi ord φ phi
    chi ord χ chi
    psi ord ψ psi
    omega ord ω omega
    digamma ord ϝ digamma
    Gamma ord Γ Gamma
    Delta ord Δ Delta
    Theta ord Θ Theta
    Lambda ord Λ Lambda
    Xi ord Ξ Xi
    Pi ord Π Pi
    Sigma ord Σ Sigma
    Upsilon ord Υ Upsilon
    Phi ord Φ Phi
    Psi ord Ψ Psi
    Omega ord Ω Omega
    ell ord ℓ l
    hbar ord ℏ hbar
    imath ord ı i
    jmath ord ȷ j
    Re ord ℜ Re
    Im ord ℑ Im
    aleph ord ℵ aleph
    wp ord ℘ P
    partial ord ∂ d
    nabla ord ∇ grad
    infty ord ∞ inf
    forall ord ∀ forall
    exists ord ∃ exists
    nexists ord ∄ !exists
    emptyset ord ∅ {}
    varnothing ord ∅ {}
    neg ord ¬ !
    top ord ⊤ T
    bot ord ⊥ _|_
    intercal ord ᵀ T
    angle ord ∠ /_
    triangle ord △ /\\
    Box ord □ []
    Diamond ord ◇ <>
    prime ord ′ '
    backslash ord \\ \\
    dagger bin † +
    ddagger bin ‡ ++
    degree ord ° deg
    checkmark ord ✓ ok
    complement ord ∁ C
    surd ord √ sqrt
    flat ord ♭ b
    sharp ord ♯ #
    natural ord ♮ nat
    clubsuit ord ♣ clubs
    heartsuit ord ♡ hearts
    spadesuit ord ♠ spades
    diamondsuit ord ♢ diamonds
    star bin ⋆ *
    bigstar ord ★ *
    copyright ord © (c)
    pounds ord £ GBP
    % ord % %
    # ord # #
    $ ord $ $
    & ord & &
    _ ord _ _
    | ord | |
    Vert ord ‖ ||
    || ord ‖ ||
    / ord / /
    + bin + +
    - bin − -
    * bin * *
    pm bin ± +-
    mp bin ∓ -+
    times bin × *
    div bin ÷ /
    cdot bin · .
    circ bin ∘ o
    bullet bin • *
    odot bin ⊙ (.)
    oplus bin ⊕ (+)
    ominus bin ⊖ (-)
    otimes bin ⊗ (x)
    oslash bin ⊘ (/)
    cup bin ∪ U
    cap bin ∩ ^
    sqcup bin ⊔ U
    sqcap bin ⊓ ^
    uplus bin ⊎ U+
    wedge bin ∧ and
    vee bin ∨ or
    setminus bin \\ \\
    smallsetminus bin \\ \\
    diamond bin ⋄ <>
    wr bin ≀ wr
    amalg bin ⨿ amalg
    ltimes bin ⋉ |x
    rtimes bin ⋊ x|
    bmod bin mod mod
    dotplus bin ∔ .+
    barwedge bin ⊼ nand
    veebar bin ⊻ xor
    = rel = =
    < rel < <
    > rel > >
    : rel : :
    := rel := :=
    leq rel ≤ <=
    geq rel ≥ >=
    leqq rel ≦ <=
    geqq rel ≧ >=
    neq rel ≠ !=
    approx rel ≈ ~=
    approxeq rel ≊ ~=
    equiv rel ≡ ==
    sim rel ∼ ~
    backsim rel ∽ ~
    simeq rel ≃ ~-
    cong rel ≅ ~=
    propto rel ∝ propto
    ll rel ≪ <<
    gg rel ≫ >>
    lll rel ⋘ <<<
    ggg rel ⋙ >>>
    prec rel ≺ -<
    succ rel ≻ >-
    preceq rel ≼ -<=
    succeq rel ≽ >-=
    precsim rel ≾ -<~
    succsim rel ≿ >-~
    lesssim rel ≲ <~
    gtrsim rel ≳ >~
    lessgtr rel ≶ <>
    gtrless rel ≷ ><
    nless rel ≮ !<
    ngtr rel ≯ !>
    nleq rel ≰ !<=
    ngeq rel ≱ !>=
    in rel ∈ in
    notin rel ∉ !in
    ni rel ∋ ni
    subset rel ⊂ subset
    supset rel ⊃ supset
    subseteq rel ⊆ subseteq
    supseteq rel ⊇ supseteq
    subsetneq rel ⊊ subset
    supsetneq rel ⊋ supset
    nsubseteq rel ⊈ !subseteq
    sqsubseteq rel ⊑ [=
    sqsupseteq rel ⊒ =]
    mid rel | |
    nmid rel ∤ !|
    parallel rel ∥ ||
    nparallel rel ∦ !||
    perp rel ⊥ _|_
    Perp rel ⫫ _||_
    models rel ⊨ |=
    vdash rel ⊢ |-
    dashv rel ⊣ -|
    vDash rel ⊨ |=
    Vdash rel ⊩ ||-
    doteq rel ≐ .=
    triangleq rel ≜ :=
    circeq rel ≗ o=
    eqcirc rel ≖ =o=
    asymp rel ≍ =~
    bowtie rel ⋈ |><|
    lhd bin ◁ <|
    rhd bin ▷ |>
    trianglelefteq rel ⊴ <|=
    trianglerighteq rel ⊵ |>=
    smile rel ⌣ u
    frown rel ⌢ n
    therefore rel ∴ :.
    because rel ∵ .:
    rightarrow rel → ->
    leftarrow rel ← <-
    leftrightarrow rel ↔ <->
    Rightarrow rel ⇒ =>
    Leftarrow rel ⇐ <==
    Leftrightarrow rel ⇔ <=>
    longrightarrow rel ⟶ -->
    longleftarrow rel ⟵ <--
    longleftrightarrow rel ⟷ <-->
    Longrightarrow rel ⟹ ==>
    Longleftarrow rel ⟸ <==
    Longleftrightarrow rel ⟺ <==>
    implies rel ⟹ ==>
    impliedby rel ⟸ <==
    iff rel ⟺ <==>
    mapsto rel ↦ |->
    hookrightarrow rel ↪ c->
    hookleftarrow rel ↩ <-c
    rightharpoonup rel ⇀ ->
    rightharpoondown rel ⇁ ->
    leftharpoonup rel ↼ <-
    leftharpoondown rel ↽ <-
    rightleftharpoons rel ⇌ <=>
    leftrightharpoons rel ⇋ <=>
    upharpoonright rel ↾ |
    rightsquigarrow rel ⇝ ~>
    leadsto rel ⇝ ~>
    rightrightarrows rel ⇉ =>
    leftrightarrows rel ⇆ <->
    rightleftarrows rel ⇄ <->
    uparrow rel ↑ ^
    downarrow rel ↓ v
    updownarrow rel ↕ ^v
    Uparrow rel ⇑ ^^
    Downarrow rel ⇓ vv
    nearrow rel ↗ /
    searrow rel ↘ \\
    nwarrow rel ↖ \\
    swarrow rel ↙ /
    nrightarrow rel ↛ -/>
    nleftarrow rel ↚ </-
    nRightarrow rel ⇏ =/>
    ( open ( (
    [ open [ [
    { open { {
    langle open ⟨ <
    lfloor open ⌊ |_
    lceil open ⌈ |^
    lvert open | |
    lVert open ‖ ||
    ) close ) )
    ] close ] ]
    } close } }
    rangle close ⟩ >
    rfloor close ⌋ _|
    rceil close ⌉ ^|
    rvert close | |
    rVert close ‖ ||
    ! close ! !
    ? close ? ?
    , punct , ,
    ; punct ; ;
    colon punct : :
    . ord . .
    ldots inner … ...
    cdots inner ⋯ ...
    vdots ord ⋮ :
    ddots inner ⋱ '.
    iddots inner ⋰ .'
    """
}
