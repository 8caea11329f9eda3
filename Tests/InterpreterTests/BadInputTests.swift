import Testing

@Suite("Strange cells")
struct BadInputTests {
  @Test("strange cells get a clear answer", arguments: Self.strange)
  func checkStrange(_ script: Script) async throws { try await script.check() }

  static let strange: [Script] = [
    Script(
      "bad input",
      #"""

      ---

      ---
      // only a comment
      ---
      /* a /* nested */ comment */
      ---
      %
      //! a lone % is no command
      ---
      %%
      //! a lone %% is no command
      ---
      !
      //! ! needs a shell command
      ---
      %nothing
      //! there is no command %nothing
      ---
      %hepl
      //! Did you mean %help
      ---
      %matplotlib inline
      //! command of IPython
      ---
      %pip install numpy
      //! %install
      ---
      %%timeit
      //! needs code
      ---
      %time
      //! needs code
      """#)
  ]
}
