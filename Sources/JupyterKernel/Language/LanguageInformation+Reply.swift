import JupyterProtocol

extension LanguageInformation {
  /// The answer to the question what the kernel is.
  var kernelInfo: KernelInfoReply {
    KernelInfoReply(
      protocolVersion: MessageWriter.protocolVersion, implementation: implementation,
      implementationVersion: implementationVersion,
      languageInfo: LanguageInfo(
        name: name, version: version, mimetype: mimetype, fileExtension: fileExtension, pygmentsLexer: pygmentsLexer,
        codemirrorMode: codemirrorMode, nbconvertExporter: nbconvertExporter),
      banner: banner, helpLinks: helpLinks, supportedFeatures: ["kernel subshells", "iopub_welcome"], debugger: false)
  }
}
