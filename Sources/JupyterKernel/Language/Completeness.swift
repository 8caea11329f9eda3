import JupyterProtocol

/// Whether code could run as it stands: complete, incomplete with the next line's indent, invalid, or unknown.
public typealias Completeness = IsCompleteReply
