// A language speaks of these values in its own interface, and should not need to know in which module they live.

@_exported import struct JupyterProtocol.HelpLink
@_exported import enum JupyterProtocol.IsCompleteReply
@_exported import enum JupyterProtocol.JSONValue
@_exported import struct JupyterProtocol.MIMEBundle
@_exported import struct JupyterProtocol.ParentHeader
@_exported import enum JupyterProtocol.Payload
@_exported import enum JupyterProtocol.StreamName
