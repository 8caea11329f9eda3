// SwiftNotebook
